package dev.bobbin.app.connections;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** What the workspace has around one connection: stand-ins it could have instead, and others that have the same. */
final class Surroundings {

    private final Connections connections;
    private final TaskRunner tasks;
    private final Consumer<Exception> failed;
    private final ObservableList<Candidate> candidates = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<List<String>> otherItems = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable Connection shown;

    Surroundings(Connections connections, TaskRunner tasks, Consumer<Exception> failed) {
        this.connections = connections;
        this.tasks = tasks;
        this.failed = failed;
    }

    ObservableList<Candidate> candidates() {
        return candidates;
    }

    ReadOnlyObjectProperty<List<String>> otherItemsProperty() {
        return otherItems.getReadOnlyProperty();
    }

    /** Looks around a connection; reading all items takes a while and is done for another stand-in only. */
    void show(@Nullable ItemFolder item, @Nullable Connection connection) {
        Connection before = shown;
        shown = connection;
        if (item == null || connection == null) {
            candidates.clear();
            otherItems.set(List.of());
            return;
        }
        tasks.run(() -> connections.standIns(item), found -> take(connection, found), failed);
        if (before == null || !before.standIn().equals(connection.standIn())) {
            otherItems.set(List.of());
            tasks.run(
                    () -> connections.usedBy(item, connection.standIn()),
                    users -> {
                        if (isShown(connection)) {
                            otherItems.set(users);
                        }
                    },
                    failed);
        }
    }

    private void take(Connection connection, List<StandIn> found) {
        if (!isShown(connection)) {
            return;
        }
        Candidate present = ConnectionsViewModel.present(connection);
        List<Candidate> fitting = found.stream()
                .flatMap(standIn -> Candidate.of(standIn, connection.kind()).stream())
                .filter(candidate -> !candidate.equals(present))
                .collect(Collectors.toCollection(ArrayList::new));
        // One that is not there yet is among them, too.
        fitting.addFirst(present);
        candidates.setAll(fitting);
    }

    private boolean isShown(Connection connection) {
        return shown != null && shown.alias().equals(connection.alias());
    }
}
