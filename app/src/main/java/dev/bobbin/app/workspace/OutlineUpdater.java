package dev.bobbin.app.workspace;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.emulator.signature.SourceParser;
import java.time.Duration;

/** Keeps the model's outline in step with its text, in the background. */
public final class OutlineUpdater {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(150);

    private final WorkspaceModel model;
    private final TaskRunner tasks;
    private final Debouncer typing;

    public OutlineUpdater(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        model.sourceProperty().addListener((_, _, _) -> typing.call(this::update));
        model.itemProperty().addListener((_, _, opened) -> {
            if (opened != null) {
                typing.cancel();
                update();
            }
        });
    }

    private void update() {
        String text = model.sourceProperty().get();
        tasks.run(
                () -> SourceParser.outline(text),
                outline -> {
                    if (text.equals(model.sourceProperty().get())) {
                        model.setOutline(outline);
                    }
                },
                problem -> model.notices().show(Notice.error("outline", String.valueOf(problem.getMessage()))));
    }
}
