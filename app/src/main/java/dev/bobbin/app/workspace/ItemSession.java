package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Opens, saves, watches and closes the item of a window. Edits are never lost without asking. */
public final class ItemSession {

    private static final String UNSAVED = "unsaved";
    private static final String CHANGED = "changed-on-disk";
    private static final String NOT_SAVED = "not-saved";
    private static final String NOT_OPENED = "not-opened";
    private static final String NO_SCRIPT = "no-script";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final RecentItems recent;
    private final TaskRunner tasks;
    private ItemFiles.@Nullable Watch watch;

    public ItemSession(WorkspaceModel model, ItemFiles files, RecentItems recent, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.recent = recent;
        this.tasks = tasks;
    }

    /** Opens the item in that folder, after asking about unsaved edits. */
    public void open(Path folder) {
        whenNothingUnsaved(() -> tasks.run(() -> files.read(folder), this::show, e -> {
            recent.forget(folder);
            model.notices().show(Notice.error(NOT_OPENED, text("notice.notOpened", folder, Reasons.of(e))));
        }));
    }

    /** Makes a new item from the template and opens it. */
    public void create(Path workspace, String name) {
        whenNothingUnsaved(() -> tasks.run(
                () -> files.read(files.create(workspace, name)),
                this::show,
                e -> model.notices().show(Notice.error(NOT_OPENED, text("notice.notCreated", name, Reasons.of(e))))));
    }

    /** Reads the open item again; edits that are not saved are given up after asking. */
    public void reload() {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            open(item.root());
        }
    }

    /** Gives up the edits since the last save; undo brings them back. */
    public void resetCode() {
        model.sourceProperty().set(model.savedSourceProperty().get());
    }

    /** Goes back to the welcome page, after asking about unsaved edits. */
    public void close() {
        whenNothingUnsaved(() -> {
            stopWatching();
            model.open(null);
        });
    }

    /** Writes the editor's text to the script. */
    public void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        String text = model.sourceProperty().get();
        String before = model.savedSourceProperty().get();
        // Set before writing, so that the watcher knows this change for our own.
        model.savedSourceProperty().set(text);
        tasks.run(
                () -> {
                    files.writeScript(item, LineEnds.onDisk(text, item.script()));
                    return files.read(item.root());
                },
                saved -> {
                    model.notices().dismiss(NOT_SAVED);
                    model.notices().dismiss(CHANGED);
                    model.notices().dismiss(NO_SCRIPT);
                    model.itemProperty().set(saved);
                    then.run();
                },
                e -> {
                    model.savedSourceProperty().set(before);
                    model.notices().show(Notice.error(NOT_SAVED, text("notice.notSaved", Reasons.of(e))));
                });
    }

    /** Does something that would lose unsaved edits; asks first when there are any. */
    public void whenNothingUnsaved(Runnable action) {
        if (!model.unsaved().get()) {
            action.run();
            return;
        }
        model.notices()
                .show(new Notice(
                        UNSAVED,
                        Notice.Kind.QUESTION,
                        text("notice.unsaved"),
                        List.of(
                                new Notice.Choice(text("choice.save"), () -> save(action)),
                                new Notice.Choice(text("choice.discard"), () -> {
                                    model.sourceProperty()
                                            .set(model.savedSourceProperty().get());
                                    action.run();
                                }),
                                new Notice.Choice(text("choice.cancel"), () -> {}))));
    }

    private void show(ItemFolder item) {
        stopWatching();
        model.open(item);
        recent.opened(item.root());
        startWatching(item.root());
        if (!item.scriptExists()) {
            model.notices()
                    .show(new Notice(
                            NO_SCRIPT,
                            Notice.Kind.QUESTION,
                            text("notice.noScript"),
                            List.of(new Notice.Choice(text("choice.createScript"), this::createScript))));
        }
    }

    private void createScript() {
        tasks.run(
                files::scriptTemplate,
                template -> {
                    model.sourceProperty().set(template);
                    save();
                },
                e -> model.notices().show(Notice.error(NOT_SAVED, text("notice.notSaved", Reasons.of(e)))));
    }

    private void startWatching(Path folder) {
        tasks.run(
                () -> files.watch(folder, () -> tasks.onFx(() -> lookForChanges(folder))),
                started -> {
                    if (isOpen(folder)) {
                        watch = started;
                    } else {
                        started.close();
                    }
                },
                // Without a watch everything works except noticing other programs' changes.
                e -> model.notices().show(Notice.error("not-watched", text("notice.notWatched", Reasons.of(e)))));
    }

    /** Stops watching the item, when the window is gone. */
    public void end() {
        stopWatching();
    }

    private void stopWatching() {
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }

    private void lookForChanges(Path folder) {
        tasks.run(
                () -> files.read(folder),
                now -> {
                    if (!isOpen(folder)) {
                        return;
                    }
                    model.itemProperty().set(now);
                    String script = LineEnds.inEditor(now.script());
                    if (!script.equals(model.savedSourceProperty().get())
                            && !script.equals(model.sourceProperty().get())) {
                        offerReload(now);
                    }
                },
                e -> model.notices().show(Notice.error(NOT_OPENED, text("notice.notOpened", folder, Reasons.of(e)))));
    }

    private void offerReload(ItemFolder now) {
        String script = LineEnds.inEditor(now.script());
        String question = now.scriptExists() ? text("notice.changedOnDisk") : text("notice.deletedOnDisk");
        model.notices()
                .show(new Notice(
                        CHANGED,
                        Notice.Kind.QUESTION,
                        question,
                        List.of(
                                new Notice.Choice(text("choice.reload"), () -> {
                                    model.savedSourceProperty().set(script);
                                    model.sourceProperty().set(script);
                                }),
                                new Notice.Choice(
                                        text("choice.keepMine"),
                                        () -> model.savedSourceProperty().set(script)))));
    }

    private boolean isOpen(Path folder) {
        ItemFolder item = model.itemProperty().get();
        return item != null && item.root().equals(folder.toAbsolutePath().normalize());
    }
}
