package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The messages the window shows now. */
public final class Notices {

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(shown);
    private final Set<Notice> saved = new HashSet<>();
    private @Nullable SavedFiles files;

    /** Sets what shows saved files; without it none is offered. @param newFiles shows what was saved */
    public void onSaved(SavedFiles newFiles) {
        files = newFiles;
    }

    /** What is shown, oldest first. */
    public ObservableList<Notice> shown() {
        return readOnly;
    }

    /** Shows a notice, in place of one with the same id. */
    public void show(Notice notice) {
        dismiss(notice.id());
        shown.add(notice);
    }

    /** Tells that a file was written, and offers to open it or to show where it is. */
    public void saved(String id, String words, Path file) {
        SavedFiles shower = files;
        List<Notice.Choice> choices = shower == null
                ? List.of()
                : List.of(
                        new Notice.Choice(text("choice.open"), () -> shower.open(file)),
                        new Notice.Choice(text("choice.showInFolder"), () -> shower.showInFolder(file)));
        Notice notice = new Notice(id, Notice.Kind.INFO, words, choices);
        saved.add(notice);
        show(notice);
    }

    /** Takes a notice away, when it is there. */
    public void dismiss(String id) {
        shown.removeIf(notice -> notice.id().equals(id));
    }

    /** Takes that very notice away, and none that came in its place. */
    public void dismiss(Notice notice) {
        shown.removeIf(each -> each == notice);
    }

    /** Takes a notice away and does what its choice says. */
    public void choose(Notice notice, Notice.Choice choice) {
        dismiss(notice.id());
        choice.action().run();
    }

    /** Takes away what only told of something that is over: with the next run nobody reads it any more. */
    public void dismissTold() {
        shown.removeIf(
                notice -> notice.kind() == Notice.Kind.INFO && (notice.choices().isEmpty() || saved.contains(notice)));
        saved.clear();
    }

    /** Takes all notices away. */
    public void clear() {
        shown.clear();
    }
}
