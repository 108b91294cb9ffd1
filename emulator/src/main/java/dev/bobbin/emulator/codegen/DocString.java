package dev.bobbin.emulator.codegen;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a docstring says to callers. Lines that begin with {@code Summary:} and {@code Description:} count, as in the
 * SDK; without them the first paragraph is the summary and all of it the description.
 *
 * @param summary one line; empty when there is no docstring
 * @param description may have several lines
 * @param parameters what it says of each parameter ({@code :param name:} or a section {@code Args:})
 */
record DocString(String summary, String description, Map<String, String> parameters) {

    private static final Pattern FIELD = Pattern.compile("^:param\\s+(?:\\S+\\s+)?(\\w+):\\s*(.*)$");
    private static final Pattern ARGUMENT = Pattern.compile("^\\s+(\\w+)\\s*(?:\\([^)]*\\))?:\\s*(\\S.*)$");
    private static final Pattern SECTION =
            Pattern.compile("^(?:Args|Arguments|Parameters|Returns|Return|Raises|Yields|Examples?|Notes?):\\s*$");
    private static final String SUMMARY = "Summary:";
    private static final String DESCRIPTION = "Description:";

    /** Reads a docstring that is dedented already. */
    static DocString of(String text) {
        List<String> lines = text.strip().lines().toList();
        Map<String, String> parameters = parameters(lines);
        String summary = marked(lines, SUMMARY);
        String description = marked(lines, DESCRIPTION);
        List<String> prose = lines.stream()
                .takeWhile(line ->
                        !SECTION.matcher(line).matches() && !line.strip().startsWith(":"))
                .toList();
        if (summary.isEmpty()) {
            summary = String.join(
                            " ",
                            prose.stream()
                                    .takeWhile(line -> !line.isBlank())
                                    .map(String::strip)
                                    .toList())
                    .strip();
        }
        if (description.isEmpty()) {
            description = String.join("\n", prose).strip();
        }
        return new DocString(summary, description, parameters);
    }

    /** The text behind a mark, with the lines that continue it. */
    private static String marked(List<String> lines, String mark) {
        StringBuilder text = new StringBuilder();
        boolean inside = false;
        for (String line : lines) {
            String bare = line.strip();
            if (bare.startsWith(mark)) {
                inside = true;
                bare = bare.substring(mark.length()).strip();
            } else if (bare.isEmpty() || bare.startsWith(SUMMARY) || bare.startsWith(DESCRIPTION)) {
                inside = false;
            }
            if (inside && !bare.isEmpty()) {
                text.append(text.isEmpty() ? "" : " ").append(bare);
            }
        }
        return text.toString();
    }

    private static Map<String, String> parameters(List<String> lines) {
        Map<String, String> found = new LinkedHashMap<>();
        boolean arguments = false;
        String current = "";
        int indent = 0;
        for (String line : lines) {
            Matcher field = FIELD.matcher(line.strip());
            Matcher argument = ARGUMENT.matcher(line);
            int depth = line.length() - line.stripLeading().length();
            if (SECTION.matcher(line).matches()) {
                arguments = line.startsWith("Arg") || line.startsWith("Param");
                current = "";
            } else if (field.matches()) {
                current = field.group(1);
                indent = depth;
                found.put(current, field.group(2).strip());
            } else if (!current.isEmpty() && depth > indent && !line.isBlank()) {
                found.merge(current, line.strip(), (before, more) -> (before + " " + more).strip());
            } else if (arguments && argument.matches()) {
                current = argument.group(1);
                indent = depth;
                found.put(current, argument.group(2).strip());
            } else {
                current = "";
            }
        }
        return found;
    }
}
