package dev.bobbin.app.diff;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A list of changes and the one that is looked at. */
public final class ChangeListViewModel {

    private final TaskRunner tasks;
    private final ObservableList<ChangeLine> lines = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper detail = new ReadOnlyStringWrapper("");
    private @Nullable ChangeLine looked;

    public ChangeListViewModel(TaskRunner tasks) {
        this.tasks = tasks;
    }

    /** The changes, one a line. */
    public ObservableList<ChangeLine> lines() {
        return lines;
    }

    /** The change to look at first: one that has more to tell than its line where there is one, and no heading. */
    public Optional<ChangeLine> first() {
        List<ChangeLine> changes = lines.stream()
                .filter(line -> line.kind() != ChangeLine.Kind.HEADING)
                .toList();
        return changes.stream()
                .filter(ChangeDetail::tells)
                .findFirst()
                .or(() -> changes.stream().findFirst());
    }

    /** A change in full, below the list; empty when the list says everything. */
    public ReadOnlyStringProperty detailProperty() {
        return detail.getReadOnlyProperty();
    }

    /** Shows other changes. */
    public void show(ChangeSet changes) {
        look(null);
        lines.setAll(ChangeLines.of(changes, Messages.language()));
    }

    /** Shows a change in full; null shows none. */
    public void look(@Nullable ChangeLine line) {
        looked = line;
        if (line == null) {
            detail.set("");
            return;
        }
        tasks.run(() -> ChangeDetail.of(line), words -> take(line, words), _ -> take(line, ""));
    }

    private void take(ChangeLine line, String words) {
        if (line.equals(looked)) {
            detail.set(words);
        }
    }
}
