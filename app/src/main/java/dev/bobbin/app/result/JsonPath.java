package dev.bobbin.app.result;

import java.util.regex.Pattern;

/** Writes the place of a value inside JSON, such as {@code $.rows[3]["first name"]}. */
final class JsonPath {

    /** The whole. */
    static final String ROOT = "$";

    private static final Pattern PLAIN = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private JsonPath() {}

    static String member(String of, String name) {
        return PLAIN.matcher(name).matches()
                ? of + "." + name
                : of + "[\"" + name.replace("\\", "\\\\").replace("\"", "\\\"") + "\"]";
    }

    static String element(String of, int index) {
        return of + "[" + index + "]";
    }
}
