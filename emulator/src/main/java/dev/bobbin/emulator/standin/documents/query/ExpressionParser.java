package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Reads scalar expressions. Source: "Operators" and "Keywords", query reference of Azure Cosmos DB for NoSQL. */
final class ExpressionParser {

    private static final Set<String> AGGREGATES = Set.of("COUNT", "SUM", "AVG", "MIN", "MAX");

    /** Binary operators from those that bind least to those that bind most. */
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("??"),
            Set.of("OR"),
            Set.of("AND"),
            Set.of("|"),
            Set.of("^"),
            Set.of("&"),
            Set.of("=", "!=", "<>", "<", ">", "<=", ">="),
            Set.of("<<", ">>", ">>>"),
            Set.of("||"),
            Set.of("+", "-"),
            Set.of("*", "/", "%"));

    private static final int COMPARISON = 6;

    private final Tokens tokens;
    private final Supplier<Query> queries;
    private final Deque<List<Expression.Aggregate>> aggregates = new ArrayDeque<>();

    /** @param queries reads a query that begins at the next token */
    ExpressionParser(Tokens tokens, Supplier<Query> queries) {
        this.tokens = tokens;
        this.queries = queries;
    }

    /** Begins to collect the aggregates of a query, which {@link #endQuery()} ends. */
    List<Expression.Aggregate> beginQuery() {
        List<Expression.Aggregate> found = new ArrayList<>();
        aggregates.push(found);
        return found;
    }

    void endQuery() {
        aggregates.pop();
    }

    Expression expression() {
        Expression condition = binary(0);
        if (!tokens.takeSymbol("?")) {
            return condition;
        }
        Expression then = expression();
        tokens.expectSymbol(":");
        return new Expression.Conditional(condition, then, expression());
    }

    private Expression binary(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Expression left = binary(level + 1);
        if (level == COMPARISON) {
            left = tests(left);
        }
        @Nullable String operator;
        while ((operator = operator(LEVELS.get(level))) != null) {
            left = new Expression.Binary(operator, left, binary(level + 1));
        }
        return left;
    }

    private @Nullable String operator(Set<String> operators) {
        Token next = tokens.peek();
        String text = next.kind() == Token.Kind.NAME ? next.text().toUpperCase(Locale.ROOT) : next.text();
        boolean word = next.kind() == Token.Kind.NAME || next.kind() == Token.Kind.SYMBOL;
        if (!word || !operators.contains(text)) {
            return null;
        }
        tokens.take();
        return text.equals("<>") ? "!=" : text;
    }

    /** {@code [NOT] IN}, {@code BETWEEN} and {@code LIKE}. */
    private Expression tests(Expression value) {
        boolean not = tokens.isWord("NOT")
                && (tokens.peek(1).isWord("IN")
                        || tokens.peek(1).isWord("BETWEEN")
                        || tokens.peek(1).isWord("LIKE"));
        if (not) {
            tokens.take();
        }
        Expression test;
        if (tokens.takeWord("IN")) {
            tokens.expectSymbol("(");
            if (tokens.isSymbol(")")) {
                throw QueryError.syntax(tokens.peek());
            }
            test = new Expression.In(value, list(")"));
        } else if (tokens.takeWord("BETWEEN")) {
            Expression low = binary(COMPARISON + 1);
            tokens.expectWord("AND");
            test = new Expression.Between(value, low, binary(COMPARISON + 1));
        } else if (tokens.takeWord("LIKE")) {
            Expression pattern = binary(COMPARISON + 1);
            test = new Expression.Like(value, pattern, tokens.takeWord("ESCAPE") ? primary() : null);
        } else {
            return value;
        }
        return not ? new Expression.Unary("NOT", test) : test;
    }

    private Expression unary() {
        if (tokens.takeWord("NOT")) {
            // NOT binds less than a comparison: NOT a = b is NOT (a = b).
            return new Expression.Unary("NOT", binary(COMPARISON));
        }
        for (String operator : List.of("-", "+", "~")) {
            if (tokens.takeSymbol(operator)) {
                return new Expression.Unary(operator, unary());
            }
        }
        return postfix(primary());
    }

    private Expression postfix(Expression target) {
        Expression result = target;
        while (true) {
            if (tokens.takeSymbol(".")) {
                result = new Expression.Property(result, tokens.expectName());
            } else if (tokens.takeSymbol("[")) {
                Expression index = expression();
                tokens.expectSymbol("]");
                result = index instanceof Expression.Literal(TextNode name)
                        ? new Expression.Property(result, name.textValue())
                        : new Expression.Element(result, index);
            } else {
                return result;
            }
        }
    }

    /** A name and the steps that lead on from it, as FROM takes them. */
    Expression path() {
        Token place = tokens.peek();
        return postfix(new Expression.Source(tokens.expectName(), place));
    }

    Expression primary() {
        Token token = tokens.take();
        return switch (token.kind()) {
            case NUMBER -> new Expression.Literal(Values.number(token));
            case STRING -> new Expression.Literal(TextNode.valueOf(token.text()));
            case PARAMETER -> new Expression.Parameter(token.text());
            case SYMBOL -> bracketed(token);
            case NAME -> named(token);
            case END -> throw QueryError.syntax(token);
        };
    }

    private Expression bracketed(Token token) {
        switch (token.text()) {
            case "(" -> {
                Expression inner = tokens.isWord("SELECT")
                        ? new Expression.Subquery(Expression.Kind.SCALAR, queries.get())
                        : expression();
                tokens.expectSymbol(")");
                return inner;
            }
            case "[" -> {
                return new Expression.ArrayOf(list("]"));
            }
            case "{" -> {
                return object();
            }
            default -> throw QueryError.syntax(token);
        }
    }

    private Expression named(Token token) {
        String upper = token.text().toUpperCase(Locale.ROOT);
        if (tokens.isSymbol("(")) {
            return call(token, upper);
        }
        if (upper.equals("UDF") && tokens.isSymbol(".")) {
            throw QueryError.unsupported("A user-defined function (udf.)");
        }
        @Nullable
        JsonNode literal =
                switch (token.text()) {
                    case "true" -> BooleanNode.TRUE;
                    case "false" -> BooleanNode.FALSE;
                    case "null" -> NullNode.instance;
                    default -> null;
                };
        if (literal != null) {
            return new Expression.Literal(literal);
        }
        if (token.text().equals("undefined")) {
            return new Expression.Undefined();
        }
        if (Tokens.isKeyword(token)) {
            throw QueryError.syntax(token);
        }
        return new Expression.Source(token.text(), token);
    }

    private Expression call(Token token, String name) {
        tokens.expectSymbol("(");
        if (tokens.isWord("SELECT") && (name.equals("EXISTS") || name.equals("ARRAY"))) {
            Query query = queries.get();
            tokens.expectSymbol(")");
            return new Expression.Subquery(Expression.Kind.valueOf(name), query);
        }
        List<Expression> arguments = list(")");
        if (AGGREGATES.contains(name)) {
            if (arguments.size() != 1) {
                throw QueryError.syntax(token);
            }
            List<Expression.Aggregate> found = aggregates.getFirst();
            Expression.Aggregate aggregate = new Expression.Aggregate(name, arguments.getFirst(), found.size());
            found.add(aggregate);
            return aggregate;
        }
        Functions.check(name, arguments.size(), token);
        return new Expression.Call(name, arguments, token);
    }

    private List<Expression> list(String end) {
        List<Expression> elements = new ArrayList<>();
        if (tokens.takeSymbol(end)) {
            return elements;
        }
        do {
            elements.add(expression());
        } while (tokens.takeSymbol(","));
        tokens.expectSymbol(end);
        return elements;
    }

    private Expression object() {
        List<String> names = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        if (!tokens.takeSymbol("}")) {
            do {
                Token name = tokens.take();
                if (name.kind() != Token.Kind.STRING && name.kind() != Token.Kind.NAME) {
                    throw QueryError.syntax(name);
                }
                tokens.expectSymbol(":");
                names.add(name.text());
                values.add(expression());
            } while (tokens.takeSymbol(","));
            tokens.expectSymbol("}");
        }
        return new Expression.ObjectOf(names, values);
    }
}
