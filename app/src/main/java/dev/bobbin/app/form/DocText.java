package dev.bobbin.app.form;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a docstring says, taken apart so that each part can stand where it belongs. Reads the three usual conventions:
 * sections such as {@code Args:} with indented entries, sections underlined with dashes, and {@code :param name:} fields.
 *
 * @param summary what belongs to no parameter and is not the result
 * @param parameters a text a parameter, in the order of the docstring
 * @param returns what is said about the result; empty when nothing is
 */
record DocText(String summary, Map<String, String> parameters, String returns) {

    private static final Set<String> INPUTS = Set.of("args", "arguments", "parameters", "params", "inputs");
    private static final Set<String> RESULTS = Set.of("returns", "return", "yields");
    private static final Pattern FIELD = Pattern.compile(":(param|returns?)(?:\\s+[^:]*?)?(?:\\s*\\b(\\w+))?:\\s*(.*)");
    private static final Pattern ENTRY = Pattern.compile("\\*{0,2}(\\w+)\\s*(?:\\([^)]*\\))?\\s*:\\s*(.*)");

    DocText {
        // Map.copyOf would lose the order.
        parameters = Collections.unmodifiableMap(new LinkedHashMap<>(parameters));
    }

    /** Reads a docstring, dedented; any text will do. */
    static DocText of(String docstring) {
        return new Reader(docstring.lines().toList()).read();
    }

    /** Goes through the lines once. */
    private static final class Reader {

        private enum Part {
            SUMMARY,
            INPUTS,
            RESULT
        }

        private final List<String> lines;
        private final StringBuilder summary = new StringBuilder();
        private final StringBuilder returns = new StringBuilder();
        private final Map<String, String> parameters = new LinkedHashMap<>();
        private Part part = Part.SUMMARY;
        private String parameter = "";
        private int entryIndent;

        Reader(List<String> lines) {
            this.lines = lines;
        }

        DocText read() {
            for (int i = 0; i < lines.size(); i++) {
                String line = lines.get(i);
                String next = i + 1 < lines.size() ? lines.get(i + 1) : "";
                if (beginsSection(line, next)) {
                    i += isUnderline(next) ? 1 : 0;
                } else if (!readField(line.strip())) {
                    add(line);
                }
            }
            return new DocText(
                    summary.toString().strip(), parameters, returns.toString().strip());
        }

        private boolean beginsSection(String line, String next) {
            String title = line.strip();
            boolean colon = title.endsWith(":");
            if (title.isEmpty() || (!colon && !isUnderline(next))) {
                return false;
            }
            String name = (colon ? title.substring(0, title.length() - 1) : title).toLowerCase(Locale.ROOT);
            if (INPUTS.contains(name)) {
                part = Part.INPUTS;
            } else if (RESULTS.contains(name)) {
                part = Part.RESULT;
            } else if (Character.isWhitespace(line.charAt(0)) || name.indexOf(' ') >= 0) {
                return false;
            } else {
                // Another section, such as "Raises:", is kept as it is written.
                part = Part.SUMMARY;
                append(summary, title);
                return true;
            }
            parameter = "";
            return true;
        }

        private boolean readField(String line) {
            Matcher field = FIELD.matcher(line);
            if (!line.startsWith(":") || !field.matches()) {
                return false;
            }
            if (field.group(1).equals("param")) {
                part = Part.INPUTS;
                entryIndent = 0;
                begin(field.group(2) == null ? "" : field.group(2), field.group(3));
            } else {
                part = Part.RESULT;
                append(returns, field.group(3));
            }
            return true;
        }

        private void add(String line) {
            switch (part) {
                case SUMMARY -> append(summary, line);
                case RESULT -> append(returns, line.strip());
                case INPUTS -> addInput(line);
            }
        }

        private void addInput(String line) {
            int indent = line.length() - line.stripLeading().length();
            Matcher entry = ENTRY.matcher(line.strip());
            boolean startsEntry = entry.matches() && (parameter.isEmpty() || indent <= entryIndent);
            if (startsEntry) {
                entryIndent = indent;
                // With dashes, a type stands where others write the text; the text follows, indented.
                begin(entry.group(1), line.strip().matches("\\w+\\s+:.*") ? "" : entry.group(2));
            } else if (!parameter.isEmpty() && !line.isBlank()) {
                parameters.merge(parameter, line.strip(), (a, b) -> (a + " " + b).strip());
            } else if (!line.isBlank() && indent == 0) {
                part = Part.SUMMARY;
                append(summary, line);
            }
        }

        private void begin(String name, String words) {
            parameter = name;
            parameters.put(name, words.strip());
        }

        private static boolean isUnderline(String line) {
            return line.strip().matches("-{3,}");
        }

        private static void append(StringBuilder to, String line) {
            to.append(line).append('\n');
        }
    }
}
