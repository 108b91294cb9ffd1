package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.CodeFact.Replacement;
import java.util.List;
import java.util.Optional;

/** What f-strings may hold. Source: PEP 701, which lifts the limits from Python 3.12 on. */
final class FStrings {

    private FStrings() {}

    /** Whether a string has values in it. */
    static boolean hasValues(Node string) {
        return string.child("interpolation") != null;
    }

    /** What in an f-string Python 3.11 cannot read; empty when it can read it all. */
    static Optional<Message> newer(SyntaxTree tree, Node string) {
        List<Node> values = string.namedChildren().stream()
                .filter(child -> child.is("interpolation"))
                .toList();
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String opening = tree.text(string.namedChildren().getFirst());
        String quotes = opening.replaceAll("[A-Za-z]", "");
        for (Node value : values) {
            String text = tree.text(value);
            Node expression = value.field("expression");
            String code = expression == null ? text : tree.text(expression);
            if (code.indexOf('\\') >= 0) {
                return Optional.of(Message.of("newer-python.backslash"));
            }
            if (holdsQuotes(tree, value, quotes)) {
                return Optional.of(Message.of("newer-python.quotes"));
            }
            if (text.indexOf('\n') >= 0 && quotes.length() == 1) {
                return Optional.of(Message.of("newer-python.line-break"));
            }
            if (value.child("comment") != null) {
                return Optional.of(Message.of("newer-python.comment"));
            }
        }
        return Optional.empty();
    }

    /**
     * The same string with three quotation marks around it, in which Python 3.11 reads single ones and line breaks inside the
     * braces; empty when that does not help.
     */
    static Optional<Replacement> inTriples(SyntaxTree tree, Node string) {
        String text = tree.text(string);
        String opening = tree.text(string.namedChildren().getFirst());
        String quote = opening.replaceAll("[A-Za-z]", "");
        String triple = quote.repeat(3);
        boolean other = quote.length() > 1 || text.contains(triple) || holdsNewer(tree, string);
        return other
                ? Optional.empty()
                : Optional.of(new Replacement(
                        tree.range(string),
                        opening + quote.repeat(2) + text.substring(opening.length()) + quote.repeat(2)));
    }

    /** Whether a value has a backslash or a comment in it, which no quotation marks make readable. */
    private static boolean holdsNewer(SyntaxTree tree, Node string) {
        return string.namedChildren().stream()
                .filter(child -> child.is("interpolation"))
                .anyMatch(value -> tree.text(value).indexOf('\\') >= 0 || value.child("comment") != null);
    }

    private static boolean holdsQuotes(SyntaxTree tree, Node node, String quotes) {
        if (node.is("string") && tree.text(node).contains(quotes)) {
            return true;
        }
        return node.children().stream().anyMatch(child -> holdsQuotes(tree, child, quotes));
    }
}
