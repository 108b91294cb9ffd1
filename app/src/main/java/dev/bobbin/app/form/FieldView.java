package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A parameter of the form: name and type, what the docstring says, the input, and what is to be said about it. */
final class FieldView extends VBox {

    private static final PseudoClass REFUSED = PseudoClass.getPseudoClass("refused");
    private static final PseudoClass UNSENT = PseudoClass.getPseudoClass("unsent");

    private static final List<String> INPUTS = List.of(".text-input", ".check-box", ".table-view", ".tree-table-view");

    private final FieldViewModel field;
    private final int refusedStatus;
    private final Label message = Controls.wrapped("", "text-small", "field-message");
    private final Label badge = Controls.label("", "field-badge");
    private final Label name;
    private final Node input;
    private Runnable focus = () -> {};

    /** @param refusedStatus what the service would answer to a value it refuses */
    FieldView(FieldViewModel field, int refusedStatus, TaskRunner tasks) {
        super(Spacing.XS);
        this.field = field;
        this.refusedStatus = refusedStatus;
        this.name = Controls.label(field.parameter().name(), "field-name");
        getStyleClass().add("field");
        MenuButton menu = menu();
        this.input = switch (field.format().entry()) {
            case FieldFormat.TrueFalse _ -> checkBox();
            case JsonText _ -> json(tasks);
            case IsoDateTime _ -> dateTime();
            case FieldFormat.Text _ -> lines(menu);
            case WholeNumber _, DecimalNumber _, NotBound _ -> plain(new TextInput(field, false, false));
        };
        // Tab goes from field to field; the menu comes with Alt+Down.
        menu.setFocusTraversable(false);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.isAltDown() && event.getCode() == KeyCode.DOWN && !(event.getTarget() instanceof ComboBox<?>)) {
                menu.show();
                event.consume();
            }
        });
        getChildren().add(head(menu));
        if (!field.help().isEmpty()) {
            getChildren().add(Controls.wrapped(field.help(), "text-muted", "text-small", "field-help"));
        }
        getChildren().addAll(input, message);
        field.reading().addListener((_, _, _) -> update());
        field.sendingProperty().addListener((_, _, _) -> update());
        field.textProperty().addListener((_, _, _) -> update());
        field.attendedProperty().addListener((_, _, _) -> update());
        update();
    }

    FieldViewModel field() {
        return field;
    }

    void focusInput() {
        focus.run();
    }

    private HBox head(MenuButton menu) {
        Label type = Controls.label(field.parameter().typeText(), "field-type", "text-muted", "text-small");
        // Where there is little room the name counts most: the type stands in the code, too.
        name.setMinWidth(USE_PREF_SIZE);
        type.setMinWidth(0);
        HBox head = new HBox(Spacing.S, name, type, Controls.spring(), badge, menu);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private MenuButton menu() {
        MenuButton menu = new MenuButton(null, Controls.icon(Feather.MORE_HORIZONTAL));
        menu.getStyleClass().addAll("button-icon", "flat", "no-arrow", "field-menu");
        menu.setId("field-menu-" + field.parameter().name());
        String words = text("form.menu", field.parameter().name());
        menu.setAccessibleText(words);
        menu.setTooltip(new Tooltip(words));
        if (field.hasDefault()) {
            menu.getItems().add(item("form.menu.default", field::useDefault));
        } else {
            menu.getItems().add(item("form.menu.leaveOut", field::leaveOut));
        }
        menu.getItems().add(item("form.menu.null", field::useNull));
        menu.getItems().add(item("form.menu.value", field::useValue));
        field.emptyValue()
                .ifPresent(empty -> menu.getItems()
                        .add(item(empty.isEmpty() ? "form.menu.empty" : "form.menu.emptyJson", () -> {
                            field.textProperty().set(empty);
                            field.useValue();
                        })));
        return menu;
    }

    private static MenuItem item(String key, Runnable action) {
        MenuItem item = new MenuItem(text(key));
        item.setOnAction(_ -> action.run());
        return item;
    }

    private Node plain(TextInput plain) {
        focus = plain::focusInput;
        return plain;
    }

    private Node lines(MenuButton menu) {
        TextInput words = new TextInput(field, false, false);
        MenuItem more = item("form.menu.lines", words::useLines);
        menu.setOnShowing(_ -> more.setDisable(words.hasLines()));
        menu.getItems().add(more);
        return plain(words);
    }

    private Node json(TaskRunner tasks) {
        JsonInput json = new JsonInput(field, tasks);
        focus = json::focusInput;
        return json;
    }

    private Node dateTime() {
        TextInput iso = new TextInput(field, false, false);
        focus = iso::focusInput;
        return new DateTimeInput(field, iso);
    }

    private CheckBox checkBox() {
        CheckBox box = new CheckBox();
        box.getStyleClass().add("switch");
        box.setId("field-" + field.parameter().name());
        box.setSelected("true".equals(field.textProperty().get()));
        box.textProperty()
                .bind(Bindings.when(box.selectedProperty()).then("true").otherwise("false"));
        box.setOnAction(_ -> {
            field.textProperty().set(String.valueOf(box.isSelected()));
            field.useValue();
        });
        field.textProperty().addListener((_, _, now) -> box.setSelected("true".equals(now)));
        focus = box::requestFocus;
        return box;
    }

    private void update() {
        Reading reading = field.reading().get();
        boolean hopeless = field.format() instanceof NotBound;
        boolean refused = reading != null
                && reading.refused()
                && (hopeless || field.attendedProperty().get());
        boolean waiting = reading != null && reading.refused() && !refused;
        String words = reading == null || reading.message() == null || waiting ? "" : reading.message();
        // Its line is always there: what is below must not move under the pointer while one types.
        message.setText(words);
        pseudoClassStateChanged(REFUSED, refused);
        boolean unsent = field.sendingProperty().get() != FieldViewModel.Sending.VALUE
                && field.sendingProperty().get() != FieldViewModel.Sending.JSON;
        for (Node part : INPUTS.stream()
                .flatMap(style -> input.lookupAll(style).stream())
                .toList()) {
            part.pseudoClassStateChanged(REFUSED, refused);
            part.pseudoClassStateChanged(UNSENT, unsent);
            if (part.getId() != null && part.getId().startsWith("field-")) {
                part.setAccessibleText(field.spokenName() + (refused ? " " + badgeOf("REFUSED") : ""));
            }
        }
        String state = refused ? "REFUSED" : waiting ? "REQUIRED" : sent();
        badge.setText(badgeOf(state));
        Controls.show(badge, !state.equals("VALUE"));
    }

    private String sent() {
        return field.sendsEmptyText() ? "EMPTY" : field.sent().name();
    }

    private String badgeOf(String state) {
        return text("form.badge." + state, refusedStatus);
    }
}
