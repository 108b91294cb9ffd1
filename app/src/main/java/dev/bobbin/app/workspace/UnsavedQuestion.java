package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** What is asked before something would lose edits: save them, give them up, or leave it. */
final class UnsavedQuestion {

    private static final String UNSAVED = "unsaved";
    private static final String SAVING = "saving";

    private final WorkspaceModel model;
    private final Saving saving;
    private final Consumer<Runnable> save;
    private final Runnable lookForChanges;

    /**
     * @param save saves the edits, and does something when they are saved
     * @param lookForChanges looks whether another program has changed the item
     */
    UnsavedQuestion(WorkspaceModel model, Saving saving, Consumer<Runnable> save, Runnable lookForChanges) {
        this.model = model;
        this.saving = saving;
        this.save = save;
        this.lookForChanges = lookForChanges;
    }

    /** Does something that would lose unsaved edits; asks first when there are any. */
    void whenNothingUnsaved(Runnable action) {
        if (saving.underWay()) {
            waitForSaving(action);
            return;
        }
        List<Draft> unsaved = model.drafts().unsaved();
        if (unsaved.isEmpty()) {
            action.run();
            return;
        }
        // Saving looks at the disk itself, and asks about it when need be.
        unsaved.forEach(draft -> model.notices().dismiss(ItemSession.changedNotice(draft)));
        String names = unsaved.stream().map(Draft::name).collect(Collectors.joining(", "));
        model.notices()
                .show(new Notice(
                        UNSAVED,
                        Notice.Kind.QUESTION,
                        text("notice.unsaved", names, unsaved.size()),
                        List.of(
                                // Something may have been typed while it was being written.
                                new Notice.Choice(
                                        text("choice.save"), () -> save.accept(() -> whenNothingUnsaved(action))),
                                new Notice.Choice(text("choice.discard"), () -> {
                                    model.drafts().giveUp();
                                    whenNothingUnsaved(action);
                                }),
                                Notice.Choice.decline(text("choice.cancel"), lookForChanges))));
    }

    /** Says that something is still being written, and goes on when it is; whoever does not want to wait need not. */
    private void waitForSaving(Runnable action) {
        saving.waitNoLonger();
        saving.whenSaved(() -> {
            model.notices().dismiss(SAVING);
            whenNothingUnsaved(action);
        });
        String names = model.drafts().unsaved().stream().map(Draft::name).collect(Collectors.joining(", "));
        model.notices()
                .show(new Notice(
                        SAVING,
                        // Takes no keyboard: a key too many must not end the waiting.
                        Notice.Kind.OFFER,
                        text("notice.saving", names),
                        List.of(
                                new Notice.Choice(text("choice.notWait"), () -> {
                                    saving.leave();
                                    action.run();
                                }),
                                Notice.Choice.decline(text("choice.cancel"), saving::waitNoLonger))));
    }
}
