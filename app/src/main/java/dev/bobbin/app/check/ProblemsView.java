package dev.bobbin.app.check;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.finding.Finding;
import javafx.beans.binding.Bindings;
import javafx.scene.control.Button;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The list of problems; a click, or Enter, goes to the line, Alt+Enter mends it. */
public final class ProblemsView extends VBox {

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
        Button listAll = new Button(null, Controls.icon(Feather.TOOL));
        listAll.setId("problems-list-all");
        listAll.getStyleClass().add("small");
        listAll.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> text("problems.listAll", problems.unlisted().get()), problems.unlisted()));
        listAll.setOnAction(_ -> {
            problems.listAll();
            list.requestFocus();
        });
        HBox bar = new HBox(listAll);
        bar.getStyleClass().add("panel-bar");
        // One is mended at its own line.
        bar.visibleProperty().bind(problems.unlisted().greaterThan(1));
        bar.managedProperty().bind(bar.visibleProperty());
        VBox.setVgrow(list, Priority.ALWAYS);
        getChildren().addAll(bar, list);
    }

    /** Puts the keyboard into the list. */
    public void focusList() {
        if (list.getSelectionModel().isEmpty()) {
            list.getSelectionModel().selectFirst();
        }
        list.requestFocus();
    }
}
