package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.CodeFact.Replacement;
import dev.bobbin.emulator.signature.SqlReader.Built;
import dev.bobbin.emulator.signature.SqlText.Part;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Rewrites a query that was put together into one with {@code ?} and parameters. Only where every value stands for a
 * value in SQL: names of tables and columns cannot be parameters.
 */
final class SqlParameters {

    private static final Pattern VALUE_FOLLOWS = Pattern.compile("(?is).*(=|<|>|\\bLIKE|\\bTHEN|\\bELSE|\\bTOP\\s*\\("
            + "|\\bVALUES\\s*\\([^()]*,?|\\bIN\\s*\\([^()]*,?|\\bBETWEEN|\\bBETWEEN\\s+\\S+\\s+AND)\\s*");

    private SqlParameters() {}

    /** The changes to make; empty when it cannot be told. */
    static List<Replacement> replacements(SyntaxTree tree, Variables variables, Node call, Node query, Built built) {
        Node arguments = call.field("arguments");
        boolean onlyArgument = arguments != null && arguments.namedChildren().size() == 1;
        Node called = call.field("function");
        boolean execute =
                called != null && tree.textOrEmpty(called.field("attribute")).equals("execute");
        if (!onlyArgument || !execute) {
            return List.of();
        }
        Optional<Rewritten> rewritten = parts(built).flatMap(SqlParameters::rewrite);
        if (rewritten.isEmpty()) {
            return List.of();
        }
        String list = String.join(", ", rewritten.get().parameters());
        if (built.tree() == tree && built.node().equals(query)) {
            return List.of(new Replacement(tree.range(query), rewritten.get().text() + ", " + list));
        }
        boolean throughVariable = query.is("identifier")
                && variables.of(tree.text(query)).size() == 1
                && variables.of(tree.text(query)).getFirst().node().equals(built.node())
                && variables.isLocal(tree.text(query));
        return throughVariable
                ? List.of(
                        new Replacement(
                                built.tree().range(built.node()),
                                rewritten.get().text()),
                        new Replacement(tree.range(query).atEnd(), ", " + list))
                : List.of();
    }

    private static Optional<List<Part>> parts(Built built) {
        return switch (built.style()) {
            case F_STRING -> SqlText.ofFString(built.tree(), built.node());
            case PERCENT -> SqlText.ofPercent(built.tree(), built.node());
            case FORMAT -> SqlText.ofFormat(built.tree(), built.node());
            case PLUS -> SqlText.ofSum(built.tree(), built.node());
        };
    }

    /** @param text a literal with {@code ?} */
    private record Rewritten(String text, List<String> parameters) {}

    /** The first and last part are the quotation marks. */
    private static Optional<Rewritten> rewrite(List<Part> parts) {
        String open = parts.getFirst().text();
        String close = parts.getLast().text();
        StringBuilder sql = new StringBuilder();
        List<String> parameters = new ArrayList<>();
        List<Part> inner = new ArrayList<>(parts.subList(1, parts.size() - 1));
        for (int i = 0; i < inner.size(); i++) {
            Part part = inner.get(i);
            if (!part.value()) {
                sql.append(part.text());
                continue;
            }
            String next = i + 1 < inner.size() && !inner.get(i + 1).value()
                    ? inner.get(i + 1).text()
                    : "";
            int quote = openQuote(sql);
            String value = part.text();
            if (quote >= 0) {
                int end = next.indexOf('\'');
                if (end < 0) {
                    return Optional.empty();
                }
                Optional<String> quoted = quoted(sql.substring(quote + 1), value, next.substring(0, end));
                if (quoted.isEmpty()) {
                    return Optional.empty();
                }
                value = quoted.get();
                sql.setLength(sql.charAt(Math.max(quote - 1, 0)) == 'N' ? quote - 1 : quote);
                inner.set(i + 1, new Part(next.substring(end + 1), false));
            }
            if (!VALUE_FOLLOWS.matcher(sql).matches()) {
                return Optional.empty();
            }
            sql.append('?');
            parameters.add(value);
        }
        return parameters.isEmpty() ? Optional.empty() : Optional.of(new Rewritten(open + sql + close, parameters));
    }

    /** A value together with the text around it inside SQL's quotation marks, as in {@code '%{name}%'}. */
    private static Optional<String> quoted(String before, String value, String after) {
        if (before.isEmpty() && after.isEmpty()) {
            return Optional.of(value);
        }
        boolean plain = (before + value + after).chars().noneMatch(c -> "\"\\{}".indexOf(c) >= 0);
        return plain ? Optional.of("f\"" + before + "{" + value + "}" + after + "\"") : Optional.empty();
    }

    /** Offset of a quotation mark that is still open at the end; -1 when none is. */
    private static int openQuote(CharSequence sql) {
        int open = -1;
        for (int i = 0; i < sql.length(); i++) {
            if (sql.charAt(i) == '\'') {
                open = open < 0 ? i : -1;
            }
        }
        return open;
    }
}
