package dev.bobbin.app.logs;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.themes.Spacing;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;

/** A log line: time, level in words and colour, message. */
final class LogCell extends ListCell<LogLine> {

    private static final PseudoClass WARNING = PseudoClass.getPseudoClass("warning");
    private static final PseudoClass ERROR = PseudoClass.getPseudoClass("error");
    private static final PseudoClass DEBUG = PseudoClass.getPseudoClass("debug");
    private static final int LONGEST = 2_000;

    private final LogsViewModel logs;
    private final Label time = Controls.label("", "log-time");
    private final Label level = Controls.label("", "log-level");
    private final Label message = Controls.label("", "log-message");
    private final HBox box = new HBox(Spacing.M, time, level, message);

    LogCell(LogsViewModel logs) {
        this.logs = logs;
        box.setAlignment(Pos.TOP_LEFT);
        // As wide as the list: a bar to scroll sideways would lie over the last line. A click shows what does not fit.
        setPrefWidth(0);
        time.setMinWidth(Region.USE_PREF_SIZE);
        level.setMinWidth(Region.USE_PREF_SIZE);
    }

    @Override
    protected void updateItem(LogLine line, boolean empty) {
        super.updateItem(line, empty);
        if (empty || line == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        String words = line.message().stripTrailing();
        time.setText(logs.time(line));
        level.setText(logs.level(line));
        message.setText(firstLine(words));
        LogLine.Level now = line.level();
        pseudoClassStateChanged(WARNING, now == LogLine.Level.WARNING);
        pseudoClassStateChanged(ERROR, now == LogLine.Level.ERROR || now == LogLine.Level.CRITICAL);
        pseudoClassStateChanged(DEBUG, now == LogLine.Level.DEBUG);
        setAccessibleText(level.getText() + " " + time.getText() + " " + message.getText());
        setGraphic(box);
    }

    /** A row is one line high; how many more there are tells that a click shows them. */
    private static String firstLine(String words) {
        int end = words.indexOf('\n');
        String first = end < 0 ? words : words.substring(0, end).stripTrailing();
        String shown = first.length() > LONGEST ? first.substring(0, LONGEST) + "…" : first;
        return end < 0
                ? shown
                : shown + "  " + text("logs.moreLines", words.lines().skip(1).count());
    }
}
