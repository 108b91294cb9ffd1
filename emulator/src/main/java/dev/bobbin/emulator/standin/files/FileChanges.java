package dev.bobbin.emulator.standin.files;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.OldRuns;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * What runs changed in the files of a lakehouse. While a run writes, the Python side records what it does and keeps what
 * was there before ({@code _history.py}); the end of the run seals the record. The latest 50 runs are kept.
 */
public final class FileChanges implements ChangeLog {

    /** At most so many files of a run are listed one by one. */
    public static final int LISTED_FILES = 1_000;

    private static final int COMPARED_TEXTS = 100;
    private static final String SEAL = "changes.jsonl";
    private static final List<String> PARTS = List.of("Files", "Properties");

    private final StandIn.Lakehouse lakehouse;

    public FileChanges(StandIn.Lakehouse lakehouse) {
        this.lakehouse = lakehouse;
    }

    /**
     * Called once when a run has ended: notes what it left, so that an undo can tell what somebody changed since.
     *
     * @return what the run changed
     */
    ChangeSet seal(String run) throws IOException {
        Path history = lakehouse.history(run);
        if (!Files.isDirectory(history)) {
            return ChangeSet.EMPTY;
        }
        List<SealedChange> sealed = sealed(differences(history), true);
        if (sealed.isEmpty()) {
            FolderCopy.delete(history);
            return ChangeSet.EMPTY;
        }
        WholeFile.write(
                history.resolve(SEAL),
                sealed.stream().map(SealedChange::toJson).collect(Collectors.joining("\n", "", "\n")));
        OldRuns.forget(lakehouse.histories());
        return shown(lakehouse.name(), sealed);
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        return shown(lakehouse.name(), seal(lakehouse.history(run)));
    }

    @Override
    public UndoOutcome undo(String run) throws IOException {
        Path history = lakehouse.history(run);
        List<SealedChange> then = seal(history);
        if (then.isEmpty()) {
            return new UndoOutcome.NothingToUndo();
        }
        List<Difference> differences = differences(history);
        List<SealedChange> now = sealed(differences, false);
        for (int i = 0; i < Math.max(now.size(), then.size()); i++) {
            if (i >= now.size() || i >= then.size() || !now.get(i).isSameAs(then.get(i))) {
                String place = (i < then.size() ? then : now).get(i).place();
                return new UndoOutcome.Refused(Message.of("undo.changed", place));
            }
        }
        new FileUndo(lakehouse.path(), history).putBack(differences);
        FolderCopy.delete(history);
        return new UndoOutcome.Undone(shown(lakehouse.name(), then));
    }

    private List<Difference> differences(Path history) throws IOException {
        Node.Folder before = TreeBefore.of(lakehouse.path(), Operation.read(history));
        return Difference.between(before, Difference.tree(lakehouse.path(), PARTS));
    }

    static List<SealedChange> sealed(List<Difference> differences, boolean withDiffs) throws IOException {
        List<SealedChange> sealed = new ArrayList<>();
        for (Difference difference : differences) {
            sealed.add(SealedChange.of(difference, withDiffs && sealed.size() < COMPARED_TEXTS));
        }
        return sealed;
    }

    private static List<SealedChange> seal(Path history) throws IOException {
        List<SealedChange> changes = new ArrayList<>();
        if (Files.exists(history.resolve(SEAL))) {
            for (String line : Files.readAllLines(history.resolve(SEAL))) {
                changes.add(SealedChange.fromJson(line));
            }
        }
        return changes;
    }

    static ChangeSet shown(String standIn, List<SealedChange> sealed) {
        List<SealedChange> all =
                sealed.stream().filter(SealedChange::isOfInterest).toList();
        List<Change> changes = new ArrayList<>();
        all.stream().limit(LISTED_FILES).forEach(change -> changes.add(change.shown(standIn)));
        if (all.size() > LISTED_FILES) {
            List<SealedChange> others = all.subList(LISTED_FILES, all.size());
            changes.add(new Change.OtherFiles(
                    standIn,
                    count(others, Change.Kind.CREATED),
                    count(others, Change.Kind.CHANGED),
                    count(others, Change.Kind.DELETED)));
        }
        return new ChangeSet(changes);
    }

    private static long count(List<SealedChange> changes, Change.Kind kind) {
        return changes.stream().filter(change -> change.kind() == kind).count();
    }
}
