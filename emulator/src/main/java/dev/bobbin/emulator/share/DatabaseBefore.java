package dev.bobbin.emulator.share;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.TemporaryFolder;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.snapshot.DatabaseCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;

/**
 * A database without what a run and those after it changed: a copy in which that is taken back, so that the run can be made
 * again on what it found. The database itself stays as it is.
 *
 * @param run the invocation's id
 * @param begin of the run
 */
record DatabaseBefore(StandIn standIn, Path file, long size, String run, Instant begin) implements Part {

    private static final String UNDO = "undo.db";

    /**
     * Whether the changes of a run and of those after it are kept and can be taken back now. There is nothing to undo when
     * none is kept, and for data other than databases.
     *
     * @throws IOException when the stand-in cannot be read
     */
    static UndoOutcome rehearse(StandIn standIn, String run, Instant begin) throws IOException {
        return standIn instanceof StandIn.Sql sql && sql.kind() != StandIn.SqlKind.LAKEHOUSE_ENDPOINT
                ? new SqlChangeLog(sql).rehearseSince(run, begin)
                : new UndoOutcome.NothingToUndo();
    }

    @Override
    public boolean searched() {
        return false;
    }

    @Override
    public void writeTo(OutputStream out) throws IOException {
        try (TemporaryFolder folder = new TemporaryFolder("bobbin-copy")) {
            Path copy = folder.path().resolve(String.valueOf(file.getFileName()));
            DatabaseCopy.exactly(file, copy);
            Path undo = file.resolveSibling(UNDO);
            if (Files.exists(undo)) {
                DatabaseCopy.exactly(undo, folder.path().resolve(UNDO));
            }
            if (!(new SqlChangeLog(standIn.name(), copy).undoSince(run, begin) instanceof UndoOutcome.Undone)) {
                throw new IOException("The data of '" + standIn.name()
                        + "' were changed while the report was made. Make it once more.");
            }
            Path before = folder.path().resolve("before.db");
            DatabaseCopy.into(copy, before);
            Files.copy(before, out);
        }
    }
}
