package dev.bobbin.emulator.standin.sql.plan;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Table;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A bound INSERT, UPDATE, DELETE or MERGE. */
public sealed interface ChangePlan {

    /** The table that is changed. */
    Table table();

    /** The columns of OUTPUT; empty without it. */
    List<Output> returned();

    /**
     * Rows that are given: the values in the form of the table.
     *
     * @param columns names of the columns that get a value
     * @param values rows of values; empty when a query yields them
     * @param query yields the rows; null when {@code values} are given
     */
    record Insert(
            Table table,
            List<String> columns,
            List<List<Bound>> values,
            @Nullable Plan query,
            List<Output> returned) implements ChangePlan {}

    /** A column and the value it gets, in the form of the table. */
    record Assignment(String column, Bound value) {}

    /** Changes rows in place; {@code relation} names the table in its expressions. */
    record Update(
            Table table,
            String relation,
            List<Assignment> assignments,
            @Nullable Bound where,
            List<Output> returned) implements ChangePlan {}

    record Delete(Table table, String relation, @Nullable Bound where, List<Output> returned) implements ChangePlan {}

    enum Action {
        UPDATE,
        DELETE,
        INSERT
    }

    /**
     * What is done with the staged rows of one kind.
     *
     * @param number the value of the stage's first column that marks its rows
     * @param columns the columns that get a value
     * @param positions where in the stage each of those values is, from 1
     */
    record Step(Action action, int number, List<String> columns, List<Integer> positions) {}

    /** A variable that gets a value of the last row: {@code SET @v = …}. */
    record Assigned(String variable, Bound value) {}

    /**
     * Rows are computed into a temporary table first and changed from there: old and new values and those of the source stay in
     * reach for OUTPUT, and every row is changed once however often a join finds it.
     *
     * @param stage name of the temporary table
     * @param rows its rows: first column the number of the step, second the row in the table (null for a new one)
     * @param once refuse a row that is found twice, as MERGE does
     * @param returned what goes to the caller, over the stage
     * @param into what goes into another table, over the stage; null when nothing does
     */
    record Staged(
            Table table,
            String stage,
            Plan rows,
            List<Step> steps,
            boolean once,
            List<Output> returned,
            @Nullable Insert into,
            List<Assigned> variables)
            implements ChangePlan {

        /** The relation the stage has in the expressions over it. */
        public static final String RELATION = "g";

        /** The stage as SQLite knows it, quoted. */
        public String sqlName() {
            return "temp.\"" + stage + "\"";
        }
    }
}
