package dev.bobbin.emulator.standin.sql;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;

/** Makes the file of a stand-in, filled by its seed when it has one: a database to copy, else a script. */
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
        if (Files.exists(standIn.database())) {
            return database;
        }
        if (Files.exists(standIn.seedDatabase())) {
            Path unfinished = standIn.database().resolveSibling("data.db.part");
            Files.copy(standIn.seedDatabase(), unfinished, StandardCopyOption.REPLACE_EXISTING);
            Files.move(unfinished, standIn.database());
            return database;
        }
        if (!Files.exists(standIn.seed())) {
            return database;
        }
        try (SqlSession session = database.connectAsOwner()) {
            fill(session, Files.readString(standIn.seed()));
        } catch (SqlError e) {
            Files.deleteIfExists(standIn.database());
            throw new SqlError(e.number(), e.state(), "The script " + standIn.seed() + " failed: " + e.text());
        }
        return database;
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
