package dev.bobbin.emulator.standin.sql.bind;

import dev.bobbin.emulator.standin.sql.emit.TextKeys;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;

/** Gives the outputs of a bound query other types, and the collations duplicates are found by. */
final class Outputs {

    private Outputs() {}

    static Plan withTypes(Plan plan, List<SqlType> types, BindContext context) {
        return new Plan(
                plan.with(), withTypes(plan.body(), types, context, false), plan.order(), plan.limit(), plan.offset());
    }

    /** The body with its outputs converted; {@code distinct} also gives them the collation duplicates are found by. */
    static Plan.Body withTypes(Plan.Body body, List<SqlType> types, BindContext context, boolean distinct) {
        return switch (body) {
            case Plan.Select select ->
                new Plan.Select(
                        select.distinct(),
                        converted(select.outputs(), types, context, distinct),
                        select.from(),
                        select.where(),
                        select.groupBy(),
                        select.having());
            case Plan.Values values -> {
                List<List<Bound>> rows = values.rows().stream()
                        .map(row -> {
                            List<Bound> converted = new ArrayList<>();
                            for (int i = 0; i < row.size(); i++) {
                                converted.add(collated(Coercion.implicit(row.get(i), types.get(i)), context, distinct));
                            }
                            return converted;
                        })
                        .toList();
                yield new Plan.Values(converted(values.outputs(), types, context, false), rows);
            }
            case Plan.SetOperation operation ->
                new Plan.SetOperation(
                        operation.operator(),
                        withTypes(operation.left(), types, context, distinct),
                        withTypes(operation.right(), types, context, distinct));
            case Plan.Recursive recursive -> recursive;
            case Plan.Nested nested -> {
                List<Output> outer = new ArrayList<>();
                List<Output> inner = nested.outputs();
                for (int i = 0; i < inner.size(); i++) {
                    Bound column = new Bound.Column(
                            "n", "c" + (i + 1), inner.get(i).value().type(), false);
                    outer.add(new Output(
                            inner.get(i).name(), collated(Coercion.implicit(column, types.get(i)), context, distinct)));
                }
                yield new Plan.Select(false, outer, new Plan.Derived(nested.query(), "n"), null, List.of(), null);
            }
        };
    }

    private static List<Output> converted(
            List<Output> outputs, List<SqlType> types, BindContext context, boolean distinct) {
        List<Output> converted = new ArrayList<>();
        for (int i = 0; i < outputs.size(); i++) {
            Output output = outputs.get(i);
            converted.add(new Output(
                    output.name(), collated(Coercion.implicit(output.value(), types.get(i)), context, distinct)));
        }
        return converted;
    }

    /** What rows are grouped by. */
    static Bound groupKey(Bound value, BindContext context) {
        String collation = context.collation(value);
        return collation.isEmpty()
                ? value
                : Bound.Sql.of(
                        value.type(), "(" + TextKeys.grouped("{0}", collation, TextKeys.isColumn(value)) + ")", value);
    }

    static Bound collated(Bound value, BindContext context, boolean wanted) {
        String collation = wanted ? context.collation(value) : "";
        return collation.isEmpty() ? value : Bound.Sql.of(value.type(), "({0}" + collation + ")", value);
    }
}
