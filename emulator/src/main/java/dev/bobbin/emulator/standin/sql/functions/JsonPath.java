package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A path such as {@code strict $.a."b c"[0]}: names and indexes from the root (reference, "JSON path expressions"). */
record JsonPath(boolean strict, List<Object> steps) {

    JsonPath(String text) {
        this(text.strip().startsWith("strict "), parse(text.strip()));
    }

    JsonPath parent() {
        return new JsonPath(strict, steps.subList(0, Math.max(0, steps.size() - 1)));
    }

    /** What a path that leads nowhere yields: NULL when lax, an error when strict. */
    @Nullable
    Object missing() {
        if (strict) {
            throw new SqlError(13608, "42000", "Property cannot be found on the specified JSON path.");
        }
        return null;
    }

    private static List<Object> parse(String written) {
        String path = written.startsWith("strict ")
                ? written.substring(7)
                : written.startsWith("lax ") ? written.substring(4) : written;
        path = path.strip();
        if (!path.startsWith("$")) {
            throw malformed(path, 0);
        }
        List<Object> steps = new ArrayList<>();
        int at = 1;
        while (at < path.length()) {
            if (path.charAt(at) == '[') {
                int close = path.indexOf(']', at);
                if (close < 0
                        || !path.substring(at + 1, close).strip().chars().allMatch(Character::isDigit)
                        || close == at + 1) {
                    throw malformed(path, at);
                }
                steps.add(Integer.valueOf(path.substring(at + 1, close).strip()));
                at = close + 1;
            } else if (path.charAt(at) == '.' && at + 1 < path.length() && path.charAt(at + 1) == '"') {
                int close = path.indexOf('"', at + 2);
                if (close < 0) {
                    throw malformed(path, at);
                }
                steps.add(path.substring(at + 2, close));
                at = close + 1;
            } else if (path.charAt(at) == '.') {
                int end = at + 1;
                while (end < path.length() && path.charAt(end) != '.' && path.charAt(end) != '[') {
                    end++;
                }
                if (end == at + 1) {
                    throw malformed(path, at);
                }
                steps.add(path.substring(at + 1, end));
                at = end;
            } else {
                throw malformed(path, at);
            }
        }
        return List.copyOf(steps);
    }

    private static SqlError malformed(String path, int at) {
        char found = at < path.length() ? path.charAt(at) : '.';
        return new SqlError(
                13607,
                "42000",
                "JSON path is not properly formatted. Unexpected character '" + found + "' is found at position " + at
                        + ".");
    }
}
