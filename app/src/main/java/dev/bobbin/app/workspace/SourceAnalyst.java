package dev.bobbin.app.workspace;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.check.ItemChecker;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.time.Duration;
import java.util.List;

/** Keeps the model's outline and findings in step with the open item, its text and the profile, in the background. */
public final class SourceAnalyst {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(150);

    private record Analysis(SourceOutline outline, List<Finding> findings) {}

    private final WorkspaceModel model;
    private final TaskRunner tasks;
    private final Debouncer typing;

    public SourceAnalyst(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        model.sourceProperty().addListener((_, _, _) -> typing.call(this::analyse));
        model.itemProperty().addListener((_, _, _) -> analyseNow());
        model.profileProperty().addListener((_, _, _) -> analyseNow());
    }

    private void analyseNow() {
        typing.cancel();
        analyse();
    }

    private void analyse() {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        String text = model.sourceProperty().get();
        ServiceProfile profile = model.profile();
        tasks.run(
                () -> analyse(item, text, profile),
                analysis -> {
                    if (item == model.itemProperty().get()
                            && text.equals(model.sourceProperty().get())
                            && profile == model.profile()) {
                        model.setOutline(analysis.outline());
                        model.setFindings(analysis.findings());
                    }
                },
                problem -> model.notices().show(Notice.error("analysis", Reasons.of(problem))));
    }

    private static Analysis analyse(ItemFolder item, String text, ServiceProfile profile) {
        SourceOutline outline = SourceParser.outline(text);
        return new Analysis(outline, ItemChecker.check(item.withScript(text), outline, profile));
    }
}
