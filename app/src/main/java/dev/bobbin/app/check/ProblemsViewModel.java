package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.check.ItemFixer;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The problems of the open item, as the checks of the profile find them. */
public final class ProblemsViewModel {

    private static final String NOTICE = "quick-fix";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final ObservableList<Finding> problems = FXCollections.observableArrayList();
    private final StringBinding title;

    public ProblemsViewModel(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
        title = Bindings.createStringBinding(
                () -> problems.isEmpty() ? text("problems.title") : text("problems.count", problems.size()), problems);
        model.findingsProperty().addListener((_, _, _) -> update());
        update();
    }

    /** All findings, errors first; those of one severity in the order of their places. */
    public ObservableList<Finding> problems() {
        return problems;
    }

    /** The word problems and their number. */
    public StringBinding title() {
        return title;
    }

    /** Brings the finding's line into view, when it is in the script. */
    public void reveal(Finding finding) {
        boolean inScript = finding.place().file().endsWith(ItemFolder.SCRIPT);
        if (inScript && finding.place().line() > 0) {
            model.reveal(finding.place().line());
        }
    }

    /** Mends a finding by its quick fix: in the editor, where undo takes it back, and in the item's other files. */
    public void fix(Finding finding) {
        QuickFix fix = finding.fix();
        ItemFolder item = model.itemProperty().get();
        if (fix == null || item == null) {
            return;
        }
        String source = model.sourceProperty().get();
        tasks.run(
                () -> ItemFixer.apply(item.withScript(source), fix),
                changed -> write(item, source, changed),
                e -> model.notices().show(Notice.error(NOTICE, text("problems.notFixed", Reasons.of(e)))));
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
                        e -> model.notices().show(Notice.error(NOTICE, text("problems.notFixed", Reasons.of(e)))));
            } else if (source.equals(model.sourceProperty().get())) {
                model.sourceProperty().set(content);
            }
        });
    }

    private void update() {
        List<Finding> sorted = model.findingsProperty().get().stream()
                .sorted(Comparator.comparing(Finding::severity))
                .toList();
        if (!problems.equals(sorted)) {
            problems.setAll(sorted);
        }
    }
}
