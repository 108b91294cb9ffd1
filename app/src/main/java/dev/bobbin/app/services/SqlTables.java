package dev.bobbin.app.services;

import dev.bobbin.app.data.sql.ImportPlan;
import dev.bobbin.app.data.sql.Tables;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.sql.browse.TableEditor;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.transfer.SqlScript;
import dev.bobbin.emulator.standin.sql.transfer.TableExport;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.tables.AskedDatabase;
import dev.bobbin.emulator.standin.tables.DeltaColumns;
import dev.bobbin.emulator.standin.tables.DeltaImport;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Tables of SQL stand-ins on disk. Each call opens the database anew, so that nothing of it is held between two. */
public final class SqlTables implements Tables {

    private static final String DEFAULT_SCHEMA = "dbo.";

    /** What the database is asked. */
    private interface Asked<T> {
        T of(TableBrowser browser);
    }

    private interface Edit {
        void on(TableEditor editor);
    }

    /** The database of a stand-in; that of a lakehouse shows its tables as they are now. */
    static AskedDatabase open(StandIn.Sql standIn) throws IOException {
        try {
            return AskedDatabase.of(standIn);
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
    }

    /** The tables and views of a database. @throws IOException when it cannot be read */
    static List<BrowsedTable> tables(StandIn.Sql standIn) throws IOException {
        return ask(standIn, TableBrowser::tables);
    }

    private static <T> T ask(StandIn.Sql standIn, Asked<T> asked) throws IOException {
        try (TableBrowser browser = new TableBrowser(open(standIn).database())) {
            return asked.of(browser);
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
    }

    @Override
    public Counted counted(StandIn.Sql database, BrowsedTable table) throws IOException {
        return ask(database, browser -> {
            BrowsedTable now = browser.now(table).orElse(table);
            return new Counted(now, browser.count(now));
        });
    }

    @Override
    public List<TableShape> shapes(StandIn.Sql database) throws IOException {
        return StandInShapes.tables(database);
    }

    @Override
    public TableBrowser.Rows page(
            StandIn.Sql database, BrowsedTable table, Optional<TableBrowser.Order> order, long from, int count)
            throws IOException {
        return ask(database, browser -> browser.page(table, order, from, count));
    }

    @Override
    public TableBrowser.Rows search(
            StandIn.Sql database,
            BrowsedTable table,
            Optional<TableBrowser.Order> order,
            String words,
            int most,
            BooleanSupplier cancelled)
            throws IOException {
        return ask(database, browser -> {
            try (RowSet rows = browser.all(table, order)) {
                return RowSearch.of(rows, words, most, cancelled);
            }
        });
    }

    @Override
    public String change(
            StandIn.Sql database, BrowsedTable table, List<@Nullable Object> row, String column, @Nullable String text)
            throws IOException {
        return edit(database, table, editor -> editor.change(row, column, text));
    }

    @Override
    public String insert(StandIn.Sql database, BrowsedTable table, List<Map<String, @Nullable String>> rows)
            throws IOException {
        return edit(database, table, editor -> editor.insert(rows));
    }

    @Override
    public String delete(StandIn.Sql database, BrowsedTable table, List<List<@Nullable Object>> rows)
            throws IOException {
        return edit(database, table, editor -> editor.delete(rows));
    }

    private static String edit(StandIn.Sql database, BrowsedTable table, Edit edit) throws IOException {
        String run = HostCalls.run();
        try {
            edit.on(new TableEditor(open(database).database(), run, table));
            return run;
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
    }

    @Override
    public Query query(StandIn.Sql database, String sql, int limit) {
        return new SqlQuery(database, sql, limit);
    }

    @Override
    public Optional<Counted> find(StandIn standIn, String table) throws IOException {
        String wanted = table.contains(".") ? table : DEFAULT_SCHEMA + table;
        return ask(
                sql(standIn),
                browser -> browser.tables().stream()
                        .filter(each -> each.qualifiedName().equalsIgnoreCase(wanted))
                        .findFirst()
                        .map(found -> new Counted(found, browser.count(found))));
    }

    @Override
    public ImportPlan plan(StandIn standIn, Path file, Optional<BrowsedTable> shown) throws IOException {
        if (isScript(file)) {
            return new ImportPlan(file, "", TableImport.Mode.CREATE, List.of(), Map.of(), List.of());
        }
        ImportPreview preview = ImportPreview.of(file, format(file), CsvOptions.AUTOMATIC, national(standIn));
        Optional<BrowsedTable> wanted = shown.filter(table -> !table.view() && share(table, preview.columns()));
        if (wanted.isPresent()) {
            String into = wanted.get().qualifiedName();
            return new ImportPlan(file, into, TableImport.Mode.APPEND, preview.columns(), Map.of(), preview.rows());
        }
        String name = String.valueOf(file.getFileName());
        String table = DEFAULT_SCHEMA + name.substring(0, name.lastIndexOf('.'));
        boolean there = tables(sql(standIn)).stream()
                .anyMatch(each -> each.qualifiedName().equalsIgnoreCase(table));
        TableImport.Mode mode = there ? TableImport.Mode.REPLACE : TableImport.Mode.CREATE;
        return new ImportPlan(file, table, mode, preview.columns(), Map.of(), preview.rows());
    }

    /** Whether rows of a file seem to be meant for a table: one of its columns is theirs. */
    private static boolean share(BrowsedTable table, List<ImportColumn> columns) {
        return columns.stream()
                .anyMatch(column ->
                        table.columns().stream().anyMatch(each -> each.name().equalsIgnoreCase(column.name())));
    }

    @Override
    public Imported importFile(StandIn standIn, ImportPlan plan, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        if (standIn instanceof StandIn.Lakehouse lakehouse) {
            return new Imported(importInto(lakehouse, plan).run(progress, cancelled), Optional.empty());
        }
        SqlDatabase database = open(sql(standIn)).database();
        String run = HostCalls.run();
        long rows = isScript(plan.file())
                ? SqlScript.run(plan.file(), database, run)
                : importOf(plan).run(database, run, progress, cancelled);
        return new Imported(rows, rows < 0 ? Optional.empty() : Optional.of(run));
    }

    private static TableImport importOf(ImportPlan plan) throws IOException {
        return new TableImport(
                plan.file(), format(plan.file()), CsvOptions.AUTOMATIC, plan.table(), plan.columns(), plan.mode());
    }

    /** A lakehouse keeps its tables as Delta. */
    private static DeltaImport importInto(StandIn.Lakehouse lakehouse, ImportPlan plan) throws IOException {
        if (isScript(plan.file())) {
            throw new IOException(plan.file().getFileName() + " is a T-SQL script, and a lakehouse takes none.");
        }
        FileFormat format = format(plan.file());
        DeltaColumns columns = DeltaColumns.of(plan.file(), format, CsvOptions.AUTOMATIC, plan.chosen());
        return new DeltaImport(
                lakehouse, plan.table(), plan.file(), format, CsvOptions.AUTOMATIC, columns, plan.mode(), List.of());
    }

    private static StandIn.Sql sql(StandIn standIn) throws IOException {
        if (standIn instanceof StandIn.Sql sql) {
            return sql;
        }
        if (standIn instanceof StandIn.Lakehouse lakehouse) {
            return lakehouse.endpoint();
        }
        throw new IOException(standIn.name() + " has no tables that rows could be imported into.");
    }

    /** A warehouse and a SQL endpoint have no nvarchar. */
    private static boolean national(StandIn standIn) {
        return standIn instanceof StandIn.Sql sql
                && sql.kind() != SqlKind.WAREHOUSE
                && sql.kind() != SqlKind.LAKEHOUSE_ENDPOINT;
    }

    private static boolean isScript(Path file) {
        return file.toString().toLowerCase(Locale.ROOT).endsWith(".sql");
    }

    private static FileFormat format(Path file) throws IOException {
        return FileFormat.of(file)
                .orElseThrow(() -> new IOException("The name of " + file.getFileName()
                        + " does not tell its format. Known endings: .csv .tsv .txt .jsonl .json .xlsx .parquet .sql"));
    }

    @Override
    public long export(
            StandIn.Sql database,
            String query,
            String table,
            Path file,
            LongConsumer progress,
            BooleanSupplier cancelled)
            throws IOException {
        String name = file.toString().toLowerCase(Locale.ROOT);
        TableExport.Target target = name.endsWith(".parquet")
                ? TableExport.Target.PARQUET
                : name.endsWith(".sql") ? TableExport.Target.SCRIPT : TableExport.Target.CSV;
        return TableExport.run(
                open(database).database(), query, table, target, file.toAbsolutePath(), progress, cancelled);
    }
}
