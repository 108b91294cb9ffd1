package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.Cells;
import dev.bobbin.app.data.grid.CopiedRows;
import dev.bobbin.app.data.grid.CsvRows;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The rows of one table, page by page, and changes of single values. */
public final class TablePageViewModel {

    private final Tables tables;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final Job export;
    private final NewestTask copying;
    private final ReadOnlyObjectWrapper<List<GridColumn>> columns = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<ObservableList<GridRow>> rows =
            new ReadOnlyObjectWrapper<>(FXCollections.emptyObservableList());
    private final ReadOnlyStringWrapper summary = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final StringProperty filter = new SimpleStringProperty("");
    private final Debouncer typing;
    private Place.@Nullable Table place;
    private Optional<TableBrowser.Order> order = Optional.empty();
    private AtomicBoolean outdated = new AtomicBoolean();
    private long asked;

    public TablePageViewModel(Tables tables, HandEdits edits, TaskRunner tasks) {
        this.tables = tables;
        this.edits = edits;
        this.tasks = tasks;
        this.export = new Job(tasks);
        this.copying = new NewestTask(tasks);
        this.typing = new Debouncer(tasks, QueryRows.TYPING_PAUSE);
        filter.addListener((_, _, _) -> typing.call(this::read));
    }

    /** What a row must contain, in any column and as it is shown, to be shown; empty shows all. */
    public StringProperty filterProperty() {
        return filter;
    }

    /** The columns of the table. */
    public ReadOnlyObjectProperty<List<GridColumn>> columnsProperty() {
        return columns.getReadOnlyProperty();
    }

    /** The rows; those that have not been read are {@link GridRow#there not there} yet. */
    public ReadOnlyObjectProperty<ObservableList<GridRow>> rowsProperty() {
        return rows.getReadOnlyProperty();
    }

    /** How many rows the table has, and what is special about it. */
    public ReadOnlyStringProperty summaryProperty() {
        return summary.getReadOnlyProperty();
    }

    /** What was wrong with the last change; empty when nothing was. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Forgets what was wrong: somebody has read it. */
    public void dismissProblem() {
        problem.set("");
    }

    /** The export that is going on, or was the last. */
    public Job export() {
        return export;
    }

    /** Whether rows can be changed here: not those of views and lakehouse tables. */
    public boolean writable() {
        Place.Table shown = place;
        return shown != null && writable(shown);
    }

    private static boolean writable(Place.Table shown) {
        return !shown.table().view() && shown.database().kind() != SqlKind.LAKEHOUSE_ENDPOINT;
    }

    /** Shows a table, from its beginning. */
    public void show(Place.Table wanted) {
        boolean same = place != null && place.same(wanted);
        problem.set("");
        if (!same) {
            place = wanted;
            order = Optional.empty();
            filter.set("");
            typing.cancel();
            export.clear();
            columns.set(columns(wanted));
            rows.set(FXCollections.emptyObservableList());
            summary.set("");
        }
        read();
    }

    private static List<GridColumn> columns(Place.Table shown) {
        return shown.table().columns().stream()
                .map(column -> new GridColumn(
                        column.name(),
                        column.type().toString().toLowerCase(Locale.ROOT) + (column.nullable() ? "" : " not null"),
                        column.type().isNumeric(),
                        column.writable() && writable(shown),
                        column.nullable()))
                .toList();
    }

    /** Reads the table again. */
    public void refresh() {
        problem.set("");
        read();
    }

    /** Sorts by a column, or shows the order in which the rows lie. */
    public void sort(Optional<TableBrowser.Order> wanted) {
        if (!wanted.equals(order)) {
            order = wanted;
            problem.set("");
            read();
        }
    }

    private void read() {
        Place.Table shown = place;
        if (shown == null) {
            return;
        }
        long number = ++asked;
        outdated.set(true);
        AtomicBoolean now = new AtomicBoolean();
        outdated = now;
        String words = filter.get().strip();
        if (!words.isEmpty()) {
            summary.set(text("data.table.searching"));
        }
        Optional<TableBrowser.Order> by = order;
        tasks.run(
                () -> TableContent.read(tables, shown, by, words, now::get),
                content -> {
                    if (number == asked) {
                        take(number, content);
                    }
                },
                e -> {
                    if (number == asked) {
                        summary.set("");
                        problem.set(Reasons.of(e));
                    }
                });
    }

    private static List<SqlType> types(Place.Table shown) {
        return shown.table().columns().stream().map(BrowsedTable.Column::type).toList();
    }

    private void take(long number, TableContent content) {
        Place.Table shown = become(content.table().table());
        String note = shown.table().view()
                ? " " + text("data.table.view")
                : writable(shown) ? "" : " " + text("data.table.readOnly");
        long all = content.table().rows();
        List<GridRow> found = content.found();
        if (found != null) {
            boolean more = found.size() > TableContent.MOST_FOUND;
            int count = more ? TableContent.MOST_FOUND : found.size();
            rows.set(FXCollections.observableList(found.subList(0, count)));
            summary.set(text(more ? "data.table.firstFound" : "table.rowsOf", count, all) + note);
            return;
        }
        PagedRows[] made = new PagedRows[1];
        int size = (int) Math.min(Integer.MAX_VALUE, all);
        made[0] = new PagedRows(size, page -> ask(shown, number, made[0], page));
        rows.set(made[0]);
        summary.set(text("table.rows", all) + note);
    }

    /** The table may have been made anew, with other columns, since it was listed. */
    private Place.Table become(BrowsedTable now) {
        Place.Table shown = Objects.requireNonNull(place).now(now);
        place = shown;
        List<GridColumn> present = columns(shown);
        if (!present.equals(columns.get())) {
            order = Optional.empty();
            columns.set(present);
        }
        return shown;
    }

    private void ask(Place.Table shown, long number, PagedRows target, int page) {
        Optional<TableBrowser.Order> by = order;
        tasks.run(
                () -> page(shown, by, (long) page * PagedRows.PAGE, PagedRows.PAGE),
                read -> {
                    if (number == asked) {
                        read.ifPresentOrElse(found -> target.take(page, found), this::read);
                    }
                },
                e -> {
                    if (number == asked) {
                        target.failed(page);
                        problem.set(Reasons.of(e));
                    }
                });
    }

    /** Empty when the table has other columns by now. */
    private Optional<List<GridRow>> page(Place.Table shown, Optional<TableBrowser.Order> by, long from, int count)
            throws IOException {
        TableBrowser.Rows read = tables.page(shown.database(), shown.table(), by, from, count);
        return read.fit(shown.table()) ? Optional.of(Cells.rows(read)) : Optional.empty();
    }

    /** Writes a value. @param text null for NULL @param refused called when it is not taken, before the rows are read again */
    public void change(GridRow row, int column, @Nullable String text, Runnable refused) {
        Place.Table shown = place;
        if (shown == null || !row.there() || Objects.equals(text, row.cell(column))) {
            return;
        }
        String name = shown.table().columns().get(column).name();
        write(
                shown,
                text("data.edit.value", name, called(shown)),
                () -> tables.change(shown.database(), shown.table(), row.values(), name, text),
                () -> {},
                e -> {
                    refused.run();
                    return text(
                            "data.edit.value.refused", name, text == null ? "NULL" : "“" + text + "”", Reasons.of(e));
                });
    }

    /** Adds a row. @param values by column; the others get their default @param then called once it is there */
    public void insert(Map<String, @Nullable String> values, Runnable then) {
        Place.Table shown = place;
        if (shown != null) {
            write(
                    shown,
                    text("data.edit.row", called(shown)),
                    () -> tables.insert(shown.database(), shown.table(), List.of(values)),
                    then,
                    Reasons::of);
        }
    }

    /** Adds copied rows, all or none: a tab between values, which are those of the columns in their order. */
    public void paste(String copied) {
        Place.Table shown = place;
        if (shown == null || !writable(shown) || copied.isBlank()) {
            return;
        }
        write(
                shown,
                text("data.edit.pasted", called(shown)),
                () -> {
                    List<Map<String, @Nullable String>> pasted =
                            PastedRows.of(copied, shown.table().columns());
                    return tables.insert(shown.database(), shown.table(), pasted);
                },
                () -> {},
                Reasons::of);
    }

    /** Deletes rows, all or none, also those that have not been read yet. @param places of theirs among the rows */
    public void delete(List<Integer> places) {
        Place.Table shown = place;
        if (shown != null && !places.isEmpty()) {
            ChosenRows chosen = chosen(shown, places);
            write(
                    shown,
                    text("data.edit.rows", places.size(), called(shown)),
                    () -> tables.delete(
                            shown.database(),
                            shown.table(),
                            chosen.read().stream().map(GridRow::values).toList()),
                    () -> {},
                    Reasons::of);
        }
    }

    /** Makes a text of rows, see {@link CopiedRows}, also of those that have not been read yet. @param places see above */
    public void copy(List<Integer> places, Consumer<String> then) {
        Place.Table shown = place;
        if (shown != null && !places.isEmpty()) {
            problem.set("");
            ChosenRows chosen = chosen(shown, places);
            copying.run(() -> CopiedRows.text(chosen.read()), then, e -> {
                problem.set(Reasons.of(e));
                read();
            });
        }
    }

    private ChosenRows chosen(Place.Table shown, List<Integer> places) {
        Optional<TableBrowser.Order> by = order;
        return new ChosenRows(rows.get(), places, (from, count) -> page(shown, by, from, count));
    }

    private static String called(Place.Table shown) {
        return shown.table().qualifiedName();
    }

    private void write(
            Place.Table shown,
            String words,
            Callable<String> work,
            Runnable then,
            Function<Exception, String> refused) {
        problem.set("");
        Runnable done = () -> {
            then.run();
            read();
        };
        edits.make(shown.database(), words, work, done, e -> {
            problem.set(refused.apply(e));
            read();
        });
    }

    /**
     * Writes rows to a file, in the order shown: all of them, as Parquet or T-SQL when its name ends so, else CSV; while
     * something is looked for, the rows found, as CSV.
     */
    public void export(Path file) {
        Place.Table shown = place;
        if (shown == null) {
            return;
        }
        problem.set("");
        if (filtered()) {
            List<GridRow> found = List.copyOf(rows.get());
            export(file, progress -> CsvRows.write(file, columns.get(), types(shown), found, progress));
            return;
        }
        String by = order.map(
                        o -> " ORDER BY [" + o.column().replace("]", "]]") + "]" + (o.descending() ? " DESC" : ""))
                .orElse("");
        export(
                file,
                progress -> tables.export(
                        shown.database(),
                        "SELECT * FROM " + shown.table().quotedName() + by,
                        shown.table().qualifiedName(),
                        file,
                        progress::reached,
                        progress::cancelled));
    }

    /** Whether only rows are shown that contain something. */
    public boolean filtered() {
        return !filter.get().isBlank();
    }

    private void export(Path file, Job.Work<Long> work) {
        export.start(
                work,
                count -> text("data.export.progress", count),
                count -> count < 0 ? text("data.cancelled") : text("data.export.done", count, file.getFileName()),
                e -> problem.set(Reasons.of(e)));
    }
}
