package dev.bobbin.emulator.service;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads a tuple of texts as Python's {@code repr} writes it: pyodbc's errors are told so, by their arguments. */
final class PythonTuple {

    private static final Pattern TEXT =
            Pattern.compile("'((?:[^'\\\\]++|\\\\.)*+)'|\"((?:[^\"\\\\]++|\\\\.)*+)\"", Pattern.DOTALL);
    private static final Pattern TUPLE =
            Pattern.compile("\\((?:" + TEXT.pattern() + ")(?:, (?:" + TEXT.pattern() + "))*,?\\)", Pattern.DOTALL);
    private static final Pattern ESCAPED =
            Pattern.compile("\\\\(?:x(\\p{XDigit}{2})|u(\\p{XDigit}{4})|(.))", Pattern.DOTALL);

    private PythonTuple() {}

    /** The texts of the tuple; none when the text is no tuple of texts. */
    static List<String> read(String repr) {
        List<String> texts = new ArrayList<>();
        if (TUPLE.matcher(repr).matches()) {
            Matcher each = TEXT.matcher(repr);
            while (each.find()) {
                texts.add(plain(each.group(1) == null ? each.group(2) : each.group(1)));
            }
        }
        return texts;
    }

    private static String plain(String written) {
        return ESCAPED.matcher(written).replaceAll(escaped -> {
            String code = escaped.group(1) == null ? escaped.group(2) : escaped.group(1);
            return Matcher.quoteReplacement(
                    code == null ? sign(escaped.group(3)) : String.valueOf((char) Integer.parseInt(code, 16)));
        });
    }

    private static String sign(String letter) {
        return switch (letter) {
            case "n" -> "\n";
            case "r" -> "\r";
            case "t" -> "\t";
            default -> letter;
        };
    }
}
