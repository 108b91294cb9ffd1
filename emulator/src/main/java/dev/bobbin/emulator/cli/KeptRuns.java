package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunRecorder;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The item's history, to which runs of the command line are added. A history that cannot be written fails no run. */
final class KeptRuns implements AutoCloseable {

    private final @Nullable RunJournal journal;
    private final @Nullable RunRecorder recorder;
    private final String engine;

    private KeptRuns(@Nullable RunJournal journal, String engine) {
        this.journal = journal;
        this.recorder = journal == null ? null : new RunRecorder(journal, () -> {});
        this.engine = engine;
    }

    /**
     * Opens the history of an item. Says on standard error when it cannot be opened.
     *
     * @param wanted whether runs are kept at all
     * @param engine name of the engine that runs them
     */
    static KeptRuns of(boolean wanted, Workspace workspace, ItemFolder item, String engine) {
        if (wanted) {
            try {
                return new KeptRuns(RunJournal.open(RunJournal.fileOf(workspace, item)), engine);
            } catch (IOException e) {
                Output.error("The history cannot be written: " + CliFailure.messageOf(e));
            }
        }
        return new KeptRuns(null, engine);
    }

    /** Keeps a run that has ended. */
    void keep(Instant time, InvocationRequest request, ItemCode code, InvocationResult result, List<LogLine> logs) {
        if (recorder != null) {
            recorder.record(RunRecord.of(time, RunOrigin.COMMAND_LINE, request, engine, code.text(), result, logs));
        }
    }

    /** What the REST endpoint hands its calls to; null when none are kept. */
    @Nullable
    RunRecorder recorder() {
        return recorder;
    }

    /** Writes what is not written yet. */
    @Override
    public void close() throws IOException {
        if (recorder != null) {
            recorder.close();
        }
        if (journal != null) {
            journal.close();
        }
    }
}
