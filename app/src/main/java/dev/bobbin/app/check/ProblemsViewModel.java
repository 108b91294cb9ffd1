package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.ObjIntConsumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.IntegerBinding;
import javafx.beans.binding.StringBinding;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The problems of the open item, as the checks of the profile find them. */
public final class ProblemsViewModel {

    /** The checks that find what {@code definition.json} does not list. */
    private static final Set<String> UNLISTED = Set.of("function-not-listed", "alias-not-connected");

    /** The check that finds what Python cannot read. */
    private static final String SYNTAX = "python-syntax";

    private final WorkspaceModel model;
    private final QuickFixer fixer;
    private final ObservableList<Finding> problems = FXCollections.observableArrayList();
    private final StringBinding title;
    private final IntegerBinding unlisted;
    private ObjIntConsumer<Path> partRevealer = (_, _) -> {};

    public ProblemsViewModel(WorkspaceModel model, QuickFixer fixer) {
        this.model = model;
        this.fixer = fixer;
        title = Bindings.createStringBinding(
                () -> problems.isEmpty() ? text("problems.title") : text("problems.count", problems.size()), problems);
        unlisted = Bindings.createIntegerBinding(
                () -> (int) problems.stream()
                        .filter(finding -> UNLISTED.contains(finding.rule()))
                        .count(),
                problems);
        model.findingsProperty().addListener((_, _, _) -> update());
        update();
    }

    /** How many functions and connections of the code {@code definition.json} does not list. */
    public IntegerBinding unlisted() {
        return unlisted;
    }

    /** Lists all of them there. */
    public void listAll() {
        fixer.listAll();
    }

    /**
     * All findings, errors first, and of those what keeps every function from running; others of one severity in the order
     * of their places.
     */
    public ObservableList<Finding> problems() {
        return problems;
    }

    /** Whether there may be problems that have not been found yet. */
    public ObservableBooleanValue reading() {
        return model.functionsKnownProperty().not();
    }

    /** The word problems and their number. */
    public StringBinding title() {
        return title;
    }

    /** Brings the finding's line into view, in whatever file of the item it is. */
    public void reveal(Finding finding) {
        boolean inScript = finding.place().file().endsWith(ItemFolder.SCRIPT);
        if (!inScript) {
            partRevealer.accept(
                    finding.place().file(), Math.max(1, finding.place().line()));
        } else if (finding.place().line() > 0) {
            model.wishes().make(new Wish.Reveal(finding.place().line()));
        }
    }

    /** The one that brings lines of the item's JSON files into view, from 1. */
    public void onRevealPart(ObjIntConsumer<Path> newRevealer) {
        partRevealer = newRevealer;
    }

    /** Mends a finding by its quick fix. */
    public void fix(Finding finding) {
        if (finding.fix() != null) {
            fixer.apply(finding.fix());
        }
    }

    private void update() {
        List<Finding> sorted = model.findingsProperty().get().stream()
                .sorted(Comparator.comparing(Finding::severity)
                        .thenComparing(finding -> !finding.rule().equals(SYNTAX)))
                .toList();
        if (!problems.equals(sorted)) {
            problems.setAll(sorted);
        }
    }
}
