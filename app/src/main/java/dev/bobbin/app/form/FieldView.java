package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A parameter of the form: name and type, the input, and what is to be said about it. */
final class FieldView extends VBox {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass UNSENT = PseudoClass.getPseudoClass("unsent");
    private static final int ROWS = 4;

    private final FieldViewModel field;
    private final String refusal;
    private final Label message = Controls.wrapped("", "text-small", "field-message");
    private final Label badge = Controls.label("", "field-badge");
    private final MenuItem moreLines = new MenuItem(text("form.menu.lines"));
    private Node input;

    FieldView(FieldViewModel field, String refusal) {
        super(Spacing.XS);
        this.field = field;
        this.refusal = refusal;
        this.input = switch (field.format()) {
            case FieldFormat.TrueFalse _ -> checkBox();
            case JsonText _ -> prepared(area());
            default -> prepared(new TextField());
        };
        getStyleClass().add("field");
        getChildren().addAll(head(), input, message);
        field.reading().addListener((_, _, _) -> update());
        field.sendingProperty().addListener((_, _, _) -> update());
        update();
    }

    void focusInput() {
        input.requestFocus();
    }

    private HBox head() {
        Label name = Controls.label(field.parameter().name(), "field-name");
        name.setLabelFor(input);
        Label type = Controls.label(field.parameter().typeText(), "field-type", "text-muted", "text-small");
        HBox head = new HBox(Spacing.S, name, type, Controls.spring(), badge, menu());
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(null, Controls.icon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow", "field-menu");
        String name = text("form.menu", field.parameter().name());
        menu.setAccessibleText(name);
        menu.setTooltip(new Tooltip(name));
        if (field.hasDefault()) {
            menu.getItems().add(item("form.menu.default", field::useDefault));
        }
        menu.getItems().add(item("form.menu.null", field::useNull));
        if (field.format() instanceof FieldFormat.Text) {
            menu.getItems().add(item("form.menu.empty", () -> {
                field.textProperty().set("");
                field.useValue();
            }));
            moreLines.setOnAction(_ -> useMoreLines());
            menu.getItems().add(moreLines);
        }
        if (field.format() instanceof IsoDateTime) {
            menu.getItems()
                    .add(item(
                            "form.menu.now",
                            () -> field.textProperty()
                                    .set(LocalDateTime.now()
                                            .truncatedTo(ChronoUnit.SECONDS)
                                            .toString())));
        }
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private void useMoreLines() {
        if (input instanceof TextField line) {
            line.textProperty().unbindBidirectional(field.textProperty());
            input = prepared(area());
            getChildren().set(1, input);
            moreLines.setDisable(true);
            update();
            input.requestFocus();
        }
    }

    private static TextArea area() {
        TextArea area = new TextArea();
        area.setPrefRowCount(ROWS);
        area.setWrapText(true);
        return area;
    }

    private TextInputControl prepared(TextInputControl control) {
        control.setId("field-" + field.parameter().name());
        control.setPromptText(field.prompt());
        control.textProperty().bindBidirectional(field.textProperty());
        if (control instanceof TextArea area) {
            TabLeaves.install(area);
            if (!(field.format() instanceof FieldFormat.Text)) {
                area.getStyleClass().add("code-input");
            }
        }
        return control;
    }

    private CheckBox checkBox() {
        CheckBox box = new CheckBox();
        box.setId("field-" + field.parameter().name());
        box.setSelected("true".equals(field.textProperty().get()));
        box.textProperty()
                .bind(Bindings.when(box.selectedProperty()).then("true").otherwise("false"));
        box.setOnAction(_ -> {
            field.textProperty().set(String.valueOf(box.isSelected()));
            field.useValue();
        });
        field.textProperty().addListener((_, _, now) -> box.setSelected("true".equals(now)));
        return box;
    }

    private void update() {
        Reading reading = field.reading().get();
        boolean refused = reading instanceof Reading.Refused;
        String words = reading == null || reading.message() == null ? "" : reading.message();
        message.setText(refused ? words + " " + refusal : words);
        Controls.show(message, !words.isEmpty());
        pseudoClassStateChanged(REFUSED, refused);
        input.pseudoClassStateChanged(REFUSED, refused);
        input.pseudoClassStateChanged(UNSENT, field.sendingProperty().get() != FieldViewModel.Sending.VALUE);
        input.setAccessibleText(field.spokenName());
        badge.setText(text("form.badge." + field.sendingProperty().get()));
        Controls.show(badge, field.sendingProperty().get() != FieldViewModel.Sending.VALUE);
    }
}
