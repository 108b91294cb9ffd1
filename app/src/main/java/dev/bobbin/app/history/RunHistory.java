package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.emulator.example.RunComparison;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javafx.util.Subscription;

/** The runs of items. Every method may take long: call it in the background. */
public interface RunHistory {

    /** The runs of an item that a query asks for, newest first. */
    List<RunSummary> find(ItemFolder item, RunQuery query) throws IOException;

    /** Everything about a run; empty when it is gone. */
    Optional<RunRecord> get(ItemFolder item, long id) throws IOException;

    /**
     * Everything about a run.
     *
     * @throws IOException when it is gone
     */
    default RunRecord require(ItemFolder item, RunSummary run) throws IOException {
        return get(item, run.id()).orElseThrow(() -> new IOException(text("history.gone")));
    }

    /**
     * What it takes to run again as an earlier run was: connections that are wrong now but were not then are well again.
     *
     * @throws IllegalArgumentException when there is no such profile any more; its message is a sentence for the user
     */
    RunSetting settingOf(ItemFolder item, RunRecord run) throws IOException;

    /** How a run that was made again ends beside the first one, secrets apart. */
    RunComparison compare(ItemFolder item, RunRecord then, InvocationResult.Answered now) throws IOException;

    /** What a run changed in its data, and whether that is still kept: also when a stand-in cannot tell at the moment. */
    ChangedRun changed(ItemFolder item, RunRecord run);

    /** Takes in a run that was made elsewhere, and keeps it however old it gets. @return how it is listed */
    RunSummary add(ItemFolder item, RunRecord run) throws IOException;

    /** Keeps a run however old it gets, or no longer. */
    void pin(ItemFolder item, long id, boolean pinned) throws IOException;

    /** Removes runs. */
    void delete(ItemFolder item, Collection<Long> ids) throws IOException;

    /** What was done about a damaged history of this item, in plain words; empty when it was sound. */
    Optional<String> rescue(ItemFolder item) throws IOException;

    /** Tells, on any thread and until the subscription is ended, that there may be other runs than before. */
    Subscription onChange(Runnable listener);
}
