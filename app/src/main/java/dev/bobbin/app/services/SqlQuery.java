package dev.bobbin.app.services;

import dev.bobbin.app.data.QueryResult;
import dev.bobbin.app.data.Tables;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Statements of a person, on a connection of their own. A SQL endpoint of a lakehouse takes no changes, as in Fabric. */
final class SqlQuery implements Tables.Query {

    private final StandIn.Sql standIn;
    private final String sql;
    private final int limit;
    private @Nullable SqlSession session;
    private boolean stopped;

    SqlQuery(StandIn.Sql standIn, String sql, int limit) {
        this.standIn = standIn;
        this.sql = sql;
        this.limit = limit;
    }

    @Override
    public List<QueryResult> results() throws IOException {
        SqlDatabase database = SqlTables.open(standIn);
        boolean reads = standIn.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT;
        try (SqlSession opened = reads ? database.connect() : database.connectAsOwner()) {
            if (begin(opened)) {
                return run(opened);
            }
            return List.of();
        } catch (SqlError e) {
            return List.of(new QueryResult.Failure(e.text(), e.line()));
        }
    }

    private List<QueryResult> run(SqlSession opened) {
        List<QueryResult> results = new ArrayList<>();
        opened.setAutocommit(true);
        for (String batch : TsqlParser.batches(sql)) {
            for (SqlResult result : opened.execute(batch, List.of())) {
                results.add(taken(result));
                if (result instanceof SqlResult.Failure) {
                    return results;
                }
            }
        }
        return results;
    }

    private QueryResult taken(SqlResult result) {
        return switch (result) {
            case SqlResult.Rows rows -> taken(rows.rows());
            case SqlResult.Count count -> new QueryResult.Count(Math.max(0, count.rows()));
            case SqlResult.Message message -> new QueryResult.Message(message.text());
            case SqlResult.Failure failure ->
                new QueryResult.Failure(failure.error().text(), failure.error().line());
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
