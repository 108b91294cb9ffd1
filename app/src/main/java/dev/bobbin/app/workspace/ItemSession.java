package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Opens, saves, watches and closes the item of a window. Edits are never lost without asking. */
public final class ItemSession {

    private static final String UNSAVED = "unsaved";
    private static final String CHANGED = "changed-on-disk";
    private static final String NOT_SAVED = "not-saved";
    private static final String NOT_OPENED = "not-opened";
    private static final String GONE = "item-gone";
    private static final String COMMITTED = "committed";
    private static final String NO_SCRIPT = "no-script";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final RecentItems recent;
    private final TaskRunner tasks;
    private ItemFiles.@Nullable Watch watch;
    private boolean gone;
    private Consumer<Runnable> shower = Runnable::run;

    /** Counts wishes to open something: only the latest comes true. */
    private int wishes;

    public ItemSession(WorkspaceModel model, ItemFiles files, RecentItems recent, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.recent = recent;
        this.tasks = tasks;
    }

    /** Opens the item in that folder, after asking about unsaved edits. */
    public void open(Path folder) {
        whenNothingUnsaved(() -> open(ItemReader.nameOf(folder), () -> files.read(folder), e -> {
            recent.forget(folder);
            return text("notice.notOpened", folder, Reasons.of(e));
        }));
    }

    private void open(String name, Callable<ItemFolder> reader, Function<Exception, String> words) {
        announce(name);
        int mine = wishes;
        tasks.run(
                reader,
                item -> {
                    if (mine == wishes) {
                        shower.accept(() -> show(item));
                    }
                },
                e -> {
                    String failure = words.apply(e);
                    if (mine == wishes) {
                        giveUpOpening();
                        model.notices().show(Notice.error(NOT_OPENED, failure));
                    }
                });
    }

    /** Says what will be opened, while it is being made or read. */
    public void announce(String name) {
        wishes++;
        model.openingProperty().set(name);
    }

    /** Forgets what is being opened, such as one that lies on a drive that does not answer. */
    public void giveUpOpening() {
        announce("");
    }

    /** The one that shows what was opened: it may first let the window say what comes. */
    public void onShow(Consumer<Runnable> newShower) {
        shower = newShower;
    }

    /** Makes a new item from the template and opens it. */
    public void create(Path workspace, String name) {
        whenNothingUnsaved(() -> open(
                name,
                () -> files.read(files.create(workspace, name)),
                e -> text("notice.notCreated", name, Reasons.of(e))));
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

    /** Goes back to the script as it was last committed; undo brings the present text back. */
    public void resetToCommitted(CommittedCode committed) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        tasks.run(
                () -> committed.script(item),
                found -> found.ifPresentOrElse(
                        script -> model.sourceProperty().set(LineEnds.inEditor(script)),
                        () -> model.notices()
                                .show(new Notice(COMMITTED, Notice.Kind.INFO, text("notice.notCommitted"), List.of()))),
                e -> model.notices().show(Notice.error(COMMITTED, Reasons.of(e))));
    }

    /** Goes back to the welcome page, after asking about unsaved edits. */
    public void close() {
        whenNothingUnsaved(() -> {
            stopWatching();
            model.open(null);
        });
    }

    /** Writes what the editors hold of the item's files, unless another program has changed one of them since. */
    public void save() {
        save(() -> {});
    }

    private void save(Runnable then) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        List<Draft> drafts = model.drafts().unsaved();
        tasks.run(
                () -> files.read(item.root()),
                now -> {
                    List<Draft> changed = drafts.stream()
                            .filter(draft -> changedByOthers(draft, now))
                            .toList();
                    if (changed.isEmpty()) {
                        write(item, drafts, then);
                    } else {
                        changed.forEach(draft -> offerReload(draft, now, text("notice.notSavedOver", draft.name())));
                    }
                },
                this::notSaved);
    }

    private static boolean changedByOthers(Draft draft, ItemFolder now) {
        String onDisk = Drafts.contentOf(now, draft.part());
        return !onDisk.equals(draft.saved().get())
                && !onDisk.equals(draft.text().get());
    }

    private void write(ItemFolder item, List<Draft> drafts, Runnable then) {
        Map<Draft, String> before = new LinkedHashMap<>();
        Map<Draft, String> texts = new LinkedHashMap<>();
        for (Draft draft : drafts) {
            before.put(draft, draft.saved().get());
            texts.put(draft, draft.text().get());
            // Set before writing, so that the watcher knows this change for our own.
            draft.saved().set(draft.text().get());
        }
        tasks.run(
                () -> {
                    for (Map.Entry<Draft, String> entry : texts.entrySet()) {
                        write(item, entry.getKey(), entry.getValue());
                    }
                    return files.read(item.root());
                },
                saved -> {
                    List.of(NOT_SAVED, NO_SCRIPT).forEach(model.notices()::dismiss);
                    drafts.forEach(draft -> model.notices().dismiss(changedNotice(draft)));
                    model.itemProperty().set(saved);
                    then.run();
                },
                e -> {
                    before.forEach((draft, text) -> draft.saved().set(text));
                    notSaved(e);
                });
    }

    private void write(ItemFolder item, Draft draft, String text) throws IOException {
        if (draft == model.drafts().script()) {
            files.writeScript(item, LineEnds.onDisk(text, item.script()));
        } else {
            files.writePart(item, draft.part(), text);
        }
    }

    private void notSaved(Exception e) {
        model.notices().show(Notice.error(NOT_SAVED, text("notice.notSaved", Reasons.of(e))));
    }

    /** Does something that would lose unsaved edits; asks first when there are any. */
    public void whenNothingUnsaved(Runnable action) {
        List<Draft> unsaved = model.drafts().unsaved();
        if (unsaved.isEmpty()) {
            action.run();
            return;
        }
        // Saving looks at the disk itself, and asks about it when need be.
        unsaved.forEach(draft -> model.notices().dismiss(changedNotice(draft)));
        String names = unsaved.stream().map(Draft::name).collect(Collectors.joining(", "));
        model.notices()
                .show(new Notice(
                        UNSAVED,
                        Notice.Kind.QUESTION,
                        text("notice.unsaved", names, unsaved.size()),
                        List.of(
                                // Something may have been typed while it was being written.
                                new Notice.Choice(text("choice.save"), () -> save(() -> whenNothingUnsaved(action))),
                                new Notice.Choice(text("choice.discard"), () -> {
                                    model.drafts().giveUp();
                                    action.run();
                                }),
                                new Notice.Choice(text("choice.cancel"), this::lookForChanges))));
    }

    private void show(ItemFolder item) {
        stopWatching();
        gone = false;
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
                this::notSaved);
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

    private void lookForChanges() {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            lookForChanges(item.root());
        }
    }

    private void lookForChanges(Path folder) {
        tasks.run(
                () -> files.read(folder),
                now -> {
                    if (!isOpen(folder)) {
                        return;
                    }
                    cameBack();
                    model.drafts().update(now).forEach(draft -> offerReload(draft, now));
                    model.itemProperty().set(now);
                    Draft script = model.drafts().script();
                    if (changedByOthers(script, now)) {
                        offerReload(script, now);
                    }
                },
                e -> {
                    if (isOpen(folder)) {
                        gone = true;
                        model.notices().show(Notice.error(GONE, text("notice.itemGone", Reasons.of(e))));
                    }
                });
    }

    /** Takes back the word that the folder is not there; what was shown of its data may be old or missing. */
    private void cameBack() {
        if (gone) {
            gone = false;
            List.of(GONE, NOT_SAVED).forEach(model.notices()::dismiss);
            model.dataChanged();
        }
    }

    /** Who has edits of their own is to look first: taking over the other text would throw them away. */
    private void offerReload(Draft draft, ItemFolder now) {
        boolean there = draft != model.drafts().script() || now.scriptExists();
        offerReload(draft, now, text(there ? "notice.changedOnDisk" : "notice.deletedOnDisk", draft.name()));
    }

    private void offerReload(Draft draft, ItemFolder now, String question) {
        String onDisk = Drafts.contentOf(now, draft.part());
        Notice.Choice reload = new Notice.Choice(text("choice.reload"), () -> draft.load(onDisk));
        Notice.Choice compare = new Notice.Choice(text("choice.compare"), () -> {
            // The question is still to be answered.
            offerReload(draft, now, question);
            model.compare(new Comparison(
                    draft.name(),
                    text("compare.onDisk"),
                    onDisk,
                    text("compare.mine"),
                    draft.text().get()));
        });
        Notice.Choice keep =
                new Notice.Choice(text("choice.keepMine"), () -> draft.saved().set(onDisk));
        boolean edited = !draft.text().get().equals(draft.saved().get());
        List<Notice.Choice> choices = edited ? List.of(compare, keep, reload) : List.of(reload, compare, keep);
        model.notices().show(new Notice(changedNotice(draft), Notice.Kind.OFFER, question, choices));
    }

    private static String changedNotice(Draft draft) {
        return CHANGED + "-" + draft.name();
    }

    private boolean isOpen(Path folder) {
        ItemFolder item = model.itemProperty().get();
        return item != null && item.root().equals(folder.toAbsolutePath().normalize());
    }
}
