package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.types.Kind;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;
import java.util.stream.Stream;

/**
 * What a warehouse refuses that a SQL database takes (Fabric documentation, "T-SQL surface area in Fabric Data Warehouse",
 * "Data types in Microsoft Fabric" and "Primary keys, foreign keys, and unique keys in Warehouse").
 */
final class WarehouseRules {

    private static final int MOST_FRACTION = 6;

    private WarehouseRules() {}

    /** @throws SqlError when a warehouse knows no such statement or no such part of it */
    static void require(Statement statement) {
        switch (statement) {
            case Statement.CreateTable create
            when !create.name().temporary() -> {
                columns("CREATE TABLE", create.columns());
                constraints("CREATE TABLE", create.constraints());
            }
            case Statement.AddToTable add
            when !add.table().temporary() -> {
                columns("ALTER TABLE", add.columns());
                add.constraints().forEach(WarehouseRules::requireNotEnforced);
                add.constraints().stream()
                        .filter(constraint ->
                                constraint instanceof Statement.Check || constraint instanceof Statement.DefaultValue)
                        .forEach(constraint -> {
                            throw keyword(word(constraint), "ALTER TABLE");
                        });
            }
            case Statement.AlterColumn alter
            when !alter.table().temporary() ->
                throw SqlErrors.notSupported("ALTER TABLE … ALTER COLUMN in a warehouse");
            case Statement.CreateIndex index when !index.table().temporary() -> throw statement("CREATE INDEX");
            case Statement.DropIndex index when !index.table().temporary() -> throw statement("DROP INDEX");
            case Statement.CreateSequence ignored -> throw statement("CREATE SEQUENCE");
            case Statement.AlterSequence ignored -> throw statement("ALTER SEQUENCE");
            default -> {}
        }
    }

    /** A SQL database has no CREATE TABLE … AS. */
    static void requireWarehouse(Statement statement) {
        if (statement instanceof Statement.CreateTableAs) {
            throw SqlErrors.keywordSyntaxNear("AS");
        }
        if (statement instanceof Statement.CloneTable) {
            throw SqlErrors.keywordSyntaxNear("AS");
        }
    }

    private static SqlError keyword(String word, String statement) {
        return new SqlError(
                24584,
                "42000",
                "The " + word + " keyword is not supported in the " + statement
                        + " statement in this edition of SQL Server.",
                16,
                0);
    }

    private static SqlError statement(String name) {
        return new SqlError(15868, "42000", name + " is not supported in this edition of SQL Server.", 16, 0);
    }

    private static String word(Statement.Constraint constraint) {
        return switch (constraint) {
            case Statement.Key key -> key.primary() ? "PRIMARY KEY" : "UNIQUE";
            case Statement.Check ignored -> "CHECK";
            case Statement.DefaultValue ignored -> "DEFAULT";
            case Statement.ForeignKey ignored -> "FOREIGN KEY";
        };
    }

    private static void requireNotEnforced(Statement.Constraint constraint) {
        boolean key = constraint instanceof Statement.Key unique && unique.enforced();
        if (key || constraint instanceof Statement.ForeignKey foreign && foreign.enforced()) {
            String kind = key ? "unique" : "foreign key";
            throw new SqlError(
                    104467,
                    "42000",
                    "Enforced " + kind + " constraints are not supported. To create an unenforced " + kind
                            + " constraint you must include the NOT ENFORCED syntax as part of your statement.",
                    16,
                    1);
        }
    }

    private static void constraints(String statement, List<Statement.Constraint> constraints) {
        if (!constraints.isEmpty()) {
            throw keyword(word(constraints.getFirst()), statement);
        }
    }

    private static void columns(String statement, List<Statement.ColumnDefinition> columns) {
        for (Statement.ColumnDefinition column : columns) {
            constraints(statement, column.constraints());
            if (column.type() == null) {
                throw SqlErrors.notSupported("computed column " + column.name() + " in a warehouse");
            }
            SqlType type = SqlType.declared(column.type(), columns.indexOf(column) + 1);
            Statement.Identity identity = column.identity();
            if (identity != null && (type.kind() != Kind.BIGINT || identity.seed() != 1 || identity.increment() != 1)) {
                throw keyword("IDENTITY", statement);
            }
            boolean tooFine = Stream.of(Kind.TIME, Kind.DATETIME2).anyMatch(kind -> kind == type.kind())
                    && type.scale() > MOST_FRACTION;
            if (tooFine) {
                throw new SqlError(
                        24597,
                        "42000",
                        "The data type '" + type + "' of column '" + column.name()
                                + "' is not supported: a warehouse keeps at most six digits of the fraction of a second.");
            }
        }
    }
}
