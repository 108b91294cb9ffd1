package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import atlantafx.base.controls.Calendar;
import atlantafx.base.controls.CalendarSkin;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.l10n.Dates;
import dev.bobbin.themes.Spacing;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Control;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/**
 * A calendar, a time of day and a zone to choose a moment from. It tells every choice at once; what it shows to begin with
 * is no choice. In the calendar the arrow keys go by days and weeks, Page Up and Page Down by months (with Ctrl by years),
 * Home leads to today, and Enter is done.
 */
final class DateTimeChooser extends VBox {

    private static final double WIDTH = 300;

    private final Calendar calendar;
    private final TextField time;
    private final ComboBox<Optional<ZoneId>> zone;
    private final Label remark = Controls.wrapped("", "text-muted", "text-small");
    private final Consumer<DateTimeParts> chosen;
    private final Runnable done;
    /** Where Tab stops, in order. The calendar's own buttons do what its keys do. */
    private final List<Control> stops;

    /**
     * @param shown what to begin with; without a day none is chosen yet
     * @param chosen is told every choice
     * @param done is called when the choice has been made
     */
    DateTimeChooser(DateTimeBeginning shown, Consumer<DateTimeParts> chosen, Runnable done) {
        super(Spacing.S);
        this.chosen = chosen;
        this.done = done;
        calendar = new Calendar(shown.date().orElse(null));
        calendar.setSkin(new CalendarSkin(calendar) {
            @Override
            public Locale getLocale() {
                return Dates.locale();
            }
        });
        calendar.setAccessibleText(text("datetime.day"));
        calendar.setFocusTraversable(true);
        calendar.addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressed);
        addEventFilter(KeyEvent.KEY_PRESSED, this::keyPressedAnywhere);
        time = new LimitedField(shown.time().toString());
        time.setId("datetime-time");
        time.setAccessibleText(text("datetime.time"));
        HBox.setHgrow(time, Priority.ALWAYS);
        zone = zones(shown.zone());
        Button present = new Button(text("datetime.now"));
        present.setId("datetime-now");
        present.setMinWidth(USE_PREF_SIZE);
        present.setOnAction(_ -> takeNow());
        Controls.show(remark, false);
        getStyleClass().add("datetime-popover");
        setPrefWidth(WIDTH);
        getChildren().addAll(calendar, new HBox(Spacing.S, time, present), zone, remark);
        calendar.valueProperty().addListener((_, _, _) -> take());
        time.textProperty().addListener((_, _, _) -> take());
        zone.valueProperty().addListener((_, _, _) -> take());
        stops = List.of(calendar, time, present, zone);
    }

    /** Gives the keyboard to the calendar. */
    void focusDay() {
        calendar.requestFocus();
    }

    private static ComboBox<Optional<ZoneId>> zones(Optional<ZoneId> shown) {
        ComboBox<Optional<ZoneId>> zone = new ComboBox<>();
        zone.setId("datetime-zone");
        zone.setAccessibleText(text("datetime.zone"));
        zone.setMaxWidth(Double.MAX_VALUE);
        zone.setConverter(new ZoneNames());
        zone.getItems().add(Optional.empty());
        DateTimeParts.zones().forEach(one -> zone.getItems().add(Optional.of(one)));
        if (!zone.getItems().contains(shown)) {
            zone.getItems().add(shown);
        }
        zone.setValue(shown);
        return zone;
    }

    private void keyPressedAnywhere(KeyEvent event) {
        if (event.getCode() == KeyCode.TAB) {
            goAround(event.isShiftDown() ? -1 : 1);
            event.consume();
        } else if (event.getCode() == KeyCode.ESCAPE && !zone.isShowing()) {
            // The zone would keep the key for itself.
            done.run();
            event.consume();
        }
    }

    /** In a popup nobody else does it. */
    private void goAround(int step) {
        int at = 0;
        while (at < stops.size() - 1 && !stops.get(at).isFocusWithin()) {
            at++;
        }
        stops.get(Math.floorMod(at + step, stops.size())).requestFocus();
    }

    private void keyPressed(KeyEvent event) {
        // Its buttons have keys of their own.
        if (!calendar.isFocused()) {
            return;
        }
        boolean years = event.isShortcutDown();
        switch (event.getCode()) {
            case LEFT -> go(day -> day.minusDays(1));
            case RIGHT -> go(day -> day.plusDays(1));
            case UP -> go(day -> day.minusWeeks(1));
            case DOWN -> go(day -> day.plusWeeks(1));
            case PAGE_UP -> go(day -> years ? day.minusYears(1) : day.minusMonths(1));
            case PAGE_DOWN -> go(day -> years ? day.plusYears(1) : day.plusMonths(1));
            case HOME -> calendar.setValue(LocalDate.now());
            case ENTER -> done.run();
            default -> {
                return;
            }
        }
        event.consume();
    }

    /** Without a chosen day the keys begin with today. */
    private void go(UnaryOperator<LocalDate> step) {
        LocalDate day = calendar.getValue();
        calendar.setValue(day == null ? LocalDate.now() : step.apply(day));
    }

    private void takeNow() {
        LocalDateTime moment = LocalDateTime.now().truncatedTo(ChronoUnit.SECONDS);
        calendar.setValue(moment.toLocalDate());
        time.setText(moment.toLocalTime().toString());
    }

    private void take() {
        Optional<LocalTime> at = DateTimeParts.time(time.getText());
        if (at.isEmpty()) {
            say(text("datetime.time.refused"));
            return;
        }
        LocalDate day = calendar.getValue();
        if (day == null) {
            // The calendar tells of it, which brings us here again.
            calendar.setValue(LocalDate.now());
            return;
        }
        DateTimeParts parts = new DateTimeParts(day, at.get(), zone.getValue().orElse(null));
        say(parts.skipped() ? text("datetime.skipped") : parts.twice() ? text("datetime.twice") : "");
        chosen.accept(parts);
    }

    private void say(String words) {
        remark.setText(words);
        Controls.show(remark, !words.isEmpty());
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
