package dev.bobbin.emulator.standin.sql.reference;

import dev.bobbin.emulator.standin.sql.reference.Term.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Random queries, simple ones first, so that a failing one shrinks to something readable. */
final class Queries {

    private static final int DEEPEST = 2;

    private final Tables tables = new Tables();

    Arbitrary<Query> queries() {
        Arbitrary<Query> plain = sources().flatMap(this::select);
        Arbitrary<Query> combined = Arbitraries.of(Kind.values())
                .list()
                .ofMinSize(1)
                .ofMaxSize(2)
                .flatMap(kinds -> Combinators.combine(
                                Arbitraries.of("UNION", "UNION ALL", "EXCEPT", "INTERSECT"), part(kinds), part(kinds))
                        .as(Query.Combined::new));
        return Arbitraries.frequencyOf(net.jqwik.api.Tuple.of(4, plain), net.jqwik.api.Tuple.of(1, combined));
    }

    Arbitrary<Source> sources() {
        List<String> one = List.of("x");
        List<String> two = List.of("x", "y");
        Arbitrary<Source> single = condition(one, 1, false).injectNull(0.7).map(where -> new Source.One(tables, where));
        Arbitrary<Source> join = Combinators.combine(Arbitraries.of("INNER", "LEFT", "RIGHT", "FULL"), on(two))
                .as((kind, on) -> new Source.Join(tables, kind, on));
        Arbitrary<Source> apply = Combinators.combine(
                        Arbitraries.of(true, false), Arbitraries.of(1, 2), condition(two, 1, false))
                .as((outer, top, where) -> new Source.Apply(tables, outer, top, where));
        return Arbitraries.oneOf(single, join, apply);
    }

    private Arbitrary<Condition> on(List<String> aliases) {
        Arbitrary<Condition> keys = Arbitraries.of("id", "g", "t", "d").map(name -> {
            Kind kind = name.equals("t") ? Kind.TEXT : name.equals("d") ? Kind.DECIMAL : Kind.WHOLE;
            return new Condition.Compare("=", new Term.Column("x", name, kind), new Term.Column("y", name, kind));
        });
        return Arbitraries.oneOf(keys, condition(aliases, 1, false));
    }

    private Arbitrary<Query> part(List<Kind> kinds) {
        Source source = new Source.One(tables, null);
        List<Arbitrary<Output>> outputs = new ArrayList<>();
        kinds.forEach(kind -> outputs.add(term(kind, List.of("x"), 1, false).map(Output.Plain::new)));
        return Combinators.combine(
                        Combinators.combine(outputs).as(list -> list),
                        condition(List.of("x"), 1, true).injectNull(0.5))
                .as((list, where) -> new Query.Select(source, where, null, null, list, false, List.of(), 0, -1));
    }

    private Arbitrary<Query> select(Source source) {
        return Arbitraries.of(true, false).flatMap(grouped -> grouped ? grouped(source) : plain(source));
    }

    private Arbitrary<Query> plain(Source source) {
        List<String> aliases = source.aliases();
        Arbitrary<Output> output = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, anyTerm(aliases, DEEPEST).map(Output.Plain::new)),
                net.jqwik.api.Tuple.of(1, window(aliases)));
        return finished(
                source,
                null,
                Arbitraries.just(false).map(ignored -> null),
                output.list().ofMinSize(1).ofMaxSize(3));
    }

    private Arbitrary<Query> grouped(Source source) {
        List<String> aliases = source.aliases();
        return simple(aliases).list().ofMaxSize(2).flatMap(keys -> {
            Arbitrary<Output> aggregate = aggregate(aliases);
            Arbitrary<Output> output = keys.isEmpty()
                    ? aggregate
                    : Arbitraries.oneOf(Arbitraries.of(keys).map(Output.Plain::new), aggregate);
            Arbitrary<Condition> having = keys.isEmpty()
                    ? Arbitraries.just(false).map(ignored -> null)
                    : Arbitraries.of(keys)
                            .<Condition>map(key -> new Condition.IsNull(key, true))
                            .injectNull(0.6);
            return finished(source, keys, having, output.list().ofMinSize(1).ofMaxSize(3));
        });
    }

    private Arbitrary<Query> finished(
            Source source, List<Term> keys, Arbitrary<Condition> having, Arbitrary<List<Output>> outputs) {
        return Combinators.combine(
                        condition(source.aliases(), DEEPEST, true).injectNull(0.4),
                        having,
                        outputs,
                        Arbitraries.of(false, true),
                        Arbitraries.of(false, true).list().ofSize(3).injectNull(0.4),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.integers().between(-1, 4))
                .as((where, kept, list, distinct, order, skip, most) -> new Query.Select(
                        source,
                        where,
                        keys,
                        kept,
                        list,
                        distinct,
                        order == null ? List.of() : order.subList(0, list.size()),
                        order == null ? 0 : skip,
                        order == null ? -1 : most));
    }

    private Arbitrary<Output> aggregate(List<String> aliases) {
        Arbitrary<Output> number = Combinators.combine(
                        Arbitraries.of("COUNT", "SUM", "AVG", "MIN", "MAX"),
                        Arbitraries.of(false, true),
                        Arbitraries.oneOf(term(Kind.WHOLE, aliases, 1, false), columns(Kind.DECIMAL, aliases)))
                .as(Output.Aggregate::new);
        Arbitrary<Output> text = Combinators.combine(
                        Arbitraries.of("COUNT", "MIN", "MAX"), Arbitraries.of(false, true), columns(Kind.TEXT, aliases))
                .as(Output.Aggregate::new);
        return Arbitraries.oneOf(Arbitraries.just(new Output.Aggregate("COUNT", false, null)), number, text);
    }

    private Arbitrary<Output> window(List<String> aliases) {
        List<String> order = aliases.stream().map(alias -> alias + ".id").toList();
        Arbitrary<Term> partition = simple(aliases).injectNull(0.5);
        Arbitrary<Output> ranking = Combinators.combine(
                        Arbitraries.of("ROW_NUMBER", "RANK", "DENSE_RANK"), partition, Arbitraries.of(false, true))
                .as((name, by, descending) -> new Output.Window(name, null, by, order, descending, ""));
        Arbitrary<Output> neighbour = Combinators.combine(
                        Arbitraries.of("LAG", "LEAD", "FIRST_VALUE"),
                        simple(aliases),
                        partition,
                        Arbitraries.of(false, true))
                .as((name, argument, by, descending) -> new Output.Window(name, argument, by, order, descending, ""));
        Arbitrary<Output> aggregate = Combinators.combine(
                        Arbitraries.of("SUM", "COUNT", "MIN", "MAX", "AVG"),
                        Arbitraries.oneOf(columns(Kind.WHOLE, aliases), columns(Kind.DECIMAL, aliases)),
                        partition,
                        Arbitraries.of(false, true),
                        Arbitraries.of(
                                "",
                                "ROWS UNBOUNDED PRECEDING",
                                "ROWS BETWEEN 1 PRECEDING AND CURRENT ROW",
                                "ROWS BETWEEN 1 PRECEDING AND 1 FOLLOWING",
                                "ROWS BETWEEN UNBOUNDED PRECEDING AND UNBOUNDED FOLLOWING"))
                .as((name, argument, by, descending, frame) ->
                        new Output.Window(name, argument, by, order, descending, frame));
        return Arbitraries.oneOf(ranking, neighbour, aggregate);
    }

    private Arbitrary<Term> anyTerm(List<String> aliases, int depth) {
        return Arbitraries.of(Kind.values()).flatMap(kind -> term(kind, aliases, depth, true));
    }

    private Arbitrary<Term> simple(List<String> aliases) {
        return Arbitraries.of(Kind.values()).flatMap(kind -> columns(kind, aliases));
    }

    private static Arbitrary<Term> columns(Kind kind, List<String> aliases) {
        List<Term> columns = new ArrayList<>();
        aliases.forEach(alias -> columns.addAll(Tables.columns(alias, kind)));
        return Arbitraries.of(columns);
    }

    private static Arbitrary<Term> literals(Kind kind) {
        return switch (kind) {
            case WHOLE ->
                Arbitraries.longs().between(-3, 9).injectNull(0.1).map(value -> new Term.Literal(value, kind));
            case DECIMAL ->
                Arbitraries.of("0.00", "1.50", "-2.25", "10.10")
                        .map(BigDecimal::new)
                        .map(value -> new Term.Literal(value, kind));
            case TEXT -> Arbitraries.of("a", "B", "", "ab").injectNull(0.1).map(value -> new Term.Literal(value, kind));
        };
    }

    /** @param nested whether it may hold subqueries */
    Arbitrary<Term> term(Kind kind, List<String> aliases, int depth, boolean nested) {
        Arbitrary<Term> leaf = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(3, columns(kind, aliases)), net.jqwik.api.Tuple.of(1, literals(kind)));
        if (depth == 0) {
            return leaf;
        }
        Arbitrary<Term> inner = term(kind, aliases, depth - 1, nested);
        Arbitrary<Term> choice = Combinators.combine(condition(aliases, depth - 1, nested), inner, inner)
                .as(Term.Choice::new);
        Arbitrary<Term> fallback = Combinators.combine(inner, columns(kind, aliases))
                .as((first, second) -> new Term.Function("COALESCE", List.of(first, second)));
        Arbitrary<Term> nothing = Combinators.combine(columns(kind, aliases), inner)
                .as((first, second) -> new Term.Function("NULLIF", List.of(first, second)));
        List<Arbitrary<Term>> all =
                new ArrayList<>(List.of(leaf, own(kind, aliases, depth, nested), choice, fallback, nothing));
        if (nested) {
            all.add(subquery(kind, aliases).map(Term.Greatest::new));
        }
        return Arbitraries.oneOf(all);
    }

    /** The operators and functions that a kind has for itself. */
    private Arbitrary<Term> own(Kind kind, List<String> aliases, int depth, boolean nested) {
        Arbitrary<Term> inner = term(kind, aliases, depth - 1, nested);
        return switch (kind) {
            case WHOLE ->
                Arbitraries.oneOf(
                        Combinators.combine(Arbitraries.of("+", "-", "*", "/", "%"), inner, inner)
                                .as((operator, a, b) -> new Term.Arithmetic(operator, a, b, kind)),
                        Combinators.combine(Arbitraries.of("ABS", "SIGN"), inner)
                                .as((name, a) -> new Term.Function(name, List.of(a))),
                        term(Kind.TEXT, aliases, depth - 1, nested).map(a -> new Term.Function("LEN", List.of(a))));
            case DECIMAL ->
                Arbitraries.oneOf(
                        Combinators.combine(
                                        Arbitraries.of("+", "-"), inner, term(Kind.WHOLE, aliases, depth - 1, nested))
                                .as((operator, a, b) -> new Term.Arithmetic(operator, a, b, kind)),
                        Combinators.combine(columns(kind, aliases), literals(kind))
                                .as((a, b) -> new Term.Arithmetic("*", a, b, kind)));
            case TEXT ->
                Arbitraries.oneOf(
                        Combinators.combine(inner, inner).as(Term.Joined::new),
                        Combinators.combine(Arbitraries.of("UPPER", "REVERSE"), inner)
                                .as((name, a) -> new Term.Function(name, List.of(a))));
        };
    }

    private Arbitrary<Subquery> subquery(Kind kind, List<String> aliases) {
        List<String> visible = new ArrayList<>(aliases);
        visible.add("s");
        return Combinators.combine(columns(kind, List.of("s")), condition(visible, 1, false))
                .as((value, where) -> new Subquery(tables, value, where));
    }

    Arbitrary<Condition> condition(List<String> aliases, int depth, boolean nested) {
        Arbitrary<Condition> compare = Arbitraries.of(Kind.values()).flatMap(kind -> {
            Kind other = kind == Kind.DECIMAL ? Kind.WHOLE : kind;
            Arbitrary<Term> left = term(kind, aliases, Math.max(0, depth - 1), false);
            return Combinators.combine(
                            Arbitraries.of("=", "<>", "<", "<=", ">", ">="),
                            left,
                            Arbitraries.oneOf(left, term(other, aliases, 0, false)))
                    .as(Condition.Compare::new);
        });
        Arbitrary<Condition> isNull = Combinators.combine(simple(aliases), Arbitraries.of(false, true))
                .as(Condition.IsNull::new);
        if (depth == 0) {
            return Arbitraries.oneOf(compare, isNull);
        }
        Arbitrary<Condition> inner = condition(aliases, depth - 1, nested);
        Arbitrary<Condition> both =
                Combinators.combine(Arbitraries.of(true, false), inner, inner).as(Condition.Both::new);
        Arbitrary<Condition> in = Arbitraries.of(Kind.values())
                .flatMap(kind -> Combinators.combine(
                                columns(kind, aliases),
                                literals(kind).list().ofMinSize(1).ofMaxSize(3),
                                Arbitraries.of(false, true))
                        .as(Condition.InList::new));
        Arbitrary<Condition> between = Arbitraries.of(Kind.values())
                .flatMap(kind -> Combinators.combine(columns(kind, aliases), literals(kind), literals(kind))
                        .as(Condition.Between::new));
        List<Arbitrary<Condition>> all =
                new ArrayList<>(List.of(compare, isNull, both, inner.map(Condition.Not::new), in, between));
        if (nested) {
            all.add(Arbitraries.of(Kind.values())
                    .flatMap(kind -> Arbitraries.oneOf(
                            subquery(kind, aliases).map(Condition.Exists::new),
                            Combinators.combine(
                                            columns(kind, aliases),
                                            subquery(kind, aliases),
                                            Arbitraries.of(false, true))
                                    .as(Condition.InQuery::new),
                            Combinators.combine(
                                            columns(kind, aliases),
                                            Arbitraries.of("=", "<>", "<", ">="),
                                            Arbitraries.of(false, true),
                                            subquery(kind, aliases))
                                    .as(Condition.Quantified::new))));
        }
        return Arbitraries.oneOf(all);
    }
}
