package dev.bobbin.app.history;

import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.emulator.journal.RunSummary;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import org.kordamp.ikonli.feather.Feather;

/** The columns of the list of runs; where it is narrow, time and function are what stays. */
final class HistoryColumns {

    /** Wide enough for what usually stands in them, and together for a window of 1280 pixels; what is free is shared. */
    private static final double TIME = 100;

    private static final double LEAST_TIME = 84;
    private static final double FUNCTION = 96;
    private static final double LEAST_FUNCTION = 84;
    private static final double STATUS = 138;
    private static final double DURATION = 70;

    private HistoryColumns() {}

    static void addTo(TableView<RunSummary> table) {
        TableColumn<RunSummary, Object> pinned =
                Columns.mark("history.column.pinned", Feather.STAR, RunSummary::pinned);
        TableColumn<RunSummary, Object> time =
                Columns.ordered("history.column.time", TIME, RunText::brief, RunSummary::time);
        time.setMinWidth(LEAST_TIME);
        TableColumn<RunSummary, Object> function =
                Columns.of("history.column.function", FUNCTION, RunSummary::function);
        function.setMinWidth(LEAST_FUNCTION);
        TableColumn<RunSummary, Object> status =
                SharedWidth.whole(Columns.status("history.column.status", STATUS, RunText::status));
        TableColumn<RunSummary, Object> duration = SharedWidth.whole(
                Columns.ordered("history.column.duration", DURATION, RunText::duration, RunSummary::duration));
        TableColumn<RunSummary, Object> origin =
                Columns.sign("history.column.origin", Feather.COMPASS, HistoryColumns::origin);
        TableColumn<RunSummary, Object> changes =
                Columns.count("history.column.changes", Feather.EDIT_2, run -> run.changes());
        table.getColumns().addAll(List.of(pinned, time, function, status, duration, origin, changes));
        // All of them are told beside the list, too. By time and function one tells runs apart.
        SharedWidth.of(table, List.of(origin, duration, changes, pinned, status));
    }

    private static Optional<Columns.Sign> origin(RunSummary run) {
        Feather sign =
                switch (run.origin()) {
                    case WINDOW -> Feather.MONITOR;
                    case COMMAND_LINE -> Feather.TERMINAL;
                    case HTTP -> Feather.GLOBE;
                    case EXAMPLE -> Feather.CHECK_SQUARE;
                };
        return Optional.of(new Columns.Sign(sign, RunText.origin(run)));
    }
}
