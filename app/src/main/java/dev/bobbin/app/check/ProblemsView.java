package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.finding.Finding;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.kordamp.ikonli.feather.Feather;

/** The list of problems; a click, or Enter, goes to the line, Alt+Enter mends it. */
public final class ProblemsView extends StackPane {

    private final ListView<Finding> list;

    public ProblemsView(ProblemsViewModel problems) {
        list = new ListView<>(problems.problems());
        list.setId("problems");
        list.setAccessibleText(text("problems.title"));
        list.getStyleClass().addAll("edge-to-edge", "problem-list");
        list.setCellFactory(_ -> new ProblemCell(problems));
        list.setPlaceholder(
                new EmptyState(Feather.CHECK_CIRCLE, text("problems.empty.title"), text("problems.empty.hint"))
                        .unless(problems.reading()));
        list.setOnKeyPressed(event -> {
            Finding chosen = list.getSelectionModel().getSelectedItem();
            if (event.getCode() != KeyCode.ENTER || event.isShortcutDown() || chosen == null) {
                return;
            }
            if (event.isAltDown()) {
                problems.fix(chosen);
            } else {
                problems.reveal(chosen);
            }
            event.consume();
        });
        getChildren().add(list);
    }

    /** Puts the keyboard into the list. */
    public void focusList() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        list.requestFocus();
    }
}
