package dev.bobbin.app.workspace;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The messages the window shows now. */
public final class Notices {

    private final ObservableList<Notice> shown = FXCollections.observableArrayList();
    private final ObservableList<Notice> readOnly = FXCollections.unmodifiableObservableList(shown);

    /** What is shown, oldest first. */
    public ObservableList<Notice> shown() {
        return readOnly;
    }

    /** Shows a notice, in place of one with the same id. */
    public void show(Notice notice) {
        dismiss(notice.id());
        shown.add(notice);
    }

    /** Takes a notice away, when it is there. */
    public void dismiss(String id) {
        shown.removeIf(notice -> notice.id().equals(id));
    }

    /** Takes a notice away and does what its choice says. */
    public void choose(Notice notice, Notice.Choice choice) {
        dismiss(notice.id());
        choice.action().run();
    }

    /** Takes away what only told of something that is over: with the next run nobody reads it any more. */
    public void dismissTold() {
        shown.removeIf(
                notice -> notice.kind() == Notice.Kind.INFO && notice.choices().isEmpty());
    }

    /** Takes all notices away. */
    public void clear() {
        shown.clear();
    }
}
