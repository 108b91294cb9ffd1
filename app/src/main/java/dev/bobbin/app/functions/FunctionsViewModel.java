package dev.bobbin.app.functions;

import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The Functions explorer: the functions of the editor's text, and whether something is wrong inside them. */
public final class FunctionsViewModel {

    /**
     * A function of the list.
     *
     * @param parameters names and types in a line
     * @param problems what is wrong inside it
     */
    public record Row(String name, String parameters, int line, List<Finding> problems) {}

    private final WorkspaceModel model;
    private final ObservableList<Row> functions = FXCollections.observableArrayList();

    public FunctionsViewModel(WorkspaceModel model) {
        this.model = model;
        model.outlineProperty().addListener((_, _, _) -> update());
        model.findingsProperty().addListener((_, _, _) -> update());
        update();
    }

    public ObservableList<Row> functions() {
        return functions;
    }

    /** Whether there may be functions that have not been read yet. */
    public ObservableBooleanValue reading() {
        return model.functionsKnownProperty().not();
    }

    /** Name of the function the Test panel is about; empty when there is none. */
    public String selected() {
        FunctionSignature function = model.selectedProperty().get();
        return function == null ? "" : function.name();
    }

    /** Tells every change of the selected function. */
    public void onSelected(Runnable listener) {
        model.selectedProperty().addListener((_, _, _) -> listener.run());
    }

    /** Selects a function for the Test panel and shows its code. */
    public void select(Row row) {
        model.select(row.name());
    }

    /** Shows the function's code; the keyboard stays where it is. */
    public void show(Row row) {
        model.wishes().make(new Wish.Show(row.line()));
    }

    /** Brings the function's first line into view. */
    public void reveal(Row row) {
        model.wishes().make(new Wish.Reveal(row.line()));
    }

    private void update() {
        List<Finding> findings = model.findingsProperty().get();
        List<Row> rows = model.outlineProperty().get().functions().stream()
                .map(function -> row(function, findings))
                .toList();
        if (!functions.equals(rows)) {
            functions.setAll(rows);
        }
    }

    private static Row row(FunctionSignature function, List<Finding> findings) {
        String parameters =
                function.parameters().stream().map(FunctionsViewModel::summary).collect(Collectors.joining(", "));
        List<Finding> inside = findings.stream()
                .filter(FunctionsViewModel::inScript)
                .filter(finding -> finding.severity() != Severity.INFO)
                .filter(finding -> finding.place().line() >= function.line()
                        && finding.place().line() <= function.endLine())
                .toList();
        return new Row(function.name(), parameters, function.line(), inside);
    }

    private static String summary(Parameter parameter) {
        return parameter.typeText().isEmpty() ? parameter.name() : parameter.name() + ": " + parameter.typeText();
    }

    private static boolean inScript(Finding finding) {
        return finding.place().file().endsWith(ItemFolder.SCRIPT);
    }
}
