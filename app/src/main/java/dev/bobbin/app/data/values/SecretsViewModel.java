package dev.bobbin.app.data.values;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Edit;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
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

    private final NamedValues values;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<String, String> revealed = new HashMap<>();
    private List<NamedValues.Secret> secrets = List.of();
    private StandIn.@Nullable Secrets vault;

    public SecretsViewModel(NamedValues values, HandEdits edits, TaskRunner tasks) {
        this.values = values;
        this.edits = edits;
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
        String secret = name.strip();
        change(text("data.edit.secret.set", secret), secret, read -> values.setSecret(read, secret, value));
    }

    /** Deletes a secret; it can be recovered. */
    public void delete(Row row) {
        String secret = row.secret().name();
        change(text("data.edit.secret.deleted", secret), secret, read -> values.deleteSecret(read, secret));
    }

    /** Brings a deleted secret back. */
    public void recover(Row row) {
        String secret = row.secret().name();
        change(text("data.edit.secret.recovered", secret), secret, read -> values.recoverSecret(read, secret));
    }

    private void change(String words, String name, Edit<StandIn.Secrets> edit) {
        StandIn.Secrets read = vault;
        if (read == null) {
            return;
        }
        problem.set("");
        revealed.remove(name);
        edits.make(read, words, () -> edit.on(read), this::refresh, this::tell);
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
