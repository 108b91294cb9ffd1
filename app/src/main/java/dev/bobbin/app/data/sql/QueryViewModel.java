package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.grid.Cells;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.suggest.Completion;
import dev.bobbin.app.suggest.SqlPlace;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.RowSet;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** T-SQL that a person runs on a stand-in, and what it gave. Each stand-in has a text of its own. */
public final class QueryViewModel {

    /** Most rows of a result that are shown; an export takes all. */
    static final int LIMIT = 50_000;

    /**
     * A result as it is shown.
     *
     * @param rows null when it has none to show
     */
    public record Shown(String title, @Nullable QueryRows rows, boolean failed) {}

    private final WorkspaceModel model;
    private final Tables tables;
    private final HandEdits edits;
    private final TaskRunner tasks;
    private final StringProperty sql = new SimpleStringProperty("");
    private final ReadOnlyBooleanWrapper running = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<List<Shown>> results = new ReadOnlyObjectWrapper<>(List.of());
    private final Map<StandIn.Sql, String> texts = new HashMap<>();
    private List<TableShape> shapes = List.of();
    private StandIn.@Nullable Sql database;
    private Tables.@Nullable Query query;

    public QueryViewModel(WorkspaceModel model, Tables tables, HandEdits edits, TaskRunner tasks) {
        this.model = model;
        this.tables = tables;
        this.edits = edits;
        this.tasks = tasks;
        model.dataVersionProperty().addListener((_, _, _) -> readShapes());
        model.lastRunProperty().addListener((_, _, _) -> readShapes());
    }

    /** The statements. */
    public StringProperty sqlProperty() {
        return sql;
    }

    /** Whether they run. */
    public ReadOnlyBooleanProperty runningProperty() {
        return running.getReadOnlyProperty();
    }

    /** What they gave. */
    public ReadOnlyObjectProperty<List<Shown>> resultsProperty() {
        return results.getReadOnlyProperty();
    }

    /** Shows what was written for a stand-in. @param suggestion what there is to run when nothing was */
    public void show(StandIn.Sql wanted, String suggestion) {
        if (wanted.equals(database)) {
            return;
        }
        stop();
        if (database != null) {
            texts.put(database, sql.get());
        }
        database = wanted;
        shapes = List.of();
        readShapes();
        results.set(List.of());
        sql.set(texts.getOrDefault(wanted, suggestion));
    }

    /** What could be written at a place of the statements, as far as the tables are known yet. */
    public Completion complete(int offset) {
        return Completion.of(SqlPlace.of(sql.get(), offset, shapes));
    }

    private void readShapes() {
        StandIn.Sql asked = database;
        if (asked != null) {
            tasks.run(
                    () -> tables.shapes(asked),
                    found -> {
                        if (asked.equals(database)) {
                            shapes = found;
                        }
                    },
                    // Without tables there are fewer suggestions; what is wrong with the data, a query tells.
                    _ -> {});
        }
    }

    /** Runs statements. @param chosen those that are selected; empty for all */
    public void run(String chosen) {
        StandIn.Sql target = database;
        String statements = chosen.isBlank() ? sql.get() : chosen;
        if (target == null || running.get() || statements.isBlank()) {
            return;
        }
        Tables.Query started = tables.query(target, statements, LIMIT);
        query = started;
        running.set(true);
        results.set(List.of(message(text("data.query.running"))));
        tasks.run(
                () -> started.results().stream().map(this::shown).toList(),
                found -> {
                    started.changes().ifPresent(run -> edits.made(target, text("data.edit.query", target.name()), run));
                    end(started, found);
                    // Also when it was stopped: statements before that may have written.
                    model.dataChanged();
                },
                e -> end(started, List.of(failure(Reasons.of(e)))));
    }

    private void end(Tables.Query ended, List<Shown> found) {
        if (query != ended) {
            return;
        }
        query = null;
        running.set(false);
        results.set(found.isEmpty() ? List.of(message(text("data.query.nothing"))) : found);
    }

    /** Ends what runs. */
    public void stop() {
        Tables.Query ended = query;
        if (ended != null) {
            query = null;
            running.set(false);
            ended.stop();
            results.set(List.of(message(text("data.query.stopped"))));
        }
    }

    private Shown shown(QueryResult result) {
        return switch (result) {
            case QueryResult.Rows rows -> rows(rows);
            case QueryResult.Count count -> message(text("data.query.changed", count.rows()));
            case QueryResult.Message said -> message(said.text());
            case QueryResult.Failure failed ->
                failure(failed.line() > 0 ? text("data.query.failed", failed.line(), failed.text()) : failed.text());
        };
    }

    private Shown rows(QueryResult.Rows rows) {
        List<GridColumn> columns = new ArrayList<>();
        for (RowSet.Column column : rows.columns()) {
            String name = column.name().isEmpty() ? text("data.query.unnamed") : column.name();
            columns.add(
                    new GridColumn(name, column.type().toString(), column.type().isNumeric(), false, true));
        }
        String title = text(
                rows.more() ? "data.query.firstRows" : "table.rows", rows.rows().size());
        List<SqlType> types = rows.columns().stream().map(RowSet.Column::type).toList();
        return new Shown(title, new QueryRows(tasks, columns, types, Cells.rows(rows.rows(), types)), false);
    }

    private static Shown message(String words) {
        return new Shown(words, null, false);
    }

    private static Shown failure(String words) {
        return new Shown(words, null, true);
    }
}
