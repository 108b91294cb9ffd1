package dev.bobbin.app.editor;

import dev.bobbin.app.code.Token;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A function or class of the script, invokable or not.
 *
 * @param line of its name, from 1
 * @param depth how far it is indented, in levels of four blanks
 */
public record Symbol(String name, int line, int depth) {

    private static final Pattern DECLARATION =
            Pattern.compile("(?m)^(?<indent>[ \\t]*)(?:(?:async[ \\t]+)?def|class)[ \\t]+(?<name>\\w+)");
    private static final int LEVEL = 4;

    /** Those of a text, in its order. */
    static List<Symbol> of(String text, List<Token> tokens) {
        List<Symbol> symbols = new ArrayList<>();
        LineIndex lines = LineIndex.of(text);
        Matcher matcher = DECLARATION.matcher(text);
        while (matcher.find()) {
            if (!Brackets.inText(matcher.start("name"), tokens)) {
                int depth = matcher.group("indent").length() / LEVEL;
                symbols.add(new Symbol(matcher.group("name"), lines.lineOf(matcher.start("name")), depth));
            }
        }
        return symbols;
    }

    /**
     * The line where a name comes from: its declaration, else the function whose parameter it is, else its first
     * assignment, else its import. From 1; empty when the file does not say.
     */
    static OptionalInt lineOf(String name, Surroundings place) {
        if (name.isEmpty()) {
            return OptionalInt.empty();
        }
        OptionalInt declared = of(place.text(), place.tokens()).stream()
                .filter(symbol -> symbol.name().equals(name))
                .mapToInt(Symbol::line)
                .reduce((_, last) -> last);
        if (declared.isPresent()) {
            return declared;
        }
        OptionalInt parameter = place.function().stream()
                .filter(function -> Surroundings.parameters(function).stream()
                        .anyMatch(one -> one.name().equals(name)))
                .mapToInt(function -> function.line())
                .findFirst();
        return parameter.isPresent() ? parameter : assigned(name, place);
    }

    private static OptionalInt assigned(String name, Surroundings place) {
        String quoted = "\\b" + Pattern.quote(name) + "\\b";
        Matcher matcher = Pattern.compile("(?m)^[ \\t]*(?:" + quoted + "[ \\t]*(?::[^=\\n]+)?=(?!=)|for\\b[^\\n]*"
                        + quoted + "[^\\n]*\\bin\\b|[^\\n]*\\bas[ \\t]+" + quoted + "|(?:from|import)\\b[^\\n]*"
                        + quoted + ")")
                .matcher(place.text());
        while (matcher.find()) {
            if (!Brackets.inText(matcher.end() - 1, place.tokens())) {
                return OptionalInt.of(LineIndex.of(place.text()).lineOf(matcher.end() - 1));
            }
        }
        return OptionalInt.empty();
    }
}
