package dev.bobbin.app.services;

import dev.bobbin.app.history.RunHistory;
import dev.bobbin.app.history.RunText;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.emulator.example.RunComparison;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunRecorder;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import dev.bobbin.emulator.standin.lifecycle.RunChanges;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import javafx.util.Subscription;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The journals of the items that have been opened; each is opened when it is first needed. */
public final class JournalService implements RunHistory, AutoCloseable {

    private static final Logger LOG = LoggerFactory.getLogger(JournalService.class);

    private record Book(RunJournal journal, RunRecorder recorder) {}

    private final Map<Path, Book> books = new HashMap<>();
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();
    private boolean closed;

    /** Keeps a run, in the background. A history that cannot be opened must not get in the way of a run. */
    void record(ItemFolder item, RunRecord run) {
        try {
            book(item).recorder().record(run);
        } catch (IOException e) {
            LOG.warn("A run could not be kept in the history", e);
        }
    }

    /** Where runs of an item are kept. */
    public RunRecorder recorder(ItemFolder item) throws IOException {
        return book(item).recorder();
    }

    @Override
    public List<RunSummary> find(ItemFolder item, RunQuery query) throws IOException {
        Book book = book(item);
        // A run that has ended is in the answer, however busy the recorder is.
        book.recorder().settle();
        return book.journal().find(query);
    }

    @Override
    public Optional<RunRecord> get(ItemFolder item, long id) throws IOException {
        return book(item).journal().get(id);
    }

    @Override
    public RunSetting settingOf(ItemFolder item, RunRecord run) throws IOException {
        Map<String, BadDay> well = new HashMap<>();
        BadDays.read(ItemWorkspace.of(item), item).keySet().forEach(alias -> well.put(alias, BadDay.NONE));
        RunSetting then = RunSetting.of(run.input());
        return then.under(new Circumstances(well, Map.of()).and(then.circumstances()));
    }

    @Override
    public RunComparison compare(ItemFolder item, RunRecord then, InvocationResult.Answered now) throws IOException {
        SecretMask secrets = SecretMask.of(item, ItemWorkspace.of(item));
        return RunComparison.of(secrets.run(then), now, secrets);
    }

    @Override
    public ChangedRun changed(ItemFolder item, RunRecord run) {
        ChangeSet changes = run.trace().changes();
        String id = run.input().invocationId();
        return new ChangedRun(id, RunText.name(run.summary()), changes, areKept(item, id, changes));
    }

    private static boolean areKept(ItemFolder item, String run, ChangeSet changes) {
        try {
            return !changes.isEmpty() && new RunChanges(ItemWorkspace.of(item), run, changes).areKept();
        } catch (IOException e) {
            // Who tries to take them back is told what is wrong.
            LOG.debug("Whether changes are kept cannot be told", e);
            return true;
        }
    }

    @Override
    public RunSummary add(ItemFolder item, RunRecord run) throws IOException {
        RunJournal journal = book(item).journal();
        long id = journal.add(run);
        journal.pin(id, true);
        tell();
        return journal.get(id).orElseThrow().summary();
    }

    @Override
    public void pin(ItemFolder item, long id, boolean pinned) throws IOException {
        book(item).journal().pin(id, pinned);
        tell();
    }

    @Override
    public void delete(ItemFolder item, Collection<Long> ids) throws IOException {
        book(item).journal().delete(ids);
        tell();
    }

    @Override
    public Optional<String> rescue(ItemFolder item) throws IOException {
        return book(item).journal().rescue();
    }

    @Override
    public Subscription onChange(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    private void tell() {
        listeners.forEach(Runnable::run);
    }

    private synchronized Book book(ItemFolder item) throws IOException {
        if (closed) {
            throw new IOException("The history has been closed.");
        }
        Path file = RunJournal.fileOf(ItemWorkspace.of(item), item);
        Book book = books.get(file);
        if (book == null) {
            RunJournal journal = RunJournal.open(file);
            book = new Book(journal, new RunRecorder(journal, this::tell));
            books.put(file, book);
        }
        return book;
    }

    /** Writes what is waiting. */
    @Override
    public synchronized void close() {
        closed = true;
        for (Book book : books.values()) {
            book.recorder().close();
            try {
                book.journal().close();
            } catch (IOException e) {
                LOG.warn("A history did not close cleanly", e);
            }
        }
    }
}
