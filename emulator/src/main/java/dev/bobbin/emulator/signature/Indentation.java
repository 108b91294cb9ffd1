package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.message.Message;
import java.util.List;
import java.util.Optional;

/** Slips of indentation, which the parser lets pass. Source: Python reference, "Indentation". */
final class Indentation {

    private Indentation() {}

    /** A statement and the lines it stands on. */
    record Line(SyntaxTree tree, Node statement) {

        static Line of(SyntaxTree tree, Node statement) {
            return new Line(tree, statement);
        }
    }

    /** The first slip in a block. */
    static Optional<Finding> check(SyntaxTree tree, Node block, List<Node> statements) {
        if (block.hasError()) {
            return Optional.empty();
        }
        if (statements.isEmpty()) {
            return Optional.of(SyntaxDoctor.at(tree, block, Message.of("python-syntax.no-block")));
        }
        List<Line> lines =
                statements.stream().map(statement -> Line.of(tree, statement)).toList();
        return check(lines, tree.column(statements.getFirst()));
    }

    /** The first slip among statements that must begin in one column, from 1. */
    static Optional<Finding> check(List<Line> lines, int expected) {
        int row = 0;
        for (Line line : lines) {
            SyntaxTree tree = line.tree();
            Node statement = line.statement();
            boolean firstOnItsLine = tree.line(statement) > row;
            if (firstOnItsLine && tree.column(statement) != expected && !statement.error()) {
                return Optional.of(SyntaxDoctor.at(tree, statement, Message.of("python-syntax.indentation")));
            }
            row = tree.endLine(statement);
        }
        return Optional.empty();
    }
}
