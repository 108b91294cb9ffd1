package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.CellOrder;
import dev.bobbin.app.data.grid.CsvRows;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.Containing;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;

/** The rows that a query gave: which of them are shown, in which order, found in the background. */
public final class QueryRows {

    static final Duration TYPING_PAUSE = Duration.ofMillis(200);

    private final List<GridColumn> columns;
    private final List<SqlType> types;
    private final List<GridRow> all;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<List<GridRow>> rows;
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Job export;
    private final NewestTask arranging;
    private int sortedBy = -1;
    private boolean descending;

    /** @param types of the columns */
    QueryRows(TaskRunner tasks, List<GridColumn> columns, List<SqlType> types, List<GridRow> all) {
        this.columns = columns;
        this.types = types;
        this.all = all;
        this.rows = new ReadOnlyObjectWrapper<>(all);
        this.export = new Job(tasks);
        this.arranging = new NewestTask(tasks);
        Debouncer typing = new Debouncer(tasks, TYPING_PAUSE);
        filter.addListener((_, _, _) -> typing.call(this::arrange));
    }

    /** The columns. */
    public List<GridColumn> columns() {
        return columns;
    }

    /** The rows shown, in their order. */
    public ReadOnlyObjectProperty<List<GridRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** What a row must contain to be shown; empty shows all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** How many of the rows are shown; empty when all are. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** Why they could not be written to a file; empty when they could. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** The export that is going on, or was the last. */
    public Job export() {
        return export;
    }

    /** Sorts by a column. @param column its place, or -1 for the order of the query */
    public void sort(int column, boolean newDescending) {
        sortedBy = column;
        descending = newDescending;
        arrange();
    }

    private void arrange() {
        String words = filter.get().strip();
        int column = sortedBy;
        boolean downwards = descending;
        arranging.run(
                () -> arranged(words, column, downwards),
                found -> {
                    rows.set(found);
                    summary.set(found.size() == all.size() ? "" : text("table.rowsOf", found.size(), all.size()));
                },
                e -> problem.set(Reasons.of(e)));
    }

    private List<GridRow> arranged(String words, int column, boolean downwards) {
        List<GridRow> kept = new ArrayList<>(all);
        if (!words.isEmpty()) {
            kept.removeIf(
                    row -> row.cells().stream().noneMatch(cell -> cell != null && Containing.contains(cell, words)));
        }
        if (column >= 0) {
            Comparator<GridRow> order =
                    Comparator.comparing(row -> row.values().get(column), Comparator.nullsFirst(CellOrder.INSTANCE));
            kept.sort(downwards ? order.reversed() : order);
        }
        return kept;
    }

    /** Writes the rows shown to a CSV file. */
    public void export(Path file) {
        List<GridRow> written = rows.get();
        problem.set("");
        export.start(
                progress -> CsvRows.write(file, columns, types, written, progress),
                count -> text("data.export.progress", count),
                count -> count < 0 ? text("data.cancelled") : text("data.export.done", count, file.getFileName()),
                e -> problem.set(Reasons.of(e)));
    }
}
