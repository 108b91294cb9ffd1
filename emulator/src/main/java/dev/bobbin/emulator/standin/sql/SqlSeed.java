package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/**
 * Makes the file of a stand-in, filled by its seed when it has one: a database to copy, else a script. Whoever opens it
 * meanwhile waits, and finds it filled.
 */
final class SqlSeed {

    private SqlSeed() {}

    /**
     * Does nothing when the file is there already. A script that fails leaves no file behind.
     *
     * @throws SqlError when the script fails
     * @throws IOException when the folder or the script cannot be used
     */
    static SqlDatabase open(StandIn.Sql standIn) throws IOException {
        SqlDatabase database = new SqlDatabase(standIn.database(), standIn.kind(), standIn.name());
        Files.createDirectories(standIn.path());
        if (Files.exists(standIn.database()) || !hasSeed(standIn)) {
            return database;
        }
        try (StoreLock _ = StoreLock.in(standIn.path())) {
            if (!Files.exists(standIn.database())) {
                make(standIn);
            }
        }
        return database;
    }

    private static boolean hasSeed(StandIn.Sql standIn) {
        return Files.exists(standIn.seedDatabase()) || Files.exists(standIn.seed());
    }

    /** Under another name first: a file that is there counts as filled. */
    private static void make(StandIn.Sql standIn) throws IOException {
        Path unfinished = standIn.database().resolveSibling("data.db.part");
        deleteAll(unfinished);
        if (Files.exists(standIn.seedDatabase())) {
            Files.copy(standIn.seedDatabase(), unfinished);
        } else {
            SqlDatabase part = new SqlDatabase(unfinished, standIn.kind(), standIn.name());
            try (SqlSession session = part.connectAsOwner()) {
                fill(session, Files.readString(standIn.seed()));
            } catch (SqlError e) {
                deleteAll(unfinished);
                throw new SqlError(e.number(), e.state(), "The script " + standIn.seed() + " failed: " + e.text());
            }
        }
        Files.move(unfinished, standIn.database(), StandardCopyOption.ATOMIC_MOVE);
    }

    /** What a program that ended in the middle may have left. */
    private static void deleteAll(Path database) throws IOException {
        for (String part : List.of("", "-wal", "-shm")) {
            Files.deleteIfExists(database.resolveSibling(database.getFileName() + part));
        }
    }

    private static void fill(SqlSession session, String script) {
        for (String batch : TsqlParser.batches(script)) {
            for (SqlResult result : session.execute(batch, List.of())) {
                if (result instanceof SqlResult.Failure failure) {
                    throw failure.error();
                }
            }
        }
        session.commit();
    }
}
