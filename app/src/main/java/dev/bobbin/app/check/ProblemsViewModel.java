package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import java.util.Comparator;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The problems of the open item, as the checks of the profile find them. */
public final class ProblemsViewModel {

    private final WorkspaceModel model;
    private final QuickFixer fixer;
    private final ObservableList<Finding> problems = FXCollections.observableArrayList();
    private final StringBinding title;

    public ProblemsViewModel(WorkspaceModel model, QuickFixer fixer) {
        this.model = model;
        this.fixer = fixer;
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

    /** Mends a finding by its quick fix. */
    public void fix(Finding finding) {
        if (finding.fix() != null) {
            fixer.apply(finding.fix());
        }
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
