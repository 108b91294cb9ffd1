package dev.bobbin.app.form;

import dev.bobbin.app.text.Json;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Simple Python literals, as default values are mostly written. */
final class PythonLiteral {

    private static final Pattern STRING = Pattern.compile("(?s)(['\"])((?:(?!\\1)[^\\\\])*)\\1");

    private PythonLiteral() {}

    /** What a field would hold to mean the same; empty when the literal is not that simple. */
    static Optional<String> asFieldText(String literal) {
        String text = literal.strip();
        Matcher string = STRING.matcher(text);
        if (string.matches()) {
            return Optional.of(string.group(2));
        }
        return switch (text) {
            case "True" -> Optional.of("true");
            case "False" -> Optional.of("false");
            case "[]", "{}" -> Optional.of(text);
            default -> Json.isNumber(text) ? Optional.of(text) : Optional.empty();
        };
    }
}
