package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form of the Test panel: function selector, what the function says about itself, and a field a parameter. */
public final class FormView extends VBox {

    private final FormViewModel form;
    private final ComboBox<String> selector = new ComboBox<>();
    private final Label description = Controls.wrapped("", "text-muted", "function-description");
    private final VBox fields = new VBox(Spacing.L);
    private final ScrollPane scroll = new ScrollPane();
    private final Node nothing = new EmptyState(Feather.SLIDERS, text("form.empty.title"), text("form.empty.hint"));
    private List<FieldViewModel> shown = List.of();

    public FormView(FormViewModel form) {
        this.form = form;
        getStyleClass().add("form");
        selector.setId("function-selector");
        selector.setAccessibleText(text("form.selector"));
        selector.setMaxWidth(Double.MAX_VALUE);
        selector.setItems(form.functions());
        selector.getSelectionModel().selectedItemProperty().addListener((_, _, name) -> {
            if (name != null) {
                form.select(name);
            }
        });
        Label label = Controls.label(text("form.selector"), "field-name");
        label.setLabelFor(selector);
        VBox content = new VBox(Spacing.L, new VBox(Spacing.XS, label, selector), description, fields);
        content.getStyleClass().add("form-content");
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(nothing, Priority.ALWAYS);
        getChildren().addAll(scroll, nothing);
        form.formProperty().addListener((_, _, now) -> show(now));
        show(form.formProperty().get());
    }

    /** Puts the keyboard into the first field, or the selector when there is none. */
    public void focusFirst() {
        Node first =
                fields.getChildren().isEmpty() ? null : fields.getChildren().getFirst();
        if (first instanceof FieldView field) {
            field.focusInput();
        } else {
            selector.requestFocus();
        }
    }

    private void show(FormViewModel.@Nullable Form now) {
        Controls.show(nothing, now == null);
        Controls.show(scroll, now != null);
        if (now == null) {
            return;
        }
        selector.getSelectionModel().select(now.function().name());
        description.setText(now.function().description());
        Controls.show(description, !now.function().description().isEmpty());
        if (shown == now.fields() && !fields.getChildren().isEmpty()) {
            return;
        }
        shown = now.fields();
        if (shown.isEmpty()) {
            fields.getChildren().setAll(Controls.wrapped(text("form.noParameters"), "text-muted"));
        } else {
            fields.getChildren()
                    .setAll(shown.stream()
                            .map(field -> new FieldView(field, form.refusal()))
                            .toList());
        }
    }
}
