package dev.bobbin.app.welcome;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ObservableStringValue;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.layout.VBox;

/** The page while an item is being opened, which may take long on a drive that hardly answers. */
public final class OpeningView extends VBox {

    private final Button back = new Button(text("opening.back"));

    /** @param name of what is being opened @param giveUp goes back to the first page */
    public OpeningView(ObservableStringValue name, Runnable giveUp) {
        super(Spacing.L);
        setId("opening");
        setAlignment(Pos.CENTER);
        getStyleClass().add("welcome");
        Label words = Controls.wrapped("", "section-title");
        words.textProperty().bind(Bindings.createStringBinding(() -> text("opening.title", name.get()), name));
        ProgressIndicator busy = new ProgressIndicator();
        busy.accessibleTextProperty().bind(words.textProperty());
        back.setId("opening-back");
        back.getStyleClass().add("flat");
        back.setOnAction(_ -> giveUp.run());
        getChildren().addAll(busy, words, back);
    }

    /** Gives the keyboard to what can be done here. */
    public void focusStart() {
        back.requestFocus();
    }
}
