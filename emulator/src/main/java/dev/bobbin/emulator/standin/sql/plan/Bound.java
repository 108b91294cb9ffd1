package dev.bobbin.emulator.standin.sql.plan;

import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An expression whose names are resolved and whose T-SQL type is known. Equal expressions are equal records. */
public sealed interface Bound {

    SqlType type();

    /** @param value as Java holds it; @param stored in the form of a table rather than of a statement */
    record Constant(@Nullable Object value, SqlType type, boolean stored) implements Bound {
        public Constant(@Nullable Object value, SqlType type) {
            this(value, type, false);
        }
    }

    /**
     * A variable or parameter: its value is converted and bound when the statement runs.
     *
     * @param name {@code @v}, or {@code ?1} for a parameter
     * @param from the type its value has
     */
    record Input(String name, SqlType from, SqlType type, boolean stored) implements Bound {}

    /** @param stored true when the value lies in a table, in the table's form */
    record Column(String relation, String name, SqlType type, boolean stored) implements Bound {}

    /** A text that is compared otherwise than the database compares; {@code collation} is SQLite's name of the way. */
    record Collated(Bound value, String collation) implements Bound {
        @Override
        public SqlType type() {
            return value.type();
        }
    }

    /** How an expression stands to the grouping of its query. */
    enum Role {
        PLAIN,
        AGGREGATE,
        WINDOW
    }

    /** SQLite's own syntax: {@code {0}} stands for the first argument, and so on. */
    record Sql(String template, List<Bound> arguments, SqlType type, Role role) implements Bound {

        public static Sql of(SqlType type, String template, Bound... arguments) {
            return new Sql(template, List.of(arguments), type, Role.PLAIN);
        }
    }

    /** A function the stand-in brings with it. */
    record Invoke(FunctionInstance function, List<Bound> arguments) implements Bound {
        @Override
        public SqlType type() {
            return function.result();
        }
    }

    /**
     * A query inside an expression; {@code {q}} in the template stands for it.
     *
     * @param outer the columns of surrounding queries it reads
     */
    record Nested(String template, List<Bound> arguments, Plan query, SqlType type, List<Bound> outer)
            implements Bound {}
}
