package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.List;

/** What two runs at once do to one database: each adds to a counter and files rows, in transactions of its own. */
final class Increments {

    private Increments() {}

    /** As a process of its own: the database, a name, how often. */
    public static void main(String[] args) {
        run(Path.of(args[0]), args[1], Integer.parseInt(args[2]));
    }

    static void run(Path file, String name, int times) {
        SqlDatabase database = SqlDatabase.open(file, SqlKind.SQL_DATABASE);
        for (int i = 0; i < times; i++) {
            try (SqlSession session = database.connect()) {
                ask(session, "SELECT COUNT(*) FROM dbo.Filed");
                ask(session, "UPDATE dbo.Counter SET n = n + 1");
                ask(session, "INSERT INTO dbo.Filed (who) VALUES ('" + name + "')");
                session.commit();
            }
        }
    }

    private static void ask(SqlSession session, String sql) {
        for (SqlResult result : session.execute(sql, List.of())) {
            if (result instanceof SqlResult.Failure failure) {
                throw failure.error();
            }
        }
    }
}
