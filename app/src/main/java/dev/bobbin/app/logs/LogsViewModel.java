package dev.bobbin.app.logs;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.LogBuffer;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WholeLog;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.LogLine;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.collections.transformation.FilteredList;

/** The logs panel: what the present or last run logged. */
public final class LogsViewModel {

    private static final DateTimeFormatter CLOCK =
            DateTimeFormatter.ofPattern("HH:mm:ss.SSS", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    /** Which lines are shown. */
    public enum Least {
        ALL,
        INFORMATION,
        WARNING,
        ERROR
    }

    private static final Pattern SCRIPT_LINE = Pattern.compile("function_app\\.py(?:\"?, line |:)(\\d{1,7})");

    private static final DateTimeFormatter DAY_AND_TIME = DateTimeFormatter.ofPattern(
                    "yyyy-MM-dd HH:mm:ss.SSS", Locale.ENGLISH)
            .withZone(ZoneId.systemDefault());

    private final WorkspaceModel model;
    private final TaskRunner tasks;
    private final LogBuffer logs;
    private final FilteredList<LogLine> shown;
    private final StringBinding summary;
    private final ObjectProperty<Least> least = new SimpleObjectProperty<>(Least.ALL);
    private final StringProperty words = new SimpleStringProperty("");

    public LogsViewModel(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
        logs = model.logs();
        shown = new FilteredList<>(logs.lines());
        summary = Bindings.createStringBinding(this::summarise, logs.totalProperty(), shown);
        least.addListener((_, _, _) -> filter());
        words.addListener((_, _, _) -> filter());
    }

    /** The lines shown, oldest first. */
    public ObservableList<LogLine> lines() {
        return shown;
    }

    /** The least level shown. */
    public ObjectProperty<Least> leastProperty() {
        return least;
    }

    /** Words a line must contain to be shown, whatever their case; empty shows all. */
    public StringProperty wordsProperty() {
        return words;
    }

    private void filter() {
        Least level = least.get();
        String wanted = words.get().toLowerCase(Locale.ROOT);
        shown.setPredicate(line -> rank(line.level()) >= level.ordinal()
                && (wanted.isBlank() || line.message().toLowerCase(Locale.ROOT).contains(wanted)));
    }

    private static int rank(LogLine.Level level) {
        return switch (level) {
            case DEBUG -> Least.ALL.ordinal();
            case PRINT, INFO -> Least.INFORMATION.ordinal();
            case WARNING -> Least.WARNING.ordinal();
            case ERROR, CRITICAL -> Least.ERROR.ordinal();
        };
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

    /** The line of the script a log line names last, as tracebacks do, from 1; empty when it names none. */
    public OptionalInt scriptLine(LogLine line) {
        Matcher matcher = SCRIPT_LINE.matcher(line.message());
        OptionalInt last = OptionalInt.empty();
        while (matcher.find()) {
            last = OptionalInt.of(Integer.parseInt(matcher.group(1)));
        }
        return last;
    }

    /** Brings the line of the script a log line names into view. */
    public void reveal(LogLine line) {
        scriptLine(line).ifPresent(found -> model.wishes().make(new Wish.Reveal(found)));
    }

    /** All lines shown, as text for the clipboard. */
    public String asText() {
        return lines().stream()
                .map(line -> time(line) + " " + level(line) + " " + line.message())
                .collect(Collectors.joining("\n"));
    }

    /** A name for a file of all lines. */
    String fileName() {
        FinishedRun run = model.lastRunProperty().get();
        return run == null ? "logs.txt" : run.function() + " logs.txt";
    }

    /** Writes every line of the run to a file, shown or not, with day, time and level; in the background. */
    public void save(Path file) {
        WholeLog whole = logs.whole();
        tasks.run(
                () -> {
                    write(whole, file);
                    return file;
                },
                _ -> model.notices().saved("logs-saved", text("result.saved", file), file),
                e -> model.notices().show(Notice.error("logs-saved", text("result.notSaved", file, Reasons.of(e)))));
    }

    private void write(WholeLog whole, Path file) throws IOException {
        try (BufferedWriter out = Files.newBufferedWriter(file)) {
            long leftOut = whole.read(line -> {
                out.write(DAY_AND_TIME.format(line.time()) + " " + level(line) + " " + line.message());
                out.newLine();
            });
            if (leftOut > 0) {
                out.write(text("logs.leftOut", leftOut));
                out.newLine();
            }
        }
    }

    private String summarise() {
        long total = logs.totalProperty().get();
        int kept = logs.lines().size();
        if (shown.size() < kept) {
            return text("logs.summary.filtered", shown.size(), total);
        }
        return total > kept ? text("logs.summary.cut", kept, total) : text("logs.summary", total);
    }
}
