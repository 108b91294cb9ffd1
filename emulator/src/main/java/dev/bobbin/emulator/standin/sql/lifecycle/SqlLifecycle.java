package dev.bobbin.emulator.standin.sql.lifecycle;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.Snapshots;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.snapshot.SqlSnapshots;
import dev.bobbin.emulator.standin.sql.transfer.TableExport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a SQL stand-in. A folder for it holds T-SQL scripts, which run first and in the order of their names,
 * and files with rows, {@code <table>.csv} or {@code <schema>/<table>.parquet} and so on. An export writes all objects
 * as {@code data.db}, which a seed takes as it is, and every table as CSV besides.
 */
public final class SqlLifecycle implements Lifecycle {

    private static final String WHOLE = "data.db";

    private final StandIn.Sql standIn;
    private final SqlSnapshots snapshots;

    public SqlLifecycle(StandIn.Sql standIn) {
        this.standIn = standIn;
        this.snapshots = new SqlSnapshots(standIn);
    }

    @Override
    public ChangeLog changes() {
        return new SqlChangeLog(standIn);
    }

    @Override
    public Snapshots snapshots() {
        return snapshots;
    }

    @Override
    public void create() throws IOException {
        database().connectAsOwner().close();
    }

    private SqlDatabase database() throws IOException {
        try {
            return SqlDatabase.of(standIn);
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
    }

    @Override
    public void seed(Path folder) throws IOException {
        Path fresh = Files.createTempDirectory("bobbin-seed");
        try {
            StandIn.Sql copy = new StandIn.Sql(standIn.name(), standIn.kind(), fresh);
            if (Files.exists(folder.resolve(WHOLE))) {
                Files.copy(folder.resolve(WHOLE), copy.seedDatabase());
                SqlDatabase.of(copy).connectAsOwner().close();
            } else {
                new SqlLifecycle(copy).fill(folder);
            }
            Files.createDirectories(standIn.path());
            Path unfinished = standIn.path().resolve("seed.part");
            Files.deleteIfExists(unfinished);
            new SqlSnapshots(copy).copyTo(unfinished);
            FolderCopy.replace(unfinished, standIn.seedDatabase());
        } finally {
            FolderCopy.delete(fresh);
        }
        reset();
    }

    @Override
    public long fill(Path folder) throws IOException {
        return new TableFolder(folder).fill(database());
    }

    @Override
    public void reset() throws IOException {
        snapshots.reset();
    }

    @Override
    public long export(Path folder) throws IOException {
        PartsLifecycle.requireEmpty(folder);
        SqlDatabase database = database();
        List<List<String>> tables = tables(database);
        Files.createDirectories(folder);
        snapshots.copyTo(folder.resolve(WHOLE));
        for (List<String> table : tables) {
            String name = quoted(table.getFirst()) + "." + quoted(table.getLast());
            Path schema = Files.createDirectories(folder.resolve(table.getFirst()));
            TableExport.run(
                    database,
                    "SELECT * FROM " + name,
                    name,
                    TableExport.Target.CSV,
                    schema.resolve(table.getLast() + ".csv"),
                    count -> {},
                    () -> false);
        }
        return tables.size();
    }

    private static List<List<String>> tables(SqlDatabase database) throws IOException {
        return query(
                database,
                "SELECT TABLE_SCHEMA, TABLE_NAME FROM INFORMATION_SCHEMA.TABLES WHERE TABLE_TYPE = 'BASE TABLE'"
                        + " ORDER BY TABLE_SCHEMA, TABLE_NAME");
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        SqlDatabase database = database();
        List<Entry> entries = new ArrayList<>();
        if (place.isEmpty()) {
            for (List<String> table : tables(database)) {
                String name = quoted(table.getFirst()) + "." + quoted(table.getLast());
                String rows = query(database, "SELECT COUNT_BIG(*) FROM " + name)
                        .getFirst()
                        .getFirst();
                entries.add(new Entry(table.getFirst() + "." + table.getLast(), true, rows + " rows"));
            }
            return entries;
        }
        int dot = place.indexOf('.');
        for (List<String> column : query(
                database,
                "SELECT COLUMN_NAME, DATA_TYPE FROM INFORMATION_SCHEMA.COLUMNS WHERE TABLE_SCHEMA = "
                        + literal(dot < 0 ? "dbo" : place.substring(0, dot)) + " AND TABLE_NAME = "
                        + literal(place.substring(dot + 1)) + " ORDER BY ORDINAL_POSITION")) {
            entries.add(new Entry(column.getFirst(), false, column.getLast()));
        }
        if (entries.isEmpty()) {
            throw PlainException.of("sql.no-table", place, standIn.name());
        }
        return entries;
    }

    private static List<List<String>> query(SqlDatabase database, String sql) throws IOException {
        List<List<String>> found = new ArrayList<>();
        try (SqlSession session = database.connectAsOwner()) {
            for (SqlResult result : session.execute(sql, List.of())) {
                if (result instanceof SqlResult.Rows rows) {
                    RowSet set = rows.rows();
                    for (List<@Nullable Object> row : set.next(Integer.MAX_VALUE)) {
                        found.add(row.stream().map(String::valueOf).toList());
                    }
                }
            }
            return found;
        } catch (SqlError e) {
            throw new IOException(e.text(), e);
        }
    }

    private static String quoted(String name) {
        return "[" + name.replace("]", "]]") + "]";
    }

    private static String literal(String text) {
        return "N'" + text.replace("'", "''") + "'";
    }
}
