package dev.bobbin.emulator.standin.documents.query;

import dev.bobbin.emulator.standin.documents.query.Query.FromItem;
import dev.bobbin.emulator.standin.documents.query.Query.Ordering;
import dev.bobbin.emulator.standin.documents.query.Query.Origin;
import dev.bobbin.emulator.standin.documents.query.Query.Selection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the clauses of a query. Source: "Clauses", query reference of Azure Cosmos DB for NoSQL. */
final class QueryParser {

    private static final Set<String> CLAUSES =
            Set.of("FROM", "WHERE", "GROUP", "ORDER", "OFFSET", "LIMIT", "JOIN", "IN", "AS", "HAVING");

    private final Tokens tokens;
    private final ExpressionParser expressions;

    private QueryParser(Tokens tokens) {
        this.tokens = tokens;
        this.expressions = new ExpressionParser(tokens, this::query);
    }

    /** @throws QueryError when the text is no query */
    static Query parse(String text) {
        Tokens tokens = new Tokens(text);
        Query query = new QueryParser(tokens).query();
        if (tokens.peek().kind() != Token.Kind.END) {
            throw QueryError.syntax(tokens.peek());
        }
        return query;
    }

    private Query query() {
        tokens.expectWord("SELECT");
        List<Expression.Aggregate> aggregates = expressions.beginQuery();
        boolean distinct = tokens.takeWord("DISTINCT");
        @Nullable Expression top = tokens.takeWord("TOP") ? expressions.primary() : null;
        Selection selection = selection();
        List<FromItem> from = tokens.takeWord("FROM") ? from() : List.of();
        @Nullable Expression where = tokens.takeWord("WHERE") ? expressions.expression() : null;
        List<Expression> groupBy = groupBy();
        Token orderPlace = tokens.peek();
        List<Ordering> orderBy = orderBy();
        if (!groupBy.isEmpty() && !orderBy.isEmpty()) {
            throw new QueryError(
                    "SC2103",
                    orderPlace.start(),
                    orderPlace.end(),
                    "'ORDER BY' clause is not supported in combination with 'GROUP BY'.");
        }
        @Nullable Expression offset = tokens.takeWord("OFFSET") ? expressions.primary() : null;
        @Nullable Expression limit = null;
        if (offset != null) {
            tokens.expectWord("LIMIT");
            limit = expressions.primary();
        }
        expressions.endQuery();
        Query query = new Query(distinct, top, selection, from, where, groupBy, orderBy, offset, limit, aggregates);
        GroupRule.check(query);
        OrderRule.check(query);
        return query;
    }

    private Selection selection() {
        if (tokens.takeSymbol("*")) {
            return new Selection.All();
        }
        if (tokens.takeWord("VALUE")) {
            return new Selection.Value(expressions.expression());
        }
        List<@Nullable String> given = new ArrayList<>();
        List<Expression> values = new ArrayList<>();
        do {
            values.add(expressions.expression());
            given.add(alias());
        } while (tokens.takeSymbol(","));
        return new Selection.Fields(names(given, values), values);
    }

    /** Unnamed fields are called after the end of their path, else {@code $1}, {@code $2} and so on. */
    private static List<String> names(List<@Nullable String> given, List<Expression> values) {
        List<String> names = new ArrayList<>();
        int unnamed = 0;
        for (int i = 0; i < values.size(); i++) {
            @Nullable String name = given.get(i);
            if (name == null) {
                name = switch (values.get(i)) {
                    case Expression.Property property -> property.name();
                    case Expression.Source source -> source.alias();
                    default -> "$" + ++unnamed;
                };
            }
            names.add(name);
        }
        return names;
    }

    private @Nullable String alias() {
        if (tokens.takeWord("AS")) {
            return tokens.peek().kind() == Token.Kind.STRING ? tokens.take().text() : tokens.expectName();
        }
        Token next = tokens.peek();
        boolean named =
                next.kind() == Token.Kind.NAME && !CLAUSES.contains(next.text().toUpperCase(Locale.ROOT));
        return named ? tokens.take().text() : null;
    }

    private List<FromItem> from() {
        List<FromItem> items = new ArrayList<>();
        do {
            items.add(fromItem());
        } while (tokens.takeWord("JOIN"));
        return items;
    }

    private FromItem fromItem() {
        if (tokens.peek().kind() == Token.Kind.NAME && tokens.peek(1).isWord("IN")) {
            String alias = tokens.take().text();
            tokens.take();
            return new FromItem.Elements(alias, origin());
        }
        Origin origin = origin();
        @Nullable String alias = alias();
        return new FromItem.Whole(alias == null ? nameOf(origin) : alias, origin);
    }

    private static @Nullable String nameOf(Origin origin) {
        return switch (origin) {
            case Origin.Path(Expression.Source source) -> source.alias();
            case Origin.Path(Expression.Property property) -> property.name();
            default -> null;
        };
    }

    private Origin origin() {
        if (tokens.isSymbol("(")) {
            tokens.take();
            Query query = query();
            tokens.expectSymbol(")");
            return new Origin.Rows(query);
        }
        return new Origin.Path(expressions.path());
    }

    private List<Expression> groupBy() {
        List<Expression> keys = new ArrayList<>();
        if (tokens.takeWord("GROUP")) {
            tokens.expectWord("BY");
            do {
                keys.add(expressions.expression());
            } while (tokens.takeSymbol(","));
        }
        return keys;
    }

    private List<Ordering> orderBy() {
        List<Ordering> orderings = new ArrayList<>();
        if (tokens.takeWord("ORDER")) {
            tokens.expectWord("BY");
            if (tokens.isWord("RANK")) {
                throw QueryError.unsupported("ORDER BY RANK");
            }
            do {
                Expression expression = expressions.expression();
                if (expression instanceof Expression.Call call
                        && call.name().equals(VectorDistance.NAME)
                        && tokens.isWord("DESC")) {
                    // The most similar always come first (query reference, VectorDistance).
                    throw QueryError.syntax(tokens.peek());
                }
                boolean descending = tokens.takeWord("DESC");
                if (!descending) {
                    tokens.takeWord("ASC");
                }
                orderings.add(new Ordering(expression, descending));
            } while (tokens.takeSymbol(","));
        }
        return orderings;
    }
}
