package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.Popover;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.themes.Spacing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A date and time: ISO 8601 as text, with a calendar, a time and a zone to choose it from. */
final class DateTimeInput extends HBox {

    private static final double PLACE_WIDTH = 260;

    private final FieldViewModel field;
    private final TextInput iso;
    private final TextField time = new LimitedField();
    private final ComboBox<Optional<ZoneId>> zone = new ComboBox<>();
    private final Label remark = Controls.wrapped("", "text-muted", "text-small");

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
        DateTimeParts now = DateTimeParts.parse(field.textProperty().get())
                .orElseGet(() -> new DateTimeParts(LocalDate.now(), LocalTime.of(0, 0), null));
        Calendar calendar = new Calendar(now.date());
        time.setId("datetime-time");
        time.setText(now.time().toString());
        time.setAccessibleText(text("datetime.time"));
        zone.setAccessibleText(text("datetime.zone"));
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.getItems().clear();
        zone.getItems().add(Optional.empty());
        DateTimeParts.zones().forEach(one -> zone.getItems().add(Optional.of(one)));
        Optional<ZoneId> chosen = Optional.ofNullable(now.zone());
        if (!zone.getItems().contains(chosen)) {
            zone.getItems().add(chosen);
        }
        zone.setConverter(new ZoneNames());
        zone.setValue(chosen);
        Button present = new Button(text("form.menu.now"));
        present.setOnAction(_ -> {
            LocalDateTime moment = LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
            calendar.setValue(moment.toLocalDate());
            time.setText(moment.toLocalTime().toString());
        });
        VBox content = new VBox(Spacing.S, calendar, new HBox(Spacing.S, time, present), zone, remark);
        content.getStyleClass().add("datetime-popover");
        content.setMaxWidth(PLACE_WIDTH);
        calendar.valueProperty().addListener((_, _, _) -> take(calendar.getValue()));
        time.textProperty().addListener((_, _, _) -> take(calendar.getValue()));
        zone.valueProperty().addListener((_, _, _) -> take(calendar.getValue()));
        Popover popover = new Popover(content);
        popover.setHeaderAlwaysVisible(false);
        popover.setDetachable(false);
        popover.setArrowLocation(Popover.ArrowLocation.TOP_RIGHT);
        popover.setOnHidden(_ -> iso.focusInput());
        popover.show(iso);
    }

    private void take(@Nullable LocalDate date) {
        Optional<LocalTime> at = DateTimeParts.time(time.getText());
        if (date == null || at.isEmpty()) {
            remark.setText(text("datetime.time.refused"));
            return;
        }
        DateTimeParts parts = new DateTimeParts(date, at.get(), zone.getValue().orElse(null));
        remark.setText(parts.skipped() ? text("datetime.skipped") : parts.twice() ? text("datetime.twice") : "");
        field.textProperty().set(parts.iso());
    }

    private static final class ZoneNames extends StringConverter<Optional<ZoneId>> {

        @Override
        public String toString(@Nullable Optional<ZoneId> zone) {
            return zone == null || zone.isEmpty()
                    ? text("datetime.noZone")
                    : zone.get().getId().equals("Z") ? "UTC" : zone.get().getId();
        }

        @Override
        public Optional<ZoneId> fromString(String name) {
            return Optional.empty();
        }
    }
}
