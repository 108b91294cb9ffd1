package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * JSON as it was written: every value knows its place in the text, so that parts of it come out, and stay, exactly as they were.
 */
final class JsonText {

    private static final int DEEPEST = 128;

    enum Kind {
        NULL(0),
        STRING(1),
        NUMBER(2),
        TRUTH(3),
        ARRAY(4),
        OBJECT(5);

        /** The number OPENJSON shows. */
        private final int type;

        Kind(int type) {
            this.type = type;
        }

        int type() {
            return type;
        }
    }

    /** @param keyStart where the name begins, for a member of an object; @param end after the last character */
    record Value(Kind kind, int keyStart, @Nullable String key, int start, int end, List<Value> children) {

        boolean isContainer() {
            return kind == Kind.ARRAY || kind == Kind.OBJECT;
        }
    }

    private final String text;
    private int at;

    private JsonText(String text) {
        this.text = text;
    }

    /** @throws SqlError number 13609 when the text is no JSON */
    static Value parse(String text) {
        JsonText reader = new JsonText(text);
        reader.blanks();
        Value value = reader.value(-1, null, 0);
        reader.blanks();
        if (reader.at < text.length()) {
            throw reader.unexpected();
        }
        return value;
    }

    private SqlError unexpected() {
        char found = at < text.length() ? text.charAt(at) : '.';
        return new SqlError(
                13609,
                "42000",
                "JSON text is not properly formatted. Unexpected character '" + found + "' is found at position " + at
                        + ".",
                16,
                at < text.length() ? 4 : 2);
    }

    private void blanks() {
        while (at < text.length() && " \t\r\n".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
    }

    private char current() {
        if (at >= text.length()) {
            throw unexpected();
        }
        return text.charAt(at);
    }

    private Value value(int keyStart, @Nullable String key, int depth) {
        if (depth > DEEPEST) {
            throw new SqlError(13604, "42000", "JSON text exceeds the nesting depth of 128.");
        }
        int start = at;
        char c = current();
        List<Value> children = new ArrayList<>();
        Kind kind =
                switch (c) {
                    case '{' -> container(Kind.OBJECT, '}', children, depth);
                    case '[' -> container(Kind.ARRAY, ']', children, depth);
                    case '"' -> {
                        string();
                        yield Kind.STRING;
                    }
                    case 't' -> word("true", Kind.TRUTH);
                    case 'f' -> word("false", Kind.TRUTH);
                    case 'n' -> word("null", Kind.NULL);
                    default -> number();
                };
        return new Value(kind, keyStart, key, start, at, children);
    }

    private Kind container(Kind kind, char close, List<Value> children, int depth) {
        at++;
        blanks();
        if (current() == close) {
            at++;
            return kind;
        }
        while (true) {
            int keyStart = at;
            String key = null;
            if (kind == Kind.OBJECT) {
                if (current() != '"') {
                    throw unexpected();
                }
                key = string();
                blanks();
                if (current() != ':') {
                    throw unexpected();
                }
                at++;
                blanks();
            }
            children.add(value(keyStart, key, depth + 1));
            blanks();
            char next = current();
            if (next != ',' && next != close) {
                throw unexpected();
            }
            at++;
            if (next == close) {
                return kind;
            }
            blanks();
        }
    }

    private Kind word(String word, Kind kind) {
        for (int i = 0; i < word.length(); i++) {
            if (current() != word.charAt(i)) {
                throw unexpected();
            }
            at++;
        }
        return kind;
    }

    private Kind number() {
        int start = at;
        while (at < text.length() && "+-0123456789.eE".indexOf(text.charAt(at)) >= 0) {
            at++;
        }
        if (!text.substring(start, at).matches("-?(0|[1-9]\\d*)(\\.\\d+)?([eE][+-]?\\d+)?")) {
            at = start;
            throw unexpected();
        }
        return Kind.NUMBER;
    }

    private String string() {
        at++;
        StringBuilder read = new StringBuilder();
        while (current() != '"') {
            char c = text.charAt(at++);
            if (c < ' ') {
                at--;
                throw unexpected();
            }
            if (c != '\\') {
                read.append(c);
                continue;
            }
            char escaped = current();
            at++;
            switch (escaped) {
                case 'n' -> read.append('\n');
                case 't' -> read.append('\t');
                case 'r' -> read.append('\r');
                case 'b' -> read.append('\b');
                case 'f' -> read.append('\f');
                case '"', '\\', '/' -> read.append(escaped);
                case 'u' -> {
                    if (at + 4 > text.length() || !text.substring(at, at + 4).matches("[0-9a-fA-F]{4}")) {
                        throw unexpected();
                    }
                    read.append((char) Integer.parseInt(text.substring(at, at + 4), 16));
                    at += 4;
                }
                default -> {
                    at--;
                    throw unexpected();
                }
            }
        }
        at++;
        return read.toString();
    }

    /** What a string says, without quotes and escapes; any other value as it is written. */
    static String content(String text, Value value) {
        if (value.kind() != Kind.STRING) {
            return text.substring(value.start(), value.end());
        }
        JsonText reader = new JsonText(text);
        reader.at = value.start();
        return reader.string();
    }

    /** The value a path leads to; null when there is none. Of names that repeat the first counts. */
    static @Nullable Value at(Value root, List<Object> steps) {
        Value found = root;
        for (Object step : steps) {
            Value next = null;
            if (step instanceof Integer index) {
                next = found.kind() == Kind.ARRAY && index < found.children().size()
                        ? found.children().get(index)
                        : null;
            } else if (found.kind() == Kind.OBJECT) {
                next = found.children().stream()
                        .filter(child -> step.equals(child.key()))
                        .findFirst()
                        .orElse(null);
            }
            if (next == null) {
                return null;
            }
            found = next;
        }
        return found;
    }
}
