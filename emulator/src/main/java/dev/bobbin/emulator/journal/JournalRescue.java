package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.sqlite.SQLiteConfig;

/** Puts a damaged journal aside and copies what can still be read of it into a new one. */
final class JournalRescue {

    private static final Logger LOG = LoggerFactory.getLogger(JournalRescue.class);

    /** After so many unreadable runs in a row, nothing more is to be expected. */
    private static final int GIVE_UP = 200;

    private JournalRescue() {}

    /** What came of it. @param connection to the new file @param message in plain words */
    record Outcome(Connection connection, String message) {}

    /**
     * Replaces the file.
     *
     * @param open a connection to the damaged file, which is closed; null when it could not be opened
     * @throws IOException when the file can neither be moved nor replaced
     */
    static Outcome rescue(Path file, @Nullable Connection open) throws IOException {
        close(open);
        Path aside = file.resolveSibling(
                file.getFileName() + ".damaged-" + Instant.now().toEpochMilli());
        move(file, aside);
        // What was written last may still be in the log beside the file.
        for (String suffix : new String[] {"-wal", "-shm"}) {
            move(file.resolveSibling(file.getFileName() + suffix), aside.resolveSibling(aside.getFileName() + suffix));
        }
        try {
            Connection fresh = JournalFile.open(file);
            int saved = copy(aside, fresh);
            String message = "The history was damaged. " + saved + (saved == 1 ? " run" : " runs")
                    + " of it could be read and " + (saved == 1 ? "was" : "were") + " kept; the damaged file is "
                    + aside + ".";
            LOG.debug(message);
            return new Outcome(fresh, message);
        } catch (SQLException e) {
            throw PlainException.of("history.not-replaced", file, PlainException.wordsOf(e))
                    .because(e);
        }
    }

    private static int copy(Path damaged, Connection fresh) {
        int saved = 0;
        SQLiteConfig readOnly = new SQLiteConfig();
        readOnly.setReadOnly(true);
        try (Connection old = readOnly.createConnection("jdbc:sqlite:" + damaged)) {
            long last = lastId(old);
            int lost = 0;
            // Newest first: should there be no end to the damage, those are the ones that matter.
            for (long id = last; id > 0 && lost < GIVE_UP; id--) {
                Optional<RunRecord> run = read(old, id);
                lost = run.isPresent() ? 0 : lost + 1;
                if (run.isPresent() && add(fresh, run.get())) {
                    saved++;
                }
            }
        } catch (SQLException e) {
            // Who opens the journal is told how much was saved.
            LOG.debug("Nothing more can be read of {}", damaged, e);
        }
        return saved;
    }

    private static Optional<RunRecord> read(Connection old, long id) {
        try {
            return JournalRows.get(old, id);
        } catch (SQLException | IOException e) {
            return Optional.empty();
        }
    }

    private static boolean add(Connection fresh, RunRecord run) {
        try {
            JournalRows.insert(fresh, run, run.summary().id());
            return true;
        } catch (SQLException e) {
            LOG.debug("A run of the damaged history could not be kept", e);
            return false;
        }
    }

    private static long lastId(Connection old) throws SQLException {
        try (PreparedStatement statement = old.prepareStatement("SELECT max(id) FROM run");
                ResultSet row = statement.executeQuery()) {
            return row.getLong(1);
        }
    }

    private static void close(@Nullable Connection connection) {
        try {
            if (connection != null) {
                connection.close();
            }
        } catch (SQLException e) {
            LOG.debug("A damaged file did not close cleanly", e);
        }
    }

    private static void move(Path from, Path to) throws IOException {
        if (Files.exists(from)) {
            Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
        }
    }
}
