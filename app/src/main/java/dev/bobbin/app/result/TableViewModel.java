package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** A result table: which rows are shown in which order, found in the background; copying and exporting them. */
public final class TableViewModel {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);
    private static final String EXPORT = "table-export";

    private final TaskRunner tasks;
    private final NewestTask ordering;
    private final Notices notices;
    private final Debouncer typing;
    private final ReadOnlyObjectWrapper<@Nullable ResultTable> table = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable RowList> rows = new ReadOnlyObjectWrapper<>();
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private ResultTable.@Nullable Column sortedBy;
    private boolean descending;

    TableViewModel(TaskRunner tasks, Notices notices) {
        this.tasks = tasks;
        this.ordering = new NewestTask(tasks);
        this.notices = notices;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        filter.addListener((_, _, _) -> typing.call(this::order));
    }

    /** The table; null when the result is none. */
    public ReadOnlyObjectProperty<@Nullable ResultTable> tableProperty() {
        return table.getReadOnlyProperty();
    }

    /** The rows shown, in their order; null when there is no table. */
    public ReadOnlyObjectProperty<@Nullable RowList> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** Words a row must contain to be shown; empty shows all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** How many rows are shown of how many. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    void show(@Nullable ResultTable shown) {
        sortedBy = null;
        typing.cancel();
        filter.set("");
        typing.cancel();
        table.set(shown);
        if (shown == null) {
            rows.set(null);
            summary.set("");
            ordering.forget();
        } else {
            order();
        }
    }

    /** Sorts by a column. @param column null for the order of the output */
    public void sort(ResultTable.@Nullable Column column, boolean newDescending) {
        sortedBy = column;
        descending = newDescending;
        order();
    }

    private void order() {
        ResultTable shown = table.get();
        if (shown == null) {
            return;
        }
        String words = filter.get().strip();
        ResultTable.Column column = sortedBy;
        boolean downwards = descending;
        ordering.run(
                () -> new RowList(shown, RowOrder.of(shown, words, column, downwards)),
                made -> {
                    rows.set(made);
                    summary.set(summarise(shown, made));
                },
                e -> notices.show(Notice.error(EXPORT, Reasons.of(e))));
    }

    private static String summarise(ResultTable table, RowList shown) {
        String key = shown.size() == table.size() ? "table.rows" : "table.rowsOf";
        String columns = table.cut() ? " " + text("table.columnsCut", ResultTable.MOST_COLUMNS) : "";
        return text(key, shown.size(), table.size()) + columns;
    }

    /** Puts rows together as cells for a spreadsheet, with a line of column names. @param indices of rows shown */
    public void copy(List<Integer> indices, Consumer<String> copied) {
        RowList shown = rows.get();
        ResultTable whole = table.get();
        if (shown == null || whole == null) {
            return;
        }
        int[] numbers = indices.isEmpty()
                ? shown.numbers()
                : indices.stream().mapToInt(shown::number).toArray();
        tasks.run(
                () -> TableExport.delimited(whole, numbers, '\t'),
                copied,
                e -> notices.show(Notice.error(EXPORT, Reasons.of(e))));
    }

    /** Writes the rows shown to a file: CSV or Excel when its name ends so, else JSON. */
    public void export(Path file) {
        RowList shown = rows.get();
        ResultTable whole = table.get();
        if (shown == null || whole == null) {
            return;
        }
        int[] numbers = shown.numbers();
        tasks.run(
                () -> TableExport.write(whole, numbers, file),
                _ -> notices.saved(EXPORT, text("result.saved", file), file),
                e -> notices.show(Notice.error(EXPORT, text("result.notSaved", file, Reasons.of(e)))));
    }
}
