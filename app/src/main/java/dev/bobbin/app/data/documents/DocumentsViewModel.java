package dev.bobbin.app.data.documents;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/**
 * The documents of a container that a query gives, and the one that is edited. What is written for one stays until it is
 * saved or given up, whatever else is looked at meanwhile.
 */
public final class DocumentsViewModel {

    /** What gives all documents. */
    static final String EVERYTHING = "SELECT * FROM c";

    private static final String NEW = "{\n  \"id\": \"\"\n}";

    private final DocumentData data;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final NewestTask reading;
    private final NewestTask opening;
    private final DocumentDrafts drafts = new DocumentDrafts();
    private final StringProperty query = new SimpleStringProperty(EVERYTHING);
    private final ReadOnlyObjectWrapper<List<DocumentData.Document>> documents = new ReadOnlyObjectWrapper<>(List.of());
    private final ObjectProperty<DocumentData.@Nullable Document> chosen = new SimpleObjectProperty<>();
    private final StringProperty editor = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Place.@Nullable Container> container = new ReadOnlyObjectWrapper<>();

    /** What the editor's text is written for; null before a container is shown. */
    private DocumentDrafts.@Nullable Subject edited;

    /** What the editor would hold had nobody written. */
    private String original = "";

    /** The id of a document that was just written, to be chosen among what is read next; else empty. */
    private String wanted = "";

    public DocumentsViewModel(DocumentData data, HandEdits edits, TaskRunner tasks) {
        this.data = data;
        this.edits = edits;
        this.tasks = tasks;
        this.reading = new NewestTask(tasks);
        this.opening = new NewestTask(tasks);
        chosen.addListener((_, _, document) -> {
            Place.Container shown = container.get();
            if (document != null && shown != null) {
                edit(new DocumentDrafts.Subject(shown, document));
            }
        });
        editor.addListener((_, _, written) -> note(written));
        drafts.subjectsProperty()
                .addListener((_, _, unsaved) -> edits.unsaved(
                        unsaved.stream().map(DocumentDrafts.Subject::name).toList()));
    }

    /** The container that is shown; null before there is one. */
    ReadOnlyObjectProperty<Place.@Nullable Container> containerProperty() {
        return container.getReadOnlyProperty();
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

    /** Whether it is not what is stored. */
    public ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }

    /** The documents of every container with a text that is not saved. */
    ReadOnlyObjectProperty<List<DocumentDrafts.Subject>> unsavedProperty() {
        return drafts.subjectsProperty();
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
        if (!wanted.equals(container.get())) {
            container.set(wanted);
            query.set(EVERYTHING);
            chosen.set(null);
            documents.set(List.of());
            fill(new DocumentDrafts.Subject(wanted, null), "");
        }
        run();
    }

    /** Asks the query. */
    public void run() {
        Place.Container asking = container.get();
        String sql = query.get();
        if (asking == null) {
            return;
        }
        problem.set("");
        reading.run(() -> data.query(asking, sql), found -> take(asking, found), this::tell);
    }

    private void take(Place.Container asked, DocumentData.Found found) {
        int count = found.documents().size();
        summary.set(text(found.more() ? "data.documents.first" : "data.documents.count", count));
        if (!found.documents().equals(documents.get())) {
            DocumentData.Document before = chosen.get();
            drafts.follow(asked, found.documents());
            edited = edited == null ? null : DocumentDrafts.now(edited, asked, found.documents());
            documents.set(found.documents());
            String id = wanted.isEmpty() && before != null ? before.id() : wanted;
            chosen.set(found.documents().stream()
                    .filter(document -> !id.isEmpty() && document.id().equals(id))
                    .findFirst()
                    .orElse(null));
        }
        wanted = "";
    }

    /** Shows a document of this container again that is not saved. */
    void open(DocumentDrafts.Subject unsaved) {
        if (unsaved.container().equals(container.get())) {
            DocumentData.Document document = unsaved.document();
            chosen.set(document != null && documents.get().contains(document) ? document : null);
            edit(unsaved);
        }
    }

    private void edit(DocumentDrafts.Subject subject) {
        DocumentData.Document document = subject.document();
        if (document == null) {
            fill(subject, NEW);
            return;
        }
        opening.run(
                () -> JsonValues.indented(JsonValues.read(document.json())),
                stored -> fill(subject, stored),
                this::tell);
    }

    /** Puts a document into the editor, with what was written for it already. */
    private void fill(DocumentDrafts.Subject subject, String stored) {
        opening.forget();
        String written = drafts.of(subject);
        edited = subject;
        original = stored;
        String shown = written == null ? stored : written;
        editor.set(shown);
        note(shown);
    }

    private void note(String written) {
        DocumentDrafts.Subject subject = edited;
        if (subject == null) {
            return;
        }
        boolean differs = !written.equals(original);
        if (differs) {
            drafts.keep(subject, written);
        } else {
            drafts.forget(subject);
        }
        changed.set(differs);
    }

    /** Gives up what was written, and shows what is stored. */
    public void discard() {
        editor.set(original);
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

    /** Begins a new document, or goes on with the one that was begun. */
    public void begin() {
        chosen.set(null);
        Place.Container into = container.get();
        if (into != null) {
            edit(new DocumentDrafts.Subject(into, null));
        }
    }

    /** Writes what the editor holds, in place of the document of its id and partition. */
    public void save() {
        DocumentDrafts.Subject subject = edited;
        if (subject == null) {
            return;
        }
        DocumentData.Document before = subject.document();
        if (before != null && !before.whole()) {
            problem.set(text("data.documents.part", EVERYTHING));
            return;
        }
        String written = editor.get();
        problem.set("");
        tasks.run(() -> data.save(subject.container(), written), saved -> saved(subject, written, saved), this::tell);
    }

    private void saved(DocumentDrafts.Subject subject, String written, DocumentData.Saved saved) {
        DocumentData.Document before = subject.document();
        String words = before == null || before.id().equals(saved.id())
                ? text("data.edit.document.saved", saved.id())
                : text("data.edit.document.added", saved.id(), before.id());
        edits.made(subject.container().standIn(), words, saved.run());
        // Whatever was typed while it was written is not saved yet.
        if (written.equals(drafts.of(subject))) {
            drafts.forget(subject);
        }
        if (subject.equals(edited)) {
            original = written;
            note(editor.get());
            wanted = saved.id();
        }
        if (subject.container().equals(container.get())) {
            run();
        }
        edits.changed();
    }

    /** Deletes the document that is edited. */
    public void delete() {
        DocumentData.Document deleted = chosen.get();
        Place.Container from = container.get();
        if (deleted == null || from == null) {
            return;
        }
        DocumentDrafts.Subject subject = new DocumentDrafts.Subject(from, deleted);
        problem.set("");
        edits.make(
                from.standIn(),
                text("data.edit.document.deleted", deleted.id()),
                () -> data.delete(from, deleted.json()),
                () -> {
                    drafts.forget(subject);
                    if (subject.equals(edited)) {
                        fill(new DocumentDrafts.Subject(from, null), "");
                    }
                    run();
                },
                this::tell);
    }

    private void tell(Exception e) {
        problem.set(Reasons.of(e));
    }
}
