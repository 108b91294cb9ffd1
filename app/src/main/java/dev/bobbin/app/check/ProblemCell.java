package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.themes.Spacing;
import java.util.Locale;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A problem of the item; a click goes to its line. */
final class ProblemCell extends ListCell<Finding> {

    private final Label message = Controls.wrapped("", "text-small");
    private final Label place = Controls.label("", "text-muted", "text-small");
    private final VBox texts = new VBox(2, message, place);

    private final ProblemsViewModel problems;

    ProblemCell(ProblemsViewModel problems) {
        this.problems = problems;
        setPrefWidth(0);
        HBox.setHgrow(texts, Priority.ALWAYS);
        setOnMouseClicked(_ -> {
            if (getItem() != null) {
                problems.reveal(getItem());
            }
        });
    }

    @Override
    protected void updateItem(Finding finding, boolean empty) {
        super.updateItem(finding, empty);
        if (empty || finding == null) {
            setGraphic(null);
            setAccessibleText(null);
            setTooltip(null);
            return;
        }
        message.setText(text(finding.message()));
        place.setText(place(finding.place()));
        FontIcon sign = Controls.icon(Controls.sign(finding.severity()));
        sign.getStyleClass().add("sign-" + finding.severity().name().toLowerCase(Locale.ROOT));
        setTooltip(finding.source() == null ? null : new Tooltip(text("problems.source", finding.source())));
        HBox row = new HBox(Spacing.S, sign, texts);
        if (finding.fix() != null) {
            row.getChildren().add(fix(finding, finding.fix()));
        }
        setGraphic(row);
        setAccessibleText(
                text("problems.spoken." + finding.severity()) + ": " + message.getText() + " " + place.getText());
    }

    private Button fix(Finding finding, QuickFix fix) {
        Button button = new Button(text(fix.title()), Controls.icon(Feather.TOOL));
        button.getStyleClass().add("small");
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setAccessibleText(button.getText() + ": " + text(finding.message()));
        button.setOnAction(_ -> problems.fix(finding));
        return button;
    }

    private static String place(Place place) {
        return place.line() == 0 ? place.file().toString() : text("problems.place", place.file(), place.line());
    }
}
