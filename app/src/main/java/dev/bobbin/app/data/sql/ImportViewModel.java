package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Job;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.NewestTask;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** A file on its way into a table: what it would bring is shown and can be changed before it is done. */
public final class ImportViewModel {

    private final WorkspaceModel model;
    private final Tables tables;
    private final HandEdits edits;
    private final NewestTask looking;
    private final NewestTask planning;
    private final Debouncer typing;
    private final Job job;
    private final ReadOnlyObjectWrapper<@Nullable ImportPlan> plan = new ReadOnlyObjectWrapper<>();
    private final StringProperty table = new SimpleStringProperty("");
    private final ObjectProperty<TableImport.Mode> mode = new SimpleObjectProperty<>(TableImport.Mode.CREATE);
    private final ObservableList<ImportColumn> columns = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Optional<Tables.Counted>> replaced =
            new ReadOnlyObjectWrapper<>(Optional.empty());
    private final ReadOnlyStringWrapper problem = new ReadOnlyStringWrapper("");
    private final Map<String, SqlType> chosen = new HashMap<>();
    private @Nullable StandIn target;

    /** Whether the file is still being looked at. */
    private boolean awaited;

    /** What was looked at when it was done. */
    private @Nullable Place doneAt;

    public ImportViewModel(WorkspaceModel model, Tables tables, HandEdits edits, TaskRunner tasks) {
        this.model = model;
        this.tables = tables;
        this.edits = edits;
        this.job = new Job(tasks);
        this.looking = new NewestTask(tasks);
        this.planning = new NewestTask(tasks);
        this.typing = new Debouncer(tasks, QueryRows.TYPING_PAUSE);
        plan.addListener((_, _, _) -> lookAtReplaced());
        mode.addListener((_, _, _) -> lookAtReplaced());
        table.addListener((_, _, _) -> {
            replaced.set(Optional.empty());
            typing.call(this::lookAtReplaced);
        });
    }

    /** The table that would go, with its rows; empty while none would, or it is not known yet. */
    public ReadOnlyObjectProperty<Optional<Tables.Counted>> replacedProperty() {
        return replaced.getReadOnlyProperty();
    }

    /** Whether what it does can be taken back: not in a lakehouse, whose tables are files. */
    public boolean canBeUndone() {
        return target instanceof StandIn.Sql;
    }

    private void lookAtReplaced() {
        replaced.set(Optional.empty());
        ImportPlan now = plan.get();
        StandIn into = target;
        String name = table.get().strip();
        if (now == null || into == null || now.columns().isEmpty() || mode.get() != TableImport.Mode.REPLACE) {
            looking.forget();
            return;
        }
        // What keeps it from being looked at will be told by the import.
        looking.run(() -> tables.find(into, name), replaced::set, _ -> {});
    }

    /** What is about to be imported; null when nothing is. */
    public ReadOnlyObjectProperty<@Nullable ImportPlan> planProperty() {
        return plan.getReadOnlyProperty();
    }

    /** The table it goes into, with its schema. */
    public StringProperty tableProperty() {
        return table;
    }

    /** What becomes of a table of that name. */
    public ObjectProperty<TableImport.Mode> modeProperty() {
        return mode;
    }

    /** The columns, by position in the file. */
    public ObservableList<ImportColumn> columns() {
        return columns;
    }

    /** The import that is going on, or was the last: how far it is, and what it brought. */
    public Job job() {
        return job;
    }

    /** Why it cannot be done; empty when nothing is known against it. */
    public ReadOnlyStringProperty problemProperty() {
        return problem.getReadOnlyProperty();
    }

    /** Forgets what was about to be done in another stand-in, and what was done when something else is looked at. */
    public void leaveFor(Place now) {
        boolean elsewhere = target != null && !target.equals(now.standIn());
        boolean done = plan.get() == null && !awaited && !job.runningProperty().get();
        if (done && doneAt == null) {
            doneAt = now;
        }
        boolean read = done && !now.equals(doneAt);
        if (target != null && (elsewhere || read) && !job.runningProperty().get()) {
            target = null;
            cancel();
        }
    }

    /** Looks at a file that shall go into a stand-in. @param shown the table on the screen */
    public void look(StandIn into, Path file, Optional<BrowsedTable> shown) {
        if (job.runningProperty().get()) {
            return;
        }
        // First: what was found in another file must not go into this stand-in.
        plan.set(null);
        target = into;
        doneAt = null;
        awaited = true;
        job.clear();
        problem.set("");
        planning.run(
                () -> tables.plan(into, file, shown),
                found -> {
                    awaited = false;
                    table.set(found.table());
                    mode.set(found.mode());
                    chosen.clear();
                    columns.setAll(found.columns());
                    plan.set(found);
                },
                e -> {
                    awaited = false;
                    problem.set(Reasons.of(e));
                });
    }

    /** Takes another type for a column. @param type as T-SQL writes it */
    public void retype(int column, SqlType type) {
        columns.set(column, columns.get(column).as(type));
        chosen.put(columns.get(column).name(), type);
    }

    /** Carries it out. */
    public void start() {
        ImportPlan found = plan.get();
        StandIn into = target;
        if (found == null || into == null) {
            return;
        }
        problem.set("");
        ImportPlan wanted = found.into(table.get().strip(), mode.get(), new ArrayList<>(columns), chosen);
        job.start(
                progress -> tables.importFile(into, wanted, progress::reached, progress::cancelled),
                count -> text("data.import.progress", count),
                imported -> {
                    if (imported.rows() < 0) {
                        return text("data.import.cancelled");
                    }
                    plan.set(null);
                    String done = text(
                            "data.import.done", imported.rows(), wanted.file().getFileName(), wanted.table());
                    imported.run().ifPresent(run -> edits.made(into, done, run));
                    model.dataChanged();
                    // What can be taken back is told by who offers that.
                    return imported.run().isPresent() ? "" : done;
                },
                e -> problem.set(Reasons.of(e)));
    }

    /** Ends the import, or gives up the one that was about to be done. */
    public void cancel() {
        if (job.runningProperty().get()) {
            job.cancel();
        } else {
            planning.forget();
            awaited = false;
            plan.set(null);
            problem.set("");
            job.clear();
        }
    }
}
