package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Overlay;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The input of one parameter over all of the window, as large as there is room; it goes back into its form afterwards. */
final class LargeInput extends Overlay {

    private final ObservableList<Node> home;
    private final List<Node> parts;
    private final Runnable focus;

    /**
     * Puts an input over the window.
     *
     * @param form what holds the input; keeps its place
     * @param focus gives the keyboard to the input
     */
    LargeInput(VBox form, FieldViewModel field, Runnable focus) {
        super("large-input", field.parameter().name(), text("form.enlarge.close"));
        this.home = form.getChildren();
        this.parts = List.copyOf(home);
        this.focus = focus;
        setMaxSize(Double.MAX_VALUE, Double.MAX_VALUE);
        layersOf(form).add(this);
        home.setAll(Controls.wrapped(text("form.enlarge.elsewhere"), "text-muted", "text-small"));
        VBox content = new VBox(form.getSpacing());
        content.getChildren().addAll(parts);
        VBox.setVgrow(content, Priority.ALWAYS);
        Label message = Controls.wrapped("", "text-small", "field-message");
        message.textProperty()
                .bind(Bindings.createStringBinding(() -> said(field.reading().get()), field.reading()));
        getChildren().addAll(content, message);
        open();
    }

    private static String said(@Nullable Reading reading) {
        String words = reading == null ? null : reading.message();
        return words == null ? "" : words;
    }

    @Override
    protected void opened() {
        // What was just put here cannot take the keyboard before it is laid out.
        getScene().getRoot().applyCss();
        getScene().getRoot().layout();
        focus.run();
    }

    @Override
    public void close() {
        if (isVisible()) {
            home.setAll(parts);
            super.close();
            layersOf(this).remove(this);
        }
    }
}
