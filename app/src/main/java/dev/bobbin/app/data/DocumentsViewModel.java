package dev.bobbin.app.data;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The documents of a container that a query gives, and the one that is edited. */
public final class DocumentsViewModel {

    /** What gives all documents. */
    static final String EVERYTHING = "SELECT * FROM c";

    private final DocumentData data;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final NewestTask reading;
    private final StringProperty query = new SimpleStringProperty(EVERYTHING);
    private final ReadOnlyObjectWrapper<List<DocumentData.Document>> documents = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<DocumentData.@Nullable Document> chosen = new SimpleObjectProperty<>();
    private final StringProperty editor = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private Place.@Nullable Container container;

    /** The id of a document that was just written, to be chosen among what is read next; else empty. */
    private String wanted = "";

    public DocumentsViewModel(DocumentData data, HandEdits edits, TaskRunner tasks) {
        this.data = data;
        this.edits = edits;
        this.tasks = tasks;
        this.reading = new NewestTask(tasks);
        chosen.addListener((_, _, document) -> edit(document));
    }

    /** The query whose answer is shown, in the dialect of Cosmos DB. */
    public StringProperty queryProperty() {
        return query;
    }

    /** What it gave. */
    public ReadOnlyObjectProperty<List<DocumentData.Document>> documentsProperty() {
        return documents.getReadOnlyProperty();
    }

    /** The document that is edited; null when none, or a new one, is. */
    public ObjectProperty<DocumentData.@Nullable Document> chosenProperty() {
        return chosen;
    }

    /** Its text as it is written. */
    public StringProperty editorProperty() {
        return editor;
    }

    /** How many documents there are. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What was wrong with the last doing; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Shows a container. */
    public void show(Place.Container wanted) {
        if (!wanted.equals(container)) {
            container = wanted;
            query.set(EVERYTHING);
            chosen.set(null);
            editor.set("");
            documents.set(List.of());
        }
        run();
    }

    /** Asks the query. */
    public void run() {
        Place.Container asking = container;
        String sql = query.get();
        if (asking == null) {
            return;
        }
        problem.set("");
        reading.run(() -> data.query(asking, sql), this::take, this::tell);
    }

    private void take(DocumentData.Found found) {
        int count = found.documents().size();
        summary.set(text(found.more() ? "data.documents.first" : "data.documents.count", count));
        if (!found.documents().equals(documents.get())) {
            DocumentData.Document before = chosen.get();
            documents.set(found.documents());
            String id = wanted.isEmpty() && before != null ? before.id() : wanted;
            chosen.set(found.documents().stream()
                    .filter(document -> !id.isEmpty() && document.id().equals(id))
                    .findFirst()
                    .orElse(null));
        }
        wanted = "";
    }

    private void edit(DocumentData.@Nullable Document document) {
        if (document == null) {
            return;
        }
        tasks.run(
                () -> JsonValues.indented(JsonValues.read(document.json())),
                pretty -> {
                    if (document.equals(chosen.get())) {
                        editor.set(pretty);
                    }
                },
                this::tell);
    }

    /**
     * Makes a container in an account.
     *
     * @param name database and container, with a slash between them
     * @param partitionKey a path; a missing slash is added
     */
    public void createContainer(StandIn.Documents account, String name, String partitionKey) {
        int slash = name.indexOf('/');
        String database = slash < 0 ? "" : name.substring(0, slash).strip();
        String id = name.substring(slash + 1).strip();
        if (database.isEmpty() || id.isEmpty()) {
            problem.set(text("data.containers.name"));
            return;
        }
        String key = partitionKey.strip();
        Place.Container made = new Place.Container(account, database, id);
        problem.set("");
        edits.make(
                account,
                text("data.edit.container", id),
                () -> data.createContainer(made, key.startsWith("/") ? key : "/" + key),
                () -> {},
                this::tell);
    }

    /** Begins a new document. */
    public void begin() {
        chosen.set(null);
        editor.set("{\n  \"id\": \"\"\n}");
    }

    /** Writes what the editor holds, in place of the document of its id and partition. */
    public void save() {
        Place.Container into = container;
        if (into == null) {
            return;
        }
        String written = editor.get();
        DocumentData.Document before = chosen.get();
        problem.set("");
        tasks.run(() -> data.save(into, written), saved -> saved(into, before, saved), this::tell);
    }

    private void saved(Place.Container into, DocumentData.@Nullable Document before, DocumentData.Saved saved) {
        String words = before == null || before.id().equals(saved.id())
                ? text("data.edit.document.saved", saved.id())
                : text("data.edit.document.added", saved.id(), before.id());
        edits.made(into.standIn(), words, saved.run());
        if (into.equals(container)) {
            wanted = saved.id();
            run();
        }
        edits.changed();
    }

    /** Deletes the document that is edited. */
    public void delete() {
        DocumentData.Document deleted = chosen.get();
        if (deleted != null) {
            change(text("data.edit.document.deleted", deleted.id()), from -> data.delete(from, deleted.json()));
            editor.set("");
        }
    }

    private void change(String words, Edit<Place.Container> edit) {
        Place.Container changed = container;
        if (changed == null) {
            return;
        }
        problem.set("");
        edits.make(changed.standIn(), words, () -> edit.on(changed), this::run, this::tell);
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
