package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A stand-in on a file of its own, with short ways to ask it. */
final class TestDatabase implements AutoCloseable {

    private final SqlDatabase database;
    private final SqlSession session;

    TestDatabase(Path folder, SqlKind kind) {
        database = SqlDatabase.open(folder.resolve("data.db"), kind);
        session = database.connect();
    }

    SqlDatabase database() {
        return database;
    }

    SqlSession session() {
        return session;
    }

    List<SqlResult> run(String sql, SqlValue... parameters) {
        return session.execute(sql, Arrays.asList(parameters));
    }

    /** The rows of the last result set. */
    List<List<@Nullable Object>> rows(String sql, SqlValue... parameters) {
        List<List<@Nullable Object>> rows = new ArrayList<>();
        for (SqlResult result : run(sql, parameters)) {
            if (result instanceof SqlResult.Rows set) {
                rows = set.rows().next(1_000_000);
            }
            if (result instanceof SqlResult.Failure failure) {
                throw failure.error();
            }
        }
        return rows;
    }

    /** The one value of the first row. */
    @Nullable
    Object value(String expression, SqlValue... parameters) {
        return rows("SELECT " + expression, parameters).getFirst().getFirst();
    }

    @Override
    public void close() {
        session.close();
    }
}
