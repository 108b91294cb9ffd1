package dev.bobbin.emulator.signature;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Values of string literals, and docstrings made readable. */
final class Literals {

    private Literals() {}

    /** Whether a node is a string whose value is known without running it. */
    static boolean isText(Node node) {
        return switch (node.type()) {
            case "string" -> node.namedChildren().stream().noneMatch(c -> c.is("interpolation"));
            case "concatenated_string" -> node.namedChildren().stream().allMatch(Literals::isText);
            default -> false;
        };
    }

    /** Value of a string literal, or of several written one after the other. */
    static String text(SyntaxTree tree, Node node) {
        if (node.is("concatenated_string")) {
            return node.namedChildren().stream().map(part -> text(tree, part)).collect(Collectors.joining());
        }
        List<Node> parts = node.namedChildren();
        String prefix = parts.isEmpty() ? "" : tree.text(parts.getFirst()).toLowerCase(Locale.ROOT);
        String raw = parts.stream()
                .filter(part -> part.is("string_content"))
                .map(tree::text)
                .collect(Collectors.joining());
        return prefix.contains("r") ? raw : unescape(raw);
    }

    /** The docstring of a body as Python's {@code inspect.cleandoc} shows it; empty when there is none. */
    static String docstring(SyntaxTree tree, Node body) {
        List<Node> statements = body.namedChildren();
        if (statements.isEmpty() || !statements.getFirst().is("expression_statement")) {
            return "";
        }
        List<Node> expressions = statements.getFirst().namedChildren();
        boolean string = expressions.size() == 1 && isText(expressions.getFirst());
        return string ? clean(text(tree, expressions.getFirst())) : "";
    }

    private static String clean(String docstring) {
        List<String> lines = docstring.replace("\t", "        ").lines().toList();
        int margin = lines.stream()
                .skip(1)
                .filter(line -> !line.isBlank())
                .mapToInt(line -> line.length() - line.stripLeading().length())
                .min()
                .orElse(0);
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i);
            String shown = i == 0 ? line.stripLeading() : line.substring(Math.min(margin, line.length()));
            text.append(shown.stripTrailing()).append('\n');
        }
        return text.toString().strip();
    }

    /** The text that Python makes of what stands between the quotes. What it would not understand stays as it is. */
    static String unescape(String raw) {
        if (raw.indexOf('\\') < 0) {
            return raw;
        }
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < raw.length(); i++) {
            char c = raw.charAt(i);
            if (c != '\\' || i + 1 == raw.length()) {
                text.append(c);
                continue;
            }
            char escaped = raw.charAt(++i);
            switch (escaped) {
                case '\n' -> {}
                case 'n' -> text.append('\n');
                case 't' -> text.append('\t');
                case 'r' -> text.append('\r');
                case '\\', '\'', '"' -> text.append(escaped);
                case 'a' -> text.append('\u0007');
                case 'b' -> text.append('\b');
                case 'f' -> text.append('\f');
                case 'v' -> text.append('\u000B');
                case '0', '1', '2', '3', '4', '5', '6', '7' -> i = octal(raw, i, text);
                case 'N' -> i = named(raw, i, text);
                case 'x' -> i = hexadecimal(raw, i, 2, text);
                case 'u' -> i = hexadecimal(raw, i, 4, text);
                case 'U' -> i = hexadecimal(raw, i, 8, text);
                default -> text.append('\\').append(escaped);
            }
        }
        return text.toString();
    }

    /** Appends the character whose code follows the letter at {@code at}; returns the offset of the last digit. */
    private static int hexadecimal(String raw, int at, int digits, StringBuilder text) {
        int end = at + 1 + digits;
        try {
            text.appendCodePoint(Integer.parseInt(raw.substring(at + 1, Math.min(end, raw.length())), 16));
            return Math.min(end, raw.length()) - 1;
        } catch (IllegalArgumentException e) {
            text.append('\\').append(raw.charAt(at));
            return at;
        }
    }

    /** Appends the character of up to three octal digits; returns the offset of the last one. */
    private static int octal(String raw, int at, StringBuilder text) {
        int value = 0;
        int i = at;
        for (; i < raw.length() && i < at + 3 && raw.charAt(i) >= '0' && raw.charAt(i) <= '7'; i++) {
            value = value * 8 + raw.charAt(i) - '0';
        }
        text.append((char) value);
        return i - 1;
    }

    /** Appends the character of a name in braces; returns the offset of the closing one. */
    private static int named(String raw, int at, StringBuilder text) {
        int end = raw.indexOf('}', at);
        try {
            text.appendCodePoint(Character.codePointOf(raw.substring(at + 2, end)));
            return end;
        } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
            text.append("\\N");
            return at;
        }
    }
}
