package dev.bobbin.app.editor;

import java.util.List;

/** Makes lines comments, and comments lines again. */
final class Comments {

    private static final String MARK = "# ";

    private Comments() {}

    /** The lines with a mark at their common indentation, or without it when all have one; blank lines stay as they are. */
    static List<String> toggle(List<String> lines) {
        List<String> written = lines.stream().filter(line -> !line.isBlank()).toList();
        boolean all = !written.isEmpty()
                && written.stream().allMatch(line -> line.stripLeading().startsWith("#"));
        if (all) {
            return lines.stream().map(Comments::without).toList();
        }
        int indent = written.stream().mapToInt(Comments::indent).min().orElse(0);
        return lines.stream()
                .map(line -> line.isBlank() ? line : line.substring(0, indent) + MARK + line.substring(indent))
                .toList();
    }

    private static String without(String line) {
        int at = line.indexOf('#');
        if (at < 0) {
            return line;
        }
        int after = line.startsWith(MARK, at) ? at + MARK.length() : at + 1;
        return line.substring(0, at) + line.substring(after);
    }

    private static int indent(String line) {
        return line.length() - line.stripLeading().length();
    }
}
