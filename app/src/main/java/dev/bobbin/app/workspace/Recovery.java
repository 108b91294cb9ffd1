package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Keeps unsaved edits while they are made, and offers those of a program that ended unexpectedly when the item is opened
 * again. Edits that were saved or given up are forgotten.
 */
public final class Recovery {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(700);
    private static final String NOTICE = "recovered";

    private final WorkspaceModel model;
    private final UnsavedEdits edits;
    private final TaskRunner tasks;
    private final Debouncer typing;
    private boolean asking;

    public Recovery(WorkspaceModel model, UnsavedEdits edits, TaskRunner tasks) {
        this.model = model;
        this.edits = edits;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        model.itemProperty().addListener((_, before, now) -> {
            if (now != null && (before == null || !before.root().equals(now.root()))) {
                look(now);
            }
        });
        model.sourceProperty().addListener((_, _, _) -> typing.call(this::keep));
        model.savedSourceProperty().addListener((_, _, _) -> typing.call(this::keep));
    }

    private void keep() {
        ItemFolder item = model.itemProperty().get();
        if (item == null || asking) {
            return;
        }
        Path root = item.root();
        String text = model.sourceProperty().get();
        boolean unsaved = model.unsaved().get();
        tasks.run(
                () -> {
                    if (unsaved) {
                        edits.keep(root, text);
                    } else {
                        edits.forget(root);
                    }
                    return root;
                },
                _ -> {},
                e -> model.notices().show(Notice.error(NOTICE, text("notice.notKept", Reasons.of(e)))));
    }

    private void look(ItemFolder item) {
        asking = true;
        tasks.run(() -> edits.kept(item.root()).orElse(null), kept -> offer(item, kept), e -> {
            asking = false;
            model.notices().show(Notice.error(NOTICE, text("notice.notKept", Reasons.of(e))));
        });
    }

    private void offer(ItemFolder item, @Nullable String kept) {
        ItemFolder open = model.itemProperty().get();
        boolean same = open != null && open.root().equals(item.root());
        if (!same || kept == null || kept.equals(model.savedSourceProperty().get())) {
            asking = false;
            return;
        }
        model.notices()
                .show(new Notice(
                        NOTICE,
                        Notice.Kind.QUESTION,
                        text("notice.recovered"),
                        List.of(
                                new Notice.Choice(text("choice.restore"), () -> {
                                    asking = false;
                                    model.sourceProperty().set(kept);
                                }),
                                new Notice.Choice(text("choice.discardKept"), () -> {
                                    asking = false;
                                    keep();
                                }))));
    }
}
