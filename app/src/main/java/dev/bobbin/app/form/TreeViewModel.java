package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import java.util.Optional;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A JSON value as a tree to edit, and the text it stands for; each follows the other. */
public final class TreeViewModel {

    /** Longest text shown as a tree, in characters. */
    private static final int LONGEST = 50_000;

    private final StringProperty json;
    private final String empty;
    private final TreeEntry.@Nullable Kind declared;
    private final Steps<String> steps = new Steps<>();
    private final ReadOnlyObjectWrapper<@Nullable TreeEntry> root = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private String written = "";

    /**
     * @param empty what an empty field stands for: an empty list or object
     * @param declared what the elements or members are by the parameter's type; null when it does not say
     */
    TreeViewModel(StringProperty json, String empty, TreeEntry.@Nullable Kind declared) {
        this.json = json;
        this.empty = empty;
        this.declared = declared;
        json.addListener((_, _, now) -> follow(now));
        follow(json.get());
    }

    /** The whole value; null when the text is none. A change inside is told by setting it anew. */
    public ReadOnlyObjectProperty<@Nullable TreeEntry> rootProperty() {
        return root.getReadOnlyProperty();
    }

    /** Whether there is no value at all: the tree then shows the empty one it would begin with. */
    public boolean absent() {
        return json.get().isBlank();
    }

    /** Why there is no tree, or what was not understood; empty when all is well. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Renames a member. */
    public void rename(TreeEntry entry, String name) {
        done(entry.rename(name), "tree.nameTaken", name);
    }

    /** Changes a plain value to what was typed; see {@link #typed}. */
    public void type(TreeEntry entry, String words) {
        done(entry.type(words, declared(entry)), "tree.notOfKind", words);
    }

    /** A plain value as it is typed, which tells a number from a text of digits. */
    public String typed(TreeEntry entry) {
        return entry.typed(declared(entry));
    }

    private TreeEntry.@Nullable Kind declared(TreeEntry entry) {
        TreeEntry parent = entry.parent();
        return parent != null && parent.parent() == null ? declared : null;
    }

    /** Makes a value one of another kind. */
    public void become(TreeEntry entry, TreeEntry.Kind kind) {
        entry.become(kind);
        publish();
    }

    /**
     * Adds a value inside a list or object, or beside a plain value.
     *
     * @return what was added; empty where there is no room for one, beside a plain value that is the whole
     */
    public Optional<TreeEntry> add(TreeEntry beside) {
        TreeEntry place = beside.kind().hasChildren() ? beside : beside.parent();
        if (place == null) {
            return Optional.empty();
        }
        TreeEntry added = place.add(place.parent() == null && declared != null ? declared : TreeEntry.Kind.TEXT);
        publish();
        return Optional.of(added);
    }

    /** Takes a value out; the whole stays. */
    public void remove(TreeEntry entry) {
        entry.remove();
        publish();
    }

    /** Moves a value among its siblings. @param by -1 for up, 1 for down */
    public void move(TreeEntry entry, int by) {
        entry.move(by);
        publish();
    }

    /** Takes back the last change. */
    public void undo() {
        steps.back(written).ifPresent(this::restore);
    }

    /** Makes the change again that was last taken back. */
    public void redo() {
        steps.forth(written).ifPresent(this::restore);
    }

    private void restore(String text) {
        read(text);
        written = text;
        json.set(text);
    }

    private void done(boolean changed, String key, String words) {
        if (changed) {
            publish();
        } else {
            problem.set(text(key, words));
        }
    }

    private void publish() {
        TreeEntry whole = root.get();
        if (whole != null) {
            problem.set("");
            steps.left(written);
            written = whole.toJson();
            json.set(written);
            root.set(null);
            root.set(whole);
        }
    }

    private void follow(String now) {
        if (!now.equals(written) || root.get() == null) {
            steps.clear();
            written = now;
            read(now);
        }
    }

    private void read(String now) {
        if (now.length() > LONGEST) {
            root.set(null);
            problem.set(text("tree.tooLarge"));
            return;
        }
        try {
            root.set(TreeEntry.parse(now.isBlank() ? empty : now));
            problem.set("");
        } catch (JsonProcessingException _) {
            root.set(null);
            problem.set(text("tree.noJson"));
        }
    }
}
