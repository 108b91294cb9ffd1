package dev.bobbin.app.services;

import dev.bobbin.app.data.sql.QueryResult;
import dev.bobbin.app.data.sql.Tables;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import dev.bobbin.emulator.standin.tables.AskedDatabase;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Statements of a person, on a connection of their own. A SQL endpoint of a lakehouse takes no changes, as in Fabric. */
final class SqlQuery implements Tables.Query {

    private final StandIn.Sql standIn;
    private final String sql;
    private final int limit;
    private @Nullable SqlSession session;
    private final String run = HostCalls.run();
    private boolean stopped;
    private boolean changed;

    SqlQuery(StandIn.Sql standIn, String sql, int limit) {
        this.standIn = standIn;
        this.sql = sql;
        this.limit = limit;
    }

    @Override
    public List<QueryResult> results() throws IOException {
        AskedDatabase asked = SqlTables.open(standIn);
        try (SqlSession opened = asked.database().connectByHand(run)) {
            if (begin(opened)) {
                return run(opened, asked);
            }
            return List.of();
        } catch (SqlError e) {
            return List.of(failure(asked, e));
        } finally {
            SqlChangeLog log = new SqlChangeLog(standIn.name(), asked.database().file());
            changed = !log.changes(run).changes().isEmpty();
        }
    }

    @Override
    public Optional<String> changes() {
        return changed ? Optional.of(run) : Optional.empty();
    }

    private List<QueryResult> run(SqlSession opened, AskedDatabase asked) {
        List<QueryResult> results = new ArrayList<>();
        opened.setAutocommit(true);
        for (String batch : TsqlParser.batches(sql)) {
            for (SqlResult result : opened.execute(batch, List.of())) {
                if (result instanceof SqlResult.Failure(SqlError error)) {
                    results.add(failure(asked, error));
                    return results;
                }
                results.add(taken(result));
            }
        }
        return results;
    }

    private static QueryResult failure(AskedDatabase asked, SqlError error) {
        SqlError told = asked.explained(error);
        return new QueryResult.Failure(told.text(), told.line());
    }

    private QueryResult taken(SqlResult result) {
        return switch (result) {
            case SqlResult.Rows rows -> taken(rows.rows());
            case SqlResult.Count count -> new QueryResult.Count(Math.max(0, count.rows()));
            case SqlResult.Message message -> new QueryResult.Message(message.text());
            case SqlResult.Failure failure -> throw failure.error();
        };
    }

    private QueryResult taken(RowSet rows) {
        try (rows) {
            List<List<@Nullable Object>> read = rows.next(limit);
            boolean more = read.size() == limit && !rows.next(1).isEmpty();
            return new QueryResult.Rows(rows.columns(), read, more);
        }
    }

    private synchronized boolean begin(SqlSession opened) {
        session = opened;
        return !stopped;
    }

    @Override
    public synchronized void stop() {
        stopped = true;
        if (session != null) {
            session.cancel();
        }
    }
}
