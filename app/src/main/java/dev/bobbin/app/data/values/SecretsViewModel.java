package dev.bobbin.app.data.values;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.Edit;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The secrets of a key vault. A value is read only while somebody wants to see it, and masked with the next vault. */
public final class SecretsViewModel {

    /** A secret in the list. @param value what is to be seen of it; empty while it is masked */
    public record Row(NamedValues.Secret secret, Optional<String> value) {}

    private final NamedValues values;
    private final HandEdits edits;
    private final NewestTask reading;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");

    /** The names of those whose values somebody wants to see. */
    private final Set<String> revealed = new HashSet<>();

    private StandIn.@Nullable Secrets vault;

    public SecretsViewModel(NamedValues values, HandEdits edits, TaskRunner tasks) {
        this.values = values;
        this.edits = edits;
        this.reading = new NewestTask(tasks);
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
            rows.clear();
        }
        vault = wanted;
        problem.set("");
        refresh();
    }

    private void refresh() {
        StandIn.Secrets asked = vault;
        if (asked != null) {
            Set<String> names = Set.copyOf(revealed);
            reading.run(() -> read(asked, names), this::take, this::failed);
        }
    }

    /** What was read of a vault at once, so that no value is older than the list. @param seen values by name */
    private record Read(List<NamedValues.Secret> secrets, Map<String, String> seen) {}

    private Read read(StandIn.Secrets asked, Set<String> names) throws IOException {
        List<NamedValues.Secret> found = values.secrets(asked);
        Map<String, String> seen = new HashMap<>();
        for (NamedValues.Secret secret : found) {
            if (names.contains(secret.name()) && !secret.deleted()) {
                seen.put(secret.name(), values.reveal(asked, secret.name()));
            }
        }
        return new Read(found, seen);
    }

    private void take(Read read) {
        // What is gone is masked when it comes again.
        revealed.retainAll(read.seen().keySet());
        rows.setAll(read.secrets().stream()
                .map(secret -> new Row(
                        secret,
                        Optional.of(secret.name()).filter(revealed::contains).map(read.seen()::get)))
                .toList());
    }

    /** A value that is not given must not keep the others from being listed. */
    private void failed(Exception e) {
        tell(e);
        if (!revealed.isEmpty()) {
            revealed.clear();
            refresh();
        }
    }

    /** Shows the value of a secret, or masks it again. */
    public void toggle(Row row) {
        String name = row.secret().name();
        if (revealed.remove(name)) {
            rows.replaceAll(
                    each -> each.secret().name().equals(name) ? new Row(each.secret(), Optional.empty()) : each);
        } else if (vault != null) {
            revealed.add(name);
            refresh();
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
