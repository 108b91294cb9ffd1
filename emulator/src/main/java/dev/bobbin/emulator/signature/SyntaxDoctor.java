package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.LogicalLine.Problem;
import java.nio.file.Path;
import java.util.Optional;

/** Says in plain words why a piece of Python does not parse, and where. */
final class SyntaxDoctor {

    private static final String RULE = "python-syntax";

    private final String text;

    SyntaxDoctor(String text) {
        this.text = text;
    }

    /** The likeliest cause in a section that does not parse. */
    Finding diagnose(Section section, SyntaxTree tree) {
        for (LogicalLine line : section.lines()) {
            Problem problem = line.problem();
            if (problem != null) {
                return at(problem.offset(), explain(problem));
            }
            if (line.opensBlock() && !line.colon()) {
                return at(line.end(), Message.of("python-syntax.colon"));
            }
        }
        return unreadable(tree)
                .orElseGet(() -> at(section.lines().getFirst().start(), Message.of("python-syntax.statement")));
    }

    /** A finding for the first place a tree could not make sense of. */
    static Optional<Finding> unreadable(SyntaxTree tree) {
        return Optional.ofNullable(tree.firstError()).map(node -> unreadable(tree, node));
    }

    /** A finding at a node. */
    static Finding at(SyntaxTree tree, Node node, Message message) {
        return finding(tree.line(node), tree.column(node), message);
    }

    private static Finding unreadable(SyntaxTree tree, Node node) {
        if (node.missing()) {
            return at(tree, node, Message.of("python-syntax.missing", node.type()));
        }
        String found = tree.text(node).strip().lines().findFirst().orElse("");
        String excerpt = found.length() > 30 ? found.substring(0, found.offsetByCodePoints(0, 29)) + "…" : found;
        return at(
                tree,
                node,
                excerpt.isEmpty() ? Message.of("python-syntax.line") : Message.of("python-syntax.from-here", excerpt));
    }

    private static Message explain(Problem problem) {
        return switch (problem.kind()) {
            case UNCLOSED_BRACKET -> Message.of("python-syntax.unclosed-bracket", problem.character());
            case STRAY_BRACKET -> Message.of("python-syntax.stray-bracket", problem.character());
            case UNCLOSED_STRING -> Message.of("python-syntax.unclosed-string");
        };
    }

    private Finding at(int offset, Message message) {
        int lineStart = text.lastIndexOf('\n', offset - 1) + 1;
        int line = (int) text.substring(0, lineStart)
                        .chars()
                        .filter(c -> c == '\n')
                        .count()
                + 1;
        return finding(line, offset - lineStart + 1, message);
    }

    private static Finding finding(int line, int column, Message message) {
        Place place = new Place(Path.of(ItemFolder.SCRIPT), line, column);
        return Finding.of(RULE, Severity.ERROR, place, Message.of("python-syntax", message));
    }
}
