package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.check.ItemFixer;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.Map;

/** Mends findings by their quick fixes: in the editor, where undo takes it back, and in the item's other files. */
public final class QuickFixer {

    private static final String NOTICE = "quick-fix";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;

    public QuickFixer(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
    }

    /** Makes the changes of a fix, in the background; without effect while no item is open. */
    public void apply(QuickFix fix) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        String source = model.sourceProperty().get();
        tasks.run(
                () -> ItemFixer.apply(item.withScript(source), fix),
                changed -> write(item, source, changed),
                this::fail);
    }

    private void write(ItemFolder item, String source, Map<Path, String> changed) {
        changed.forEach((part, content) -> {
            if (!part.endsWith(ItemFolder.SCRIPT)) {
                tasks.run(
                        () -> {
                            files.writePart(item, part, content);
                            return part;
                        },
                        _ -> {},
                        this::fail);
            } else if (source.equals(model.sourceProperty().get())) {
                model.sourceProperty().set(content);
            }
        });
    }

    private void fail(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("problems.notFixed", Reasons.of(e))));
    }
}
