package dev.bobbin.app.l10n;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Bad days in words. */
public final class BadDayWords {

    private BadDayWords() {}

    /** What goes wrong, after how many calls, and by how much every call is slower. */
    public static String of(BadDay badDay) {
        String what =
                text("connections.failure." + badDay.failure().map(Enum::name).orElse("SLOW"));
        return text("badDay.words", what, badDay.afterCalls(), badDay.latencyMillis());
    }

    /** Those of several connections, each with its alias; empty when there are none. */
    public static String of(Map<String, BadDay> byAlias) {
        return new TreeMap<>(byAlias)
                .entrySet().stream()
                        .map(entry -> entry.getKey() + ": " + of(entry.getValue()))
                        .collect(Collectors.joining("; "));
    }
}
