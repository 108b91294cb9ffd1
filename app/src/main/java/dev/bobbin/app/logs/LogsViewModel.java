package dev.bobbin.app.logs;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.LogBuffer;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.LogLine;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.collections.ObservableList;

/** The logs panel: what the present or last run logged. */
public final class LogsViewModel {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final LogBuffer logs;
    private final StringBinding summary;

    public LogsViewModel(WorkspaceModel model) {
        logs = model.logs();
        summary = Bindings.createStringBinding(this::summarise, logs.totalProperty());
    }

    /** The lines kept, oldest first. */
    public ObservableList<LogLine> lines() {
        return logs.lines();
    }

    /** How many lines there are, and how many of them are shown. */
    public StringBinding summary() {
        return summary;
    }

    /** How many lines there were. */
    public ReadOnlyLongProperty total() {
        return logs.totalProperty();
    }

    /** Time of day of a line. */
    public String time(LogLine line) {
        return CLOCK.format(line.time());
    }

    /** The portal's word for the level of a line; what was printed counts as information. */
    public String level(LogLine line) {
        return text("logs.level." + line.level());
    }

    /** All lines kept, as text for the clipboard. */
    public String asText() {
        return lines().stream()
                .map(line -> time(line) + " " + level(line) + " " + line.message())
                .collect(Collectors.joining("\n"));
    }

    private String summarise() {
        long total = logs.totalProperty().get();
        int kept = logs.lines().size();
        return total > kept ? text("logs.summary.cut", kept, total) : text("logs.summary", total);
    }
}
