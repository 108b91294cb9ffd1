package dev.bobbin.app.data.sql;

import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Tables of SQL stand-ins. Every method may take long: call it in the background. An {@code IOException}'s message is in
 * plain words, or what SQL Server would say.
 */
public interface Tables {

    /** A table as it is now, and how many rows it has. */
    record Counted(BrowsedTable table, long rows) {}

    /** Looks at a table that was listed once. @throws IOException when it cannot be read, or is gone */
    Counted counted(StandIn.Sql database, BrowsedTable table) throws IOException;

    /** Tables and views with their columns, for writing queries. @throws IOException when they cannot be read */
    List<TableShape> shapes(StandIn.Sql database) throws IOException;

    /** A page of rows, see {@link TableBrowser#page}. @throws IOException when it cannot be read */
    TableBrowser.Rows page(
            StandIn.Sql database, BrowsedTable table, Optional<TableBrowser.Order> order, long from, int count)
            throws IOException;

    /**
     * Looks for rows that contain a text, whatever its case, as they are shown.
     *
     * @param most most rows to give; looking ends with one more, so that it is known that there are more
     * @return the rows in their order; those found so far when it was cancelled
     * @throws IOException when the table cannot be read
     */
    TableBrowser.Rows search(
            StandIn.Sql database,
            BrowsedTable table,
            Optional<TableBrowser.Order> order,
            String words,
            int most,
            BooleanSupplier cancelled)
            throws IOException;

    /**
     * Writes one value.
     *
     * @param text null for NULL
     * @return under which it can be undone
     * @throws IOException when the value does not fit, or the row is no longer as it was
     */
    String change(
            StandIn.Sql database, BrowsedTable table, List<@Nullable Object> row, String column, @Nullable String text)
            throws IOException;

    /** Adds rows, all or none; columns without a value get their default. @return see above @throws IOException see above */
    String insert(StandIn.Sql database, BrowsedTable table, List<Map<String, @Nullable String>> rows)
            throws IOException;

    /** Deletes rows, all or none. @return see above @throws IOException see above */
    String delete(StandIn.Sql database, BrowsedTable table, List<List<@Nullable Object>> rows) throws IOException;

    /**
     * Runs statements as the owner of the database would.
     *
     * @param limit most rows taken of each result
     * @return what can be waited for, and stopped on another thread
     */
    Query query(StandIn.Sql database, String sql, int limit);

    /** Statements that run. */
    interface Query {

        /** Runs them. @return their results in order @throws IOException when nothing of them was done */
        List<QueryResult> results() throws IOException;

        /** Once they have run: the name under which what they changed can be undone; empty when they changed nothing. */
        Optional<String> changes();

        /** Ends them; may be called on any thread, also before they have begun. */
        void stop();
    }

    /** A table by its name, whatever its case, with its schema or without; empty when there is none. @throws IOException see above */
    Optional<Counted> find(StandIn standIn, String table) throws IOException;

    /**
     * What an import would bring.
     *
     * @param shown the table on the screen: rows that have a column of it are proposed to be added to it
     * @throws IOException when the file cannot be read
     */
    ImportPlan plan(StandIn standIn, Path file, Optional<BrowsedTable> shown) throws IOException;

    /**
     * What an import brought.
     *
     * @param rows how many came in; -1 when it was cancelled
     * @param run the name under which it can be taken back; empty when it cannot
     */
    record Imported(long rows, Optional<String> run) {}

    /**
     * Carries an import out, all or nothing.
     *
     * @throws IOException when a row does not fit; the message names the place, and nothing has happened
     */
    Imported importFile(StandIn standIn, ImportPlan plan, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException;

    /**
     * Writes a table, or the rows of a query, to a file: Parquet or a T-SQL script when its name ends so, else CSV.
     *
     * @return how many rows were written; -1 when it was cancelled
     * @throws IOException when it cannot be written; what was there stays
     */
    long export(
            StandIn.Sql database,
            String query,
            String table,
            Path file,
            LongConsumer progress,
            BooleanSupplier cancelled)
            throws IOException;
}
