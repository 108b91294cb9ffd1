package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Dates;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;

/**
 * Keeps unsaved edits while they are made, and offers those of a program that ended unexpectedly when the item is opened
 * again, one window's after the other's. Edits that were saved or given up are forgotten.
 */
public final class Recovery {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(700);
    private static final String NOTICE = "recovered";

    private final WorkspaceModel model;
    private final UnsavedEdits edits;
    private final TaskRunner tasks;
    private final Debouncer typing;

    /** While an item is being taken over its texts change, but nobody edits them. */
    private boolean open;

    public Recovery(WorkspaceModel model, UnsavedEdits edits, TaskRunner tasks) {
        this.model = model;
        this.edits = edits;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        model.itemProperty().addListener((_, before, now) -> {
            open = now != null;
            if (now != null && (before == null || !before.root().equals(now.root()))) {
                look(now);
            }
        });
        model.onLeaving(this::leave);
        watch(model.drafts().script());
        model.drafts().parts().addListener((ListChangeListener<Draft>) change -> {
            while (change.next()) {
                change.getAddedSubList().forEach(this::watch);
            }
        });
    }

    private void watch(Draft draft) {
        draft.text().addListener((_, _, _) -> changed());
        draft.saved().addListener((_, _, _) -> changed());
    }

    private void changed() {
        if (open) {
            typing.call(this::keep);
        }
    }

    /** Edits that nobody gave up, since a slow save of them goes on, are left for whoever opens the item next. */
    private void leave() {
        open = false;
        typing.cancel();
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        Map<Path, Optional<String>> wanted = wanted(item);
        tasks.run(
                () -> {
                    write(wanted);
                    for (Map.Entry<Path, Optional<String>> entry : wanted.entrySet()) {
                        if (entry.getValue().isPresent()) {
                            edits.leave(entry.getKey());
                        }
                    }
                    return wanted;
                },
                _ -> {},
                this::fail);
    }

    private void keep() {
        keep(() -> {});
    }

    private void keep(Runnable then) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        Map<Path, Optional<String>> wanted = wanted(item);
        tasks.run(
                () -> {
                    write(wanted);
                    return wanted;
                },
                _ -> then.run(),
                this::fail);
    }

    /**
     * The window is gone: at once, since nothing in the background goes on, keeps what has not reached the disk and forgets
     * what has, or what was given up.
     */
    public void end() {
        typing.cancel();
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        try {
            write(wanted(item));
        } catch (IOException e) {
            // There is no window any more to say it in.
            System.getLogger(Recovery.class.getName()).log(System.Logger.Level.WARNING, "unsaved edits not kept", e);
        }
    }

    /** What is to be kept of each file; empty when the disk holds what the editor does. */
    private Map<Path, Optional<String>> wanted(ItemFolder item) {
        Map<Path, Optional<String>> wanted = new LinkedHashMap<>();
        for (Draft draft : drafts()) {
            wanted.put(
                    item.root().resolve(draft.part()),
                    draft.unsaved().get() ? Optional.of(draft.text().get()) : Optional.empty());
        }
        return wanted;
    }

    private void write(Map<Path, Optional<String>> wanted) throws IOException {
        for (Map.Entry<Path, Optional<String>> entry : wanted.entrySet()) {
            if (entry.getValue().isPresent()) {
                edits.keep(entry.getKey(), entry.getValue().get());
            } else {
                edits.forget(entry.getKey());
            }
        }
    }

    private List<Draft> drafts() {
        return Stream.concat(Stream.of(model.drafts().script()), model.drafts().parts().stream())
                .toList();
    }

    private void look(ItemFolder item) {
        List<Draft> drafts = drafts();
        tasks.run(
                () -> {
                    Map<Draft, UnsavedEdits.Left> kept = new LinkedHashMap<>();
                    for (Draft draft : drafts) {
                        edits.left(item.root().resolve(draft.part())).ifPresent(left -> kept.put(draft, left));
                    }
                    return kept;
                },
                kept -> offer(item, kept),
                this::fail);
    }

    private void fail(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("notice.notKept", Reasons.of(e))));
    }

    private void offer(ItemFolder item, Map<Draft, UnsavedEdits.Left> kept) {
        if (!model.isOpen(item)) {
            return;
        }
        Map<Draft, UnsavedEdits.Left> saved = new LinkedHashMap<>(kept);
        saved.entrySet()
                .removeIf(entry ->
                        !entry.getValue().text().equals(entry.getKey().saved().get()));
        if (!saved.isEmpty()) {
            // It had reached the disk after all.
            forget(item, saved, () -> {});
            kept.keySet().removeAll(saved.keySet());
        }
        if (kept.isEmpty()) {
            return;
        }
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text("notice.recovered", named(kept)),
                        List.of(
                                new Notice.Choice(text("choice.restore"), () -> {
                                    kept.forEach(this::restore);
                                    keep(() -> forget(item, kept, () -> look(item)));
                                }),
                                new Notice.Choice(
                                        text("choice.discardKept"), () -> forget(item, kept, () -> look(item))))));
    }

    /** The first edit of the script comes into view: one would look for it otherwise. */
    private void restore(Draft draft, UnsavedEdits.Left left) {
        String before = draft.text().get();
        draft.text().set(left.text());
        int same = Arrays.mismatch(before.toCharArray(), left.text().toCharArray());
        if (draft == model.drafts().script() && same >= 0) {
            long lineEnds =
                    left.text().chars().limit(same).filter(c -> c == '\n').count();
            model.wishes().make(new Wish.Reveal((int) lineEnds + 1));
        }
    }

    /** Which files, and when each was last typed in: offers of several windows' edits come one after the other. */
    private static String named(Map<Draft, UnsavedEdits.Left> kept) {
        ZonedDateTime now = ZonedDateTime.now();
        return kept.entrySet().stream()
                .map(entry -> text(
                        "notice.recovered.file",
                        entry.getKey().name(),
                        Dates.brief(entry.getValue().since(), now)))
                .collect(Collectors.joining(", "));
    }

    /** What was left is dealt with: this window keeps what it has of it. @param then what is to be done after that */
    private void forget(ItemFolder item, Map<Draft, UnsavedEdits.Left> left, Runnable then) {
        tasks.run(
                () -> {
                    for (Map.Entry<Draft, UnsavedEdits.Left> entry : left.entrySet()) {
                        edits.forgetLeft(
                                item.root().resolve(entry.getKey().part()),
                                entry.getValue().text());
                    }
                    return left;
                },
                _ -> then.run(),
                this::fail);
    }
}
