package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.message.Message;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One thing the service's documents or its SDK ask of an item. A profile may give it another severity, or drop it.
 *
 * @param id stable, in kebab-case
 * @param severity where the profile says nothing else
 * @param summary what it asks, in one sentence
 * @param source the document and section it comes from
 * @param breaches finds the places that do not keep it
 */
record Rule(
        String id, Severity severity, String summary, String source, Function<CheckedItem, Stream<Breach>> breaches) {

    /** A place that does not keep a rule. @param fix null when what to write instead is not clear */
    record Breach(Place place, Message message, @Nullable QuickFix fix) {

        static Breach of(Place place, Message message) {
            return new Breach(place, message, null);
        }

        /** In the script. */
        static Breach of(TextRange range, Message message, @Nullable QuickFix fix) {
            return new Breach(CheckedItem.at(range), message, fix);
        }
    }

    static Rule error(String id, String summary, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.ERROR, summary, source, breaches);
    }

    static Rule warning(String id, String summary, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.WARNING, summary, source, breaches);
    }

    static Rule info(String id, String summary, String source, Function<CheckedItem, Stream<Breach>> breaches) {
        return new Rule(id, Severity.INFO, summary, source, breaches);
    }

    /** The findings of an item, with this severity. */
    Stream<Finding> apply(CheckedItem item, Severity level) {
        return breaches.apply(item)
                .map(breach -> new Finding(id, level, breach.place(), breach.message(), source, breach.fix()));
    }
}
