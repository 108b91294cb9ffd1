package dev.bobbin.app.functions;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.javafx.FontIcon;

/** A function of the explorer: its name, its parameters, and whether something is wrong with it. */
final class FunctionCell extends ListCell<FunctionsViewModel.Row> {

    private final Label name = Controls.label("", "function-name");
    private final Label parameters = Controls.label("", "text-muted", "text-small");
    private final HBox head = new HBox(Spacing.XS, name);
    private final VBox box = new VBox(2, head, parameters);

    FunctionCell() {
        head.setAlignment(Pos.CENTER_LEFT);
        // As wide as the list, so that long texts end in dots instead of a scroll bar.
        setPrefWidth(0);
    }

    @Override
    protected void updateItem(FunctionsViewModel.Row row, boolean empty) {
        super.updateItem(row, empty);
        if (empty || row == null) {
            setGraphic(null);
            setTooltip(null);
            setAccessibleText(null);
            return;
        }
        name.setText(row.name());
        String inputs = row.parameters().isEmpty() ? text("functions.noParameters") : row.parameters();
        parameters.setText(inputs);
        head.getChildren().setAll(name);
        if (!row.problems().isEmpty()) {
            head.getChildren().addAll(Controls.spring(), sign(row.problems()));
        }
        String spoken = row.name() + ", " + inputs + messages(row.problems());
        setTooltip(new Tooltip(row.name() + "(" + row.parameters() + ")" + messages(row.problems())));
        setAccessibleText(spoken);
        setGraphic(box);
    }

    private static FontIcon sign(List<Finding> problems) {
        boolean error = problems.stream().anyMatch(problem -> problem.severity() == Severity.ERROR);
        FontIcon sign = Controls.icon(Controls.sign(error ? Severity.ERROR : Severity.WARNING));
        sign.getStyleClass().add(error ? "sign-error" : "sign-warning");
        return sign;
    }

    private static String messages(List<Finding> problems) {
        StringBuilder words = new StringBuilder();
        problems.forEach(problem -> words.append('\n').append(text(problem.message())));
        return words.toString();
    }
}
