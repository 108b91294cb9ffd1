package dev.bobbin.app.data;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The secrets of a key vault. A value is read only when somebody asks to see it, and forgotten with the next vault. */
public final class SecretsViewModel {

    /** A secret in the list. @param value what is to be seen of it; empty while it is masked */
    public record Row(NamedValues.Secret secret, Optional<String> value) {}

    private final WorkspaceModel model;
    private final NamedValues values;
    private final TaskRunner tasks;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<String, String> revealed = new HashMap<>();
    private List<NamedValues.Secret> secrets = List.of();
    private StandIn.@Nullable Secrets vault;

    public SecretsViewModel(WorkspaceModel model, NamedValues values, TaskRunner tasks) {
        this.model = model;
        this.values = values;
        this.tasks = tasks;
    }

    /** The secrets. */
    public ObservableList<Row> rows() {
        return rows;
    }

    /** What was wrong with the last doing; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows a vault. */
    public void show(StandIn.Secrets wanted) {
        if (!wanted.equals(vault)) {
            revealed.clear();
            secrets = List.of();
            rows.clear();
        }
        vault = wanted;
        problem.set("");
        refresh();
    }

    private void refresh() {
        StandIn.Secrets read = vault;
        if (read == null) {
            return;
        }
        tasks.run(
                () -> values.secrets(read),
                found -> {
                    if (read.equals(vault)) {
                        secrets = found;
                        update();
                    }
                },
                this::tell);
    }

    private void update() {
        rows.setAll(secrets.stream()
                .map(secret -> new Row(secret, Optional.ofNullable(revealed.get(secret.name()))))
                .toList());
    }

    /** Shows the value of a secret, or masks it again. */
    public void toggle(Row row) {
        String name = row.secret().name();
        StandIn.Secrets read = vault;
        if (revealed.remove(name) != null) {
            update();
        } else if (read != null) {
            tasks.run(
                    () -> values.reveal(read, name),
                    value -> {
                        if (read.equals(vault)) {
                            revealed.put(name, value);
                            update();
                        }
                    },
                    this::tell);
        }
    }

    /** Gives a secret a new version, making it when it is not there. */
    public void set(String name, String value) {
        change(read -> values.setSecret(read, name.strip(), value), name);
    }

    /** Deletes a secret; it can be recovered. */
    public void delete(Row row) {
        change(
                read -> values.deleteSecret(read, row.secret().name()),
                row.secret().name());
    }

    /** Brings a deleted secret back. */
    public void recover(Row row) {
        change(
                read -> values.recoverSecret(read, row.secret().name()),
                row.secret().name());
    }

    private interface Change {
        void on(StandIn.Secrets read) throws Exception;
    }

    private void change(Change change, String name) {
        StandIn.Secrets read = vault;
        if (read == null) {
            return;
        }
        problem.set("");
        revealed.remove(name);
        tasks.run(
                () -> {
                    change.on(read);
                    return read;
                },
                _ -> {
                    refresh();
                    model.dataChanged();
                },
                this::tell);
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
