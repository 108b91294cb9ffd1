package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.finding.Finding;
import java.util.List;
import java.util.Optional;
import org.treesitter.TSNode;

/** Slips of indentation, which the parser lets pass. Source: Python reference, "Indentation". */
final class Indentation {

    private Indentation() {}

    /** The first slip in a block, or in the file as a whole. */
    static Optional<Finding> check(SyntaxTree tree, TSNode block, List<TSNode> statements) {
        boolean file = block.getType().equals("module");
        if (block.hasError()) {
            return Optional.empty();
        }
        if (statements.isEmpty()) {
            return file
                    ? Optional.empty()
                    : Optional.of(SyntaxDoctor.at(tree, block, "an indented line must follow here."));
        }
        int expected = file ? 1 : tree.column(statements.getFirst());
        int row = 0;
        for (TSNode statement : statements) {
            boolean firstOnItsLine = tree.line(statement) > row;
            if (firstOnItsLine && tree.column(statement) != expected && !statement.isError()) {
                return Optional.of(
                        SyntaxDoctor.at(tree, statement, "this line is indented unlike the lines above it."));
            }
            row = tree.endLine(statement);
        }
        return Optional.empty();
    }
}
