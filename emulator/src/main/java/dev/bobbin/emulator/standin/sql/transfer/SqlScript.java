package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.parse.TsqlParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Runs a T-SQL script, with batches separated by GO, all or nothing. */
public final class SqlScript {

    private SqlScript() {}

    /**
     * @return how many batches it has
     * @throws IOException when the file cannot be read or a statement fails; the message says which, and nothing has
     *     happened
     */
    public static int run(Path file, SqlDatabase database) throws IOException {
        return run(file, database.connectAsOwner());
    }

    /** The same, on record. @param run under which it is kept, so that it can be undone */
    public static int run(Path file, SqlDatabase database, String run) throws IOException {
        return run(file, database.connectAsOwner(run));
    }

    private static int run(Path file, SqlSession opened) throws IOException {
        List<String> batches = TsqlParser.batches(Files.readString(file));
        int number = 0;
        try (SqlSession session = opened) {
            for (String batch : batches) {
                number++;
                for (SqlResult result : session.execute(batch, List.of())) {
                    if (result instanceof SqlResult.Failure failure) {
                        throw failure.error();
                    }
                }
            }
            session.commit();
            return batches.size();
        } catch (SqlError e) {
            throw PlainException.of("import.script", number, file.getFileName(), e.line(), e.text())
                    .because(e);
        }
    }
}
