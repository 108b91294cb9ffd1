package dev.bobbin.emulator.journal;

import com.fasterxml.jackson.core.type.TypeReference;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Runs as rows of the journal's file. */
final class JournalRows {

    /** So much of an input or output can be searched for. */
    private static final int SEARCHED = 4000;

    private static final String SUMMARY = "id, time, origin, function, status, http, nanos, code, pinned, note";

    private JournalRows() {}

    /** Adds a run, all of it or nothing. @param id 0 takes the next one @return its id */
    static long insert(Connection connection, RunRecord run, long id) throws SQLException {
        connection.setAutoCommit(false);
        try {
            long given = insertRows(connection, run, id);
            connection.commit();
            return given;
        } catch (SQLException | RuntimeException e) {
            connection.rollback();
            throw e;
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static long insertRows(Connection connection, RunRecord run, long wanted) throws SQLException {
        byte[] input = Packed.pack(RunJson.write(run.input()));
        byte[] answer = Packed.pack(RunJson.write(run.answer()));
        byte[] logs = Packed.pack(RunJson.write(run.logs()));
        byte[] trace = Packed.pack(RunJson.write(run.trace()));
        RunSummary summary = run.summary();
        try (PreparedStatement code =
                connection.prepareStatement("INSERT OR IGNORE INTO code (hash, text) VALUES (?, ?)")) {
            code.setString(1, summary.codeHash());
            code.setBytes(2, Packed.pack(run.code()));
            code.executeUpdate();
        }
        long id;
        try (PreparedStatement row = connection.prepareStatement(
                "INSERT INTO run (time, origin, function, status, http, nanos, code, pinned, note, search, bytes, id)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, nullif(?, 0)) RETURNING id")) {
            row.setLong(1, summary.time().toEpochMilli());
            row.setString(2, summary.origin().name());
            row.setString(3, summary.function());
            row.setString(4, summary.status());
            row.setInt(5, summary.httpStatus());
            row.setLong(6, summary.duration().toNanos());
            row.setString(7, summary.codeHash());
            row.setInt(8, summary.pinned() ? 1 : 0);
            row.setString(9, summary.note());
            row.setString(10, searchText(run));
            row.setLong(11, (long) input.length + answer.length + logs.length + trace.length);
            row.setLong(12, wanted);
            try (ResultSet added = row.executeQuery()) {
                id = added.getLong(1);
            }
        }
        try (PreparedStatement detail = connection.prepareStatement(
                "INSERT INTO detail (run, input, answer, logs, trace) VALUES (?, ?, ?, ?, ?)")) {
            detail.setLong(1, id);
            detail.setBytes(2, input);
            detail.setBytes(3, answer);
            detail.setBytes(4, logs);
            detail.setBytes(5, trace);
            detail.executeUpdate();
        }
        int changes = run.trace().changes().changes().size();
        if (changes > 0) {
            try (PreparedStatement changed =
                    connection.prepareStatement("INSERT INTO changed (run, things) VALUES (?, ?)")) {
                changed.setLong(1, id);
                changed.setInt(2, changes);
                changed.executeUpdate();
            }
        }
        return id;
    }

    /** Lower case throughout, because SQLite's LIKE only folds ASCII. */
    private static String searchText(RunRecord run) {
        StringBuilder text = new StringBuilder(run.summary().function())
                .append('\n')
                .append(run.summary().note())
                .append('\n')
                .append(beginning(run.input().body()))
                .append('\n')
                .append(beginning(run.answer().outputJson()));
        run.answer()
                .errors()
                .forEach(error -> text.append('\n')
                        .append(error.name())
                        .append(' ')
                        .append(beginning(error.message()))
                        .append(' ')
                        .append(beginning(error.properties().toString())));
        return text.toString().toLowerCase(Locale.ROOT);
    }

    private static String beginning(String text) {
        return text.length() <= SEARCHED ? text : text.substring(0, SEARCHED);
    }

    static List<RunSummary> find(Connection connection, RunQuery query) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT " + SUMMARY
                + ", coalesce(things, 0) AS changes FROM run LEFT JOIN changed ON changed.run = id WHERE 1");
        List<Object> parameters = new ArrayList<>();
        if (!query.text().isBlank()) {
            sql.append(" AND instr(search, ?) > 0");
            parameters.add(query.text().strip().toLowerCase(Locale.ROOT));
        }
        if (query.function() != null) {
            sql.append(" AND function = ?");
            parameters.add(query.function());
        }
        if (query.status() != null) {
            sql.append(" AND status = ?");
            parameters.add(query.status());
        }
        if (query.pinnedOnly()) {
            sql.append(" AND pinned = 1");
        }
        if (query.changedOnly()) {
            sql.append(" AND things > 0");
        }
        sql.append(" ORDER BY id DESC LIMIT ").append(Math.max(0, query.limit()));
        try (PreparedStatement statement = connection.prepareStatement(sql.toString())) {
            for (int i = 0; i < parameters.size(); i++) {
                statement.setObject(i + 1, parameters.get(i));
            }
            List<RunSummary> found = new ArrayList<>();
            try (ResultSet rows = statement.executeQuery()) {
                while (rows.next()) {
                    found.add(summary(rows, rows.getInt("changes")));
                }
            }
            return found;
        }
    }

    static Optional<RunRecord> get(Connection connection, long id) throws SQLException, IOException {
        try (PreparedStatement statement = connection.prepareStatement("SELECT " + SUMMARY
                + ", text, input, answer, logs, trace FROM run JOIN detail ON detail.run = run.id"
                + " JOIN code ON code.hash = run.code WHERE id = ?")) {
            statement.setLong(1, id);
            try (ResultSet row = statement.executeQuery()) {
                return row.next() ? Optional.of(record(row)) : Optional.empty();
            }
        }
    }

    private static RunRecord record(ResultSet row) throws SQLException, IOException {
        RunTrace trace = RunJson.read(Packed.unpack(row.getBytes("trace")), new TypeReference<RunTrace>() {});
        return new RunRecord(
                // Counted, not looked up: a damaged file may have lost the table.
                summary(row, trace.changes().changes().size()),
                RunJson.read(Packed.unpack(row.getBytes("input")), new TypeReference<RunInput>() {}),
                Packed.unpack(row.getBytes("text")),
                RunJson.read(Packed.unpack(row.getBytes("answer")), new TypeReference<RunAnswer>() {}),
                RunJson.read(Packed.unpack(row.getBytes("logs")), new TypeReference<List<LogLine>>() {}),
                trace);
    }

    private static RunSummary summary(ResultSet row, int changes) throws SQLException {
        return new RunSummary(
                row.getLong("id"),
                Instant.ofEpochMilli(row.getLong("time")),
                origin(row.getString("origin")),
                row.getString("function"),
                row.getString("status"),
                row.getInt("http"),
                Duration.ofNanos(row.getLong("nanos")),
                row.getString("code"),
                row.getInt("pinned") != 0,
                row.getString("note"),
                changes);
    }

    /** An origin that this version does not know is shown as the window's. */
    private static RunOrigin origin(String name) {
        for (RunOrigin origin : RunOrigin.values()) {
            if (origin.name().equals(name)) {
                return origin;
            }
        }
        return RunOrigin.WINDOW;
    }
}
