package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FileNames;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.OldRuns;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What people changed in a variable library. The files as they were before and after an edit lie in the library's keep,
 * as they are small.
 */
public final class VariableChanges implements ChangeLog {

    /** An edit of the library. */
    @FunctionalInterface
    public interface Edit {
        void on(VariableEditor editor) throws IOException;
    }

    private final StandIn.Variables library;
    private final Path histories;

    /** @param keep the folder for what is kept of the library */
    VariableChanges(StandIn.Variables library, Path keep) {
        this.library = library;
        this.histories = keep.resolve("history");
    }

    /**
     * Changes the library so that it can be undone.
     *
     * @param run the name under which it is kept
     * @throws IOException when the edit is refused or cannot be written; the library is then as before
     */
    public void record(String run, Edit edit) throws IOException {
        Path history = history(run);
        parts().copyTo(before(history));
        try {
            edit.on(new VariableEditor(library));
            parts().copyTo(after(history));
        } catch (IOException e) {
            FolderCopy.delete(history);
            throw e;
        }
        OldRuns.forget(histories);
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        Path history = history(run);
        return Files.isDirectory(after(history)) ? between(before(history), after(history)) : ChangeSet.EMPTY;
    }

    @Override
    public UndoOutcome undo(String run) throws IOException {
        Path history = history(run);
        if (!Files.isDirectory(after(history))) {
            return new UndoOutcome.NothingToUndo();
        }
        if (!parts().areAs(after(history))) {
            return new UndoOutcome.Refused(Message.of("undo.variables", library.name()));
        }
        ChangeSet undone = changes(run);
        parts().bringBack(before(history));
        FolderCopy.delete(history);
        return new UndoOutcome.Undone(undone);
    }

    /** Forgets all edits, because the library was replaced as a whole. */
    void forget() throws IOException {
        FolderCopy.delete(histories);
    }

    /** What has changed since a copy of the library's parts was made. */
    ChangeSet since(Path copy) throws IOException {
        return between(in(copy), library);
    }

    private Parts parts() {
        return VariableLifecycle.parts(library.path());
    }

    private Path history(String run) {
        return histories.resolve(FileNames.safe(run));
    }

    private static Path before(Path history) {
        return history.resolve("before");
    }

    private static Path after(Path history) {
        return history.resolve("after");
    }

    /** The library in a copy of its parts. */
    private StandIn.Variables in(Path copy) {
        boolean item = Files.isDirectory(library.path());
        return new StandIn.Variables(library.name(), item ? copy : copy.resolve(VariableLifecycle.FILE));
    }

    private ChangeSet between(Path before, Path after) throws IOException {
        return between(in(before), in(after));
    }

    private static ChangeSet between(StandIn.Variables then, StandIn.Variables now) throws IOException {
        Map<List<String>, JsonNode> before = values(VariableLibrary.read(then));
        Map<List<String>, JsonNode> after = values(VariableLibrary.read(now));
        TreeSet<List<String>> places =
                new TreeSet<>(Comparator.comparing((List<String> place) -> String.join("\0", place)));
        places.addAll(before.keySet());
        places.addAll(after.keySet());
        List<Change> changes = new ArrayList<>();
        for (List<String> place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                changes.add(new Change.Variable(
                        now.name(),
                        place.getFirst(),
                        place.getLast(),
                        text(before.get(place)),
                        text(after.get(place))));
            }
        }
        return new ChangeSet(changes);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    /** All values by value set and name. */
    private static Map<List<String>, JsonNode> values(VariableLibrary library) {
        Map<List<String>, JsonNode> values = new LinkedHashMap<>();
        library.variables().forEach(variable -> values.put(List.of("", variable.name()), variable.value()));
        library.valueSets()
                .forEach((set, overrides) -> overrides.forEach((name, value) -> values.put(List.of(set, name), value)));
        return values;
    }
}
