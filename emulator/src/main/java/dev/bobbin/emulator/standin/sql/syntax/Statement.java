package dev.bobbin.emulator.standin.sql.syntax;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** One T-SQL statement. */
public sealed interface Statement {

    /**
     * A statement and where it came from.
     *
     * @param line from 1, in the batch
     * @param text as written, for messages and the record of the run
     */
    record Located(Statement statement, int line, String text) {}

    record Select(QueryExpression query) implements Statement {}

    /** What a data change is aimed at: a table, a table variable ({@code @t}) or an alias of the FROM clause. */
    record Target(ObjectName name, @Nullable String alias) {

        public boolean variable() {
            return name.name().startsWith("@");
        }
    }

    /** One OUTPUT clause; {@code into} is null when the rows go to the caller. */
    record Output(
            List<QueryExpression.Item> items, @Nullable Target into, List<String> intoColumns) {}

    sealed interface InsertSource {}

    record FromQuery(QueryExpression query) implements InsertSource {}

    record DefaultValues() implements InsertSource {}

    record FromExecute(Statement execute) implements InsertSource {}

    record Insert(
            List<QueryExpression.CommonTable> with,
            QueryExpression.@Nullable Top top,
            Target target,
            List<String> columns,
            List<Output> outputs,
            InsertSource source)
            implements Statement {

        /** The same with the columns named. */
        public Insert over(List<String> names) {
            return new Insert(with, top, target, names, outputs, source);
        }
    }

    /** {@code column op= value}, {@code @variable = value} or {@code @variable = column = value}. */
    record SetClause(@Nullable String variable, @Nullable String column, String operator, Expression value) {}

    record Update(
            List<QueryExpression.CommonTable> with,
            QueryExpression.@Nullable Top top,
            Target target,
            List<SetClause> sets,
            List<Output> outputs,
            QueryExpression.@Nullable TableSource from,
            @Nullable Expression where)
            implements Statement {}

    record Delete(
            List<QueryExpression.CommonTable> with,
            QueryExpression.@Nullable Top top,
            Target target,
            List<Output> outputs,
            QueryExpression.@Nullable TableSource from,
            @Nullable Expression where)
            implements Statement {}

    enum MatchKind {
        MATCHED,
        NOT_MATCHED_BY_TARGET,
        NOT_MATCHED_BY_SOURCE
    }

    /** What MERGE does; an INSERT with null values inserts the defaults. */
    sealed interface MergeAction {}

    record MergeUpdate(List<SetClause> sets) implements MergeAction {}

    record MergeDelete() implements MergeAction {}

    record MergeInsert(List<String> columns, @Nullable List<Expression> values) implements MergeAction {}

    record MergeWhen(MatchKind kind, @Nullable Expression condition, MergeAction action) {}

    record Merge(
            List<QueryExpression.CommonTable> with,
            QueryExpression.@Nullable Top top,
            Target target,
            QueryExpression.TableSource source,
            Expression on,
            List<MergeWhen> whens,
            List<Output> outputs)
            implements Statement {}

    record Identity(long seed, long increment) {}

    /**
     * @param type null for a computed column
     * @param nullable null when neither NULL nor NOT NULL was written
     */
    record ColumnDefinition(
            String name,
            @Nullable TypeRef type,
            @Nullable Expression computed,
            @Nullable String computedText,
            @Nullable Boolean nullable,
            @Nullable Identity identity,
            @Nullable String collation,
            boolean withValues,
            List<Constraint> constraints) {}

    /** A constraint of a table or a column; {@code name} is null when SQL Server would invent one. */
    sealed interface Constraint {
        @Nullable
        String name();
    }

    /** @param enforced false when NOT ENFORCED was written */
    record Key(@Nullable String name, boolean primary, List<String> columns, boolean enforced) implements Constraint {}

    record Check(@Nullable String name, Expression condition, String text) implements Constraint {}

    record DefaultValue(@Nullable String name, @Nullable String column, Expression value, String text)
            implements Constraint {}

    /** @param enforced false when NOT ENFORCED was written */
    record ForeignKey(
            @Nullable String name,
            List<String> columns,
            ObjectName table,
            List<String> references,
            @Nullable String onDelete,
            @Nullable String onUpdate,
            boolean enforced)
            implements Constraint {}

    record CreateTable(ObjectName name, List<ColumnDefinition> columns, List<Constraint> constraints)
            implements Statement {}

    record CreateTableAs(ObjectName name, QueryExpression query) implements Statement {}

    record AddToTable(ObjectName table, List<ColumnDefinition> columns, List<Constraint> constraints)
            implements Statement {}

    record DropFromTable(ObjectName table, boolean column, boolean ifExists, List<String> names) implements Statement {}

    record AlterColumn(ObjectName table, ColumnDefinition column) implements Statement {}

    /** {@code CREATE TABLE … AS CLONE OF …}: columns, keys and rows. */
    record CloneTable(ObjectName name, ObjectName source) implements Statement {}

    record CreateIndex(
            String name,
            ObjectName table,
            boolean unique,
            List<String> columns,
            @Nullable Expression where,
            @Nullable String whereText)
            implements Statement {}

    record DropIndex(String name, ObjectName table, boolean ifExists) implements Statement {}

    record CreateSchema(String name) implements Statement {}

    enum ObjectKind {
        TABLE,
        VIEW,
        PROCEDURE,
        FUNCTION,
        SCHEMA,
        SEQUENCE
    }

    record Drop(ObjectKind kind, boolean ifExists, List<ObjectName> names) implements Statement {}

    /** @param create false for ALTER; both true for CREATE OR ALTER */
    record CreateView(
            ObjectName name,
            List<String> columns,
            QueryExpression query,
            String queryText,
            String text,
            boolean create,
            boolean alter)
            implements Statement {}

    record RoutineParameter(
            String name, TypeRef type, @Nullable Expression defaultValue, boolean output) {}

    record CreateProcedure(
            ObjectName name,
            List<RoutineParameter> parameters,
            List<Located> body,
            String text,
            boolean create,
            boolean alter)
            implements Statement {}

    /** What a function yields. */
    sealed interface FunctionBody {}

    record ScalarBody(TypeRef returns, List<Located> body) implements FunctionBody {}

    /** RETURNS TABLE AS RETURN (query). */
    record InlineBody(QueryExpression query) implements FunctionBody {}

    /** RETURNS @t TABLE (…) AS BEGIN … END. */
    record TableBody(DeclareTable table, List<Located> body) implements FunctionBody {}

    record CreateFunction(
            ObjectName name,
            List<RoutineParameter> parameters,
            FunctionBody body,
            String text,
            boolean create,
            boolean alter)
            implements Statement {}

    /** Bounds that are not written follow from the type; a value that is null is not changed by ALTER. */
    record SequenceOptions(
            @Nullable TypeRef type,
            @Nullable Long start,
            @Nullable Long step,
            @Nullable Long least,
            @Nullable Long most,
            @Nullable Boolean cycle) {}

    record CreateSequence(ObjectName name, SequenceOptions options) implements Statement {}

    record AlterSequence(ObjectName name, boolean restart, SequenceOptions options) implements Statement {}

    record Truncate(ObjectName table) implements Statement {}

    /** DBCC CHECKIDENT with RESEED. @param table its name as a text @param value the new value of the identity column */
    record ReseedIdentity(Expression table, Expression value) implements Statement {}

    /** Lasts until it is deallocated; {@code query} is read when it is opened. */
    record DeclareCursor(String name, QueryExpression query) implements Statement {}

    record OpenCursor(String name) implements Statement {}

    enum FetchKind {
        NEXT,
        PRIOR,
        FIRST,
        LAST,
        ABSOLUTE,
        RELATIVE
    }

    /** @param variables empty when the row goes to the caller */
    record FetchCursor(
            String name, FetchKind kind, @Nullable Expression count, List<String> variables) implements Statement {}

    record CloseCursor(String name, boolean deallocate) implements Statement {}

    record WaitForDelay(Expression delay) implements Statement {}

    /** USE: only the database itself can be named. */
    record Use(String database) implements Statement {}

    /** What concerns speed or permissions only and so changes nothing here, such as UPDATE STATISTICS or GRANT. */
    record Nothing() implements Statement {}

    record Declaration(String name, TypeRef type, @Nullable Expression value) {}

    record Declare(List<Declaration> variables) implements Statement {}

    record DeclareTable(String name, List<ColumnDefinition> columns, List<Constraint> constraints)
            implements Statement {}

    record SetVariable(String name, String operator, Expression value) implements Statement {}

    /** SET NOCOUNT ON and the like: {@code option} in upper case, {@code value} as written. */
    record SetOption(String option, String value) implements Statement {}

    record IdentityInsert(ObjectName table, boolean on) implements Statement {}

    record Block(List<Located> statements) implements Statement {}

    record If(Expression condition, Located then, @Nullable Located otherwise) implements Statement {}

    record While(Expression condition, Located body) implements Statement {}

    record Break() implements Statement {}

    record Continue() implements Statement {}

    record Return(@Nullable Expression value) implements Statement {}

    record TryCatch(List<Located> attempt, List<Located> handler) implements Statement {}

    /** THROW; without arguments it throws the caught error again. */
    record Throw(
            @Nullable Expression number,
            @Nullable Expression message,
            @Nullable Expression state) implements Statement {}

    record RaiseError(Expression message, Expression severity, Expression state, List<Expression> arguments)
            implements Statement {}

    record Print(Expression value) implements Statement {}

    enum TransactionAction {
        BEGIN,
        COMMIT,
        ROLLBACK,
        SAVE
    }

    record Transaction(TransactionAction action, @Nullable String name) implements Statement {}

    record Argument(@Nullable String parameter, Expression value, boolean output) {}

    record Execute(
            ObjectName procedure,
            List<Argument> arguments,
            @Nullable String returnVariable) implements Statement {}

    /** EXEC ('…' + @v). */
    record ExecuteText(Expression text) implements Statement {}

    /** Understood, but not done by the stand-in yet; running it says so. */
    record Unsupported() implements Statement {}
}
