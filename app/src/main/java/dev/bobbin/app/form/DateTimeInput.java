package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import atlantafx.base.controls.Popover;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import org.kordamp.ikonli.feather.Feather;

/** A date and time: ISO 8601 as text, and a button to choose it from a calendar. */
final class DateTimeInput extends HBox {

    private final FieldViewModel field;
    private final TextInput iso;

    /** @param iso the text of the value, which stays the truth */
    DateTimeInput(FieldViewModel field, TextInput iso) {
        super(Spacing.XS);
        this.field = field;
        this.iso = iso;
        setAlignment(Pos.CENTER_LEFT);
        HBox.setHgrow(iso, Priority.ALWAYS);
        Button open = Controls.iconButton(
                Feather.CALENDAR, text("datetime.choose", field.parameter().name()), this::open);
        open.setId("calendar-" + field.parameter().name());
        getChildren().addAll(iso, open);
    }

    private void open() {
        Popover popover = new Popover();
        DateTimeChooser chooser = new DateTimeChooser(
                DateTimeBeginning.of(field.textProperty().get()),
                parts -> field.textProperty().set(parts.iso()),
                popover::hide);
        popover.setContentNode(chooser);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setOnShown(_ -> chooser.focusDay());
        popover.setOnHidden(_ -> iso.focusInput());
        popover.show(iso);
    }
}
