package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Opens, saves, watches and closes the item of a window. Edits are never lost without asking. */
public final class ItemSession {

    private static final String CHANGED = "changed-on-disk";
    private static final String NOT_OPENED = "not-opened";
    private static final String GONE = "item-gone";
    private static final String NO_SCRIPT = "no-script";

    /** What is announced of an item that stays to be seen. */
    private static final String NOTHING_NEW = "";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final RecentItems recent;
    private final TaskRunner tasks;
    private final NewestTask looking;
    private final Saving saving;
    private final UnsavedQuestion unsaved;
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
        this.looking = new NewestTask(tasks);
        this.saving = new Saving(model, files, tasks);
        this.unsaved = new UnsavedQuestion(model, saving, this::save, this::lookForChanges);
    }

    /** Opens the item in that folder, after asking about unsaved edits; of a workspace, lets choose among its items. */
    public void open(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        whenNothingUnsaved(() -> open(ItemReader.nameOf(whole), whole));
    }

    private void open(String name, Path folder) {
        open(name, () -> found(folder), e -> text("notice.notOpened", folder, Reasons.of(e)));
    }

    /** Looks what a folder is, in the background. @return shows it */
    private Runnable found(Path folder) throws IOException {
        List<Path> items = files.itemsIn(folder);
        return items.isEmpty() ? item(folder) : () -> show(new WorkspaceItems(folder, items));
    }

    /** Reads an item, in the background. @return shows it */
    private Runnable item(Path folder) throws IOException {
        ItemFolder item = files.read(folder);
        return () -> show(item);
    }

    private void open(String name, Callable<Runnable> reader, Function<Exception, String> words) {
        announce(name);
        int mine = wishes;
        tasks.run(
                reader,
                show -> {
                    if (mine == wishes) {
                        shower.accept(() -> {
                            if (mine == wishes) {
                                show.run();
                            }
                        });
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
        announce(NOTHING_NEW);
    }

    /** The one that shows what was opened: it may first let the window say what comes. */
    public void onShow(Consumer<Runnable> newShower) {
        shower = newShower;
    }

    /**
     * Makes a new item from the template, opens it and says where it lies.
     *
     * @param made hears of its folder before it is opened
     */
    public void create(Path workspace, String name, Consumer<Path> made) {
        whenNothingUnsaved(() ->
                open(name, () -> made(workspace, name, made), e -> text("notice.notCreated", name, Reasons.of(e))));
    }

    /** Makes an item, in the background. @return shows it */
    private Runnable made(Path workspace, String name, Consumer<Path> made) throws IOException {
        Path folder = files.create(workspace, name);
        Runnable show = item(folder);
        return () -> {
            made.accept(folder);
            show.run();
            model.notices()
                    .show(new Notice("created", Notice.Kind.INFO, text("notice.created", name, folder), List.of()));
        };
    }

    /**
     * Makes an item that comes from elsewhere and opens it, unless something else has been wished meanwhile.
     *
     * @param name what to say is being opened
     * @param maker gives its folder; called in the background
     * @param words what to say when it fails; called on the window's thread
     */
    public void openMade(String name, Callable<Path> maker, Function<Exception, String> words) {
        openMade(name, maker, _ -> {}, words);
    }

    /** The same. @param made hears of its folder before it is opened; called on the window's thread */
    public void openMade(String name, Callable<Path> maker, Consumer<Path> made, Function<Exception, String> words) {
        whenNothingUnsaved(() -> open(
                name,
                () -> {
                    Path folder = maker.call();
                    Runnable show = item(folder);
                    return () -> {
                        made.accept(folder);
                        show.run();
                    };
                },
                words));
    }

    /** Reads the open item again; edits that are not saved are given up after asking. */
    public void reload() {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            whenNothingUnsaved(() -> open(
                    NOTHING_NEW, () -> again(item.root()), e -> text("notice.notOpened", item.root(), Reasons.of(e))));
        }
    }

    /** Reads the open item, in the background. @return shows it, unless somebody has typed meanwhile */
    private Runnable again(Path folder) throws IOException {
        Runnable show = item(folder);
        return () -> {
            if (model.drafts().unsaved().isEmpty()) {
                show.run();
            } else {
                lookForChanges(folder);
            }
        };
    }

    /** Gives up the edits since the last save; undo brings them back. */
    public void resetCode() {
        model.resetSource(model.savedSourceProperty().get());
    }

    /** Goes back to the welcome page, after asking about unsaved edits. */
    public void close() {
        whenNothingUnsaved(this::leave);
    }

    private void leave() {
        stopWatching();
        saving.leave();
        model.open(null);
    }

    private void show(WorkspaceItems workspace) {
        leave();
        model.chooseFrom(workspace);
        recent.opened(workspace.root());
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
        if (saving.underWay()) {
            saving.whenSaved(() -> save(then));
            return;
        }
        List<Draft> drafts = model.drafts().unsaved();
        saving.save(
                item,
                conflict -> conflict.drafts()
                        .forEach(
                                draft -> offerReload(draft, conflict.now(), text("notice.notSavedOver", draft.name()))),
                () -> {
                    model.notices().dismiss(NO_SCRIPT);
                    drafts.forEach(draft -> model.notices().dismiss(changedNotice(draft)));
                    lookForChanges(item.root());
                    then.run();
                });
    }

    /** Does something that would lose unsaved edits; asks first when there are any. */
    public void whenNothingUnsaved(Runnable action) {
        unsaved.whenNothingUnsaved(action);
    }

    private void show(ItemFolder item) {
        stopWatching();
        saving.leave();
        gone = false;
        WorkspaceItems around = model.workspaceProperty().get();
        if (around != null && !around.root().equals(item.root().getParent())) {
            model.chooseFrom(null);
        }
        model.open(item);
        recent.opened(item.root());
        startWatching(item.root());
        if (!item.scriptExists()) {
            model.notices()
                    .show(new Notice(
                            NO_SCRIPT,
                            Notice.Kind.QUESTION,
                            text("notice.noScript"),
                            List.of(new Notice.Choice(text("choice.createScript"), () -> createScript(item.root())))));
        }
    }

    private void createScript(Path folder) {
        tasks.run(
                files::scriptTemplate,
                template -> {
                    if (isOpen(folder)) {
                        model.sourceProperty().set(template);
                        save();
                    }
                },
                e -> model.notices().show(Notice.error(NO_SCRIPT, Reasons.of(e))));
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
        int written = saving.ended();
        // What was read earlier may come later.
        looking.run(
                () -> files.read(folder),
                now -> {
                    if (!isOpen(folder)) {
                        return;
                    }
                    if (written != saving.ended()) {
                        // Read before something was written: that is not what the disk holds now.
                        lookForChanges(folder);
                        return;
                    }
                    cameBack();
                    model.drafts().update(now).forEach(draft -> offerReload(draft, now));
                    model.update(now);
                    Draft script = model.drafts().script();
                    if (script.changedByOthers(Drafts.contentOf(now, script.part()))) {
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
            List.of(GONE, FunctionRunner.NOT_STARTED).forEach(model.notices()::dismiss);
            saving.forgetFailures();
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
            model.wishes()
                    .make(new Comparison(
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

    /** Key of the notice that says another program changed the file. */
    static String changedNotice(Draft draft) {
        return CHANGED + "-" + draft.name();
    }

    private boolean isOpen(Path folder) {
        ItemFolder item = model.itemProperty().get();
        return item != null && item.root().equals(folder.toAbsolutePath().normalize());
    }
}
