package dev.bobbin.emulator.signature;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * One top-level statement of a text, with the decorators above it and the blocks below it.
 *
 * @param lines its logical lines, at least one
 */
record Section(List<LogicalLine> lines) {

    Section {
        lines = List.copyOf(lines);
    }

    /** Cuts a text into its top-level statements. */
    static List<Section> split(List<LogicalLine> lines) {
        List<Section> sections = new ArrayList<>();
        List<LogicalLine> open = new ArrayList<>();
        boolean decorated = false;
        for (LogicalLine line : lines) {
            if (line.topLevel() && !decorated && !line.continuesStatement() && !open.isEmpty()) {
                sections.add(new Section(open));
                open.clear();
            }
            open.add(line);
            // A decorator that is broken stands alone: the function below it stays readable.
            decorated = line.topLevel() && line.firstWord().equals("@") && line.problem() == null;
        }
        if (!open.isEmpty()) {
            sections.add(new Section(open));
        }
        return sections;
    }

    int firstLine() {
        return lines.getFirst().line();
    }

    /** Its part of the whole text. */
    String text(String whole) {
        return whole.substring(lines.getFirst().start(), lines.getLast().end()) + "\n";
    }

    /** Number of the last line that has text. */
    int lastLine(String whole) {
        LogicalLine last = lines.getLast();
        return last.line()
                + (int) whole.substring(last.start(), last.end())
                        .chars()
                        .filter(c -> c == '\n')
                        .count();
    }

    /**
     * The decorators, the head and the docstring of a function whose body does not parse, made into a function that does;
     * empty when the section is no function. Line numbers stay.
     */
    Optional<String> functionHead(String whole) {
        for (int i = 0; i < lines.size(); i++) {
            LogicalLine head = lines.get(i);
            if (head.topLevel() && head.isDef()) {
                int from = lines.getFirst().start();
                String text = whole.substring(from, head.end());
                boolean oneLiner = head.colon() && !text.endsWith(":");
                if (!oneLiner) {
                    text += (head.colon() ? "" : ":") + docstring(whole, i + 1) + "\n    pass\n";
                }
                return Optional.of(text);
            }
        }
        return Optional.empty();
    }

    private String docstring(String whole, int index) {
        if (index >= lines.size()) {
            return "";
        }
        LogicalLine line = lines.get(index);
        String text = whole.substring(line.start(), line.end());
        boolean string =
                text.stripLeading().startsWith("\"") || text.stripLeading().startsWith("'");
        return string && line.problem() == null ? "\n    " + text.stripLeading() : "";
    }
}
