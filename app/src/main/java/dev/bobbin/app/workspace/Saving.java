package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes what the editors hold, one file after the other. A text counts as unsaved until its file has been written, which
 * takes long on a slow drive: only then is nothing lost when the window closes. For use on the FX thread only.
 */
final class Saving {

    private static final String NOT_SAVED = "not-saved-";
    private static final String LEFT = "left-not-saved-";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final List<Runnable> waiting = new ArrayList<>();
    private @Nullable Write current;
    private int ended;

    Saving(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
    }

    /** The texts of one wish to save, as they were then. */
    private record Write(ItemFolder item, Deque<Text> left, Runnable then) {}

    private record Text(Draft draft, String content) {}

    /** Whether files are being looked at or written. */
    boolean underWay() {
        return current != null;
    }

    /** How many files have been written or could not be: what was read before may be older than what is there now. */
    int ended() {
        return ended;
    }

    /** Does something when all that is being saved has been; not when it could not be saved. */
    void whenSaved(Runnable action) {
        if (current == null) {
            action.run();
        } else {
            waiting.add(action);
        }
    }

    /** Forgets who waits. */
    void waitNoLonger() {
        waiting.clear();
    }

    /** The editors turn to another item: what is being written of this one is no longer theirs. */
    void leave() {
        waiting.clear();
        current = null;
    }

    /**
     * Writes the drafts that are unsaved, unless another program has changed one of them.
     *
     * @param changed receives the drafts others changed, with the item as it is on disk; then nothing is written
     * @param then called when all is written
     */
    void save(ItemFolder item, Consumer<Conflict> changed, Runnable then) {
        Write write = new Write(item, new ArrayDeque<>(), then);
        current = write;
        List<Draft> drafts = model.drafts().unsaved();
        tasks.run(
                () -> files.read(item.root()),
                now -> {
                    if (current != write) {
                        return;
                    }
                    List<Draft> others = drafts.stream()
                            .filter(draft -> draft.changedByOthers(Drafts.contentOf(now, draft.part())))
                            .toList();
                    if (others.isEmpty()) {
                        drafts.forEach(draft ->
                                write.left().add(new Text(draft, draft.text().get())));
                        writeNext(write);
                    } else {
                        leave();
                        changed.accept(new Conflict(others, now));
                    }
                },
                e -> {
                    if (current == write) {
                        leave();
                        drafts.forEach(draft ->
                                notSaved(item, new Text(draft, draft.text().get()), e));
                    }
                });
    }

    /** Drafts that others changed, and the item as it is on disk. */
    record Conflict(List<Draft> drafts, ItemFolder now) {}

    private void writeNext(Write write) {
        Text next = write.left().poll();
        if (next == null) {
            finish(write);
            return;
        }
        if (current == write) {
            // The watcher may see it before its end is told here, and must know it for our own.
            next.draft().beginWriting(next.content());
        }
        tasks.run(
                () -> {
                    if (next.draft() == model.drafts().script()) {
                        files.writeScript(
                                write.item(),
                                LineEnds.onDisk(next.content(), write.item().script()));
                    } else {
                        files.writePart(write.item(), next.draft().part(), next.content());
                    }
                    return next;
                },
                written -> {
                    ended++;
                    if (current == write) {
                        written.draft().endWriting(true);
                    }
                    writeNext(write);
                },
                e -> {
                    ended++;
                    if (current == write) {
                        next.draft().endWriting(false);
                        leave();
                        notSaved(write.item(), next, e);
                    } else {
                        notSaved(LEFT + next.draft().name(), write.item(), next, e);
                    }
                });
    }

    private void finish(Write write) {
        if (current == write) {
            List<Runnable> after = new ArrayList<>(waiting);
            leave();
            forgetFailures();
            write.then().run();
            after.forEach(Runnable::run);
        }
    }

    /** Takes back the words about files that could not be saved. */
    void forgetFailures() {
        Stream.concat(Stream.of(model.drafts().script()), model.drafts().parts().stream())
                .forEach(draft -> model.notices().dismiss(NOT_SAVED + draft.name()));
    }

    private void notSaved(ItemFolder item, Text unsaved, Exception e) {
        notSaved(NOT_SAVED + unsaved.draft().name(), item, unsaved, e);
    }

    /**
     * Each file has a notice of its own, since each has a text that may be kept elsewhere. One of an item that was left has
     * nothing to do with the files that are saved later.
     */
    private void notSaved(String id, ItemFolder item, Text unsaved, Exception e) {
        String name = unsaved.draft().name();
        String onDisk = LineEnds.onDisk(unsaved.content(), item.script());
        Notice.Choice copy = new Notice.Choice(
                text("choice.saveCopy"),
                () -> model.wishes()
                        .make(new Wish.Save(
                                text("save.copy"),
                                name,
                                file -> tasks.run(
                                        () -> files.writeCopy(file, onDisk),
                                        saved -> model.notices()
                                                .show(new Notice(
                                                        id,
                                                        Notice.Kind.INFO,
                                                        text("notice.copySaved", saved),
                                                        List.of())),
                                        failed -> notSaved(id, item, unsaved, failed)))));
        model.notices()
                .show(new Notice(
                        id,
                        Notice.Kind.ERROR,
                        text("notice.notSaved", item.displayName(), name, Reasons.of(e)),
                        List.of(copy)));
    }
}
