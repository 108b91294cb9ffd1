package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;
import static java.util.stream.Collectors.joining;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.sql.browse.PlanStep;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.StringBinding;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The statements the last run executed. */
public final class StatementsViewModel {

    private final ObservableList<ExecutedStatement> statements = FXCollections.observableArrayList();
    private final StringBinding title;
    private final StringBinding summary;
    private final ReadOnlyStringWrapper chosenDetail = new ReadOnlyStringWrapper("");
    private final WorkspaceModel model;
    private final StatementPlans plans;
    private final TaskRunner tasks;
    private @Nullable ExecutedStatement chosen;
    private long omitted;

    public StatementsViewModel(WorkspaceModel model, StatementPlans plans, TaskRunner tasks) {
        this.model = model;
        this.plans = plans;
        this.tasks = tasks;
        title = Bindings.createStringBinding(
                () -> statements.isEmpty() ? text("sql.title") : text("sql.title") + " (" + statements.size() + ")",
                statements);
        summary = Bindings.createStringBinding(() -> omitted == 0 ? "" : text("sql.omitted", omitted), statements);
        model.lastRunProperty().addListener((_, _, run) -> show(run));
        show(model.lastRunProperty().get());
    }

    /** The statements, in order. */
    public ObservableList<ExecutedStatement> statements() {
        return statements;
    }

    /** Name of the panel, with how many there are. */
    public StringBinding title() {
        return title;
    }

    /** Says when more ran than were kept. */
    public StringBinding summary() {
        return summary;
    }

    /** How true the answer is, in a word. */
    public static String mark(ExecutedStatement statement) {
        if (statement.error() != null) {
            return text("sql.mark.error");
        }
        return text(
                switch (statement.fidelity()) {
                    case Fidelity.Same _ -> "sql.mark.same";
                    case Fidelity.Approximated _ -> "sql.mark.approximated";
                    case Fidelity.Refused _ -> "sql.mark.refused";
                });
    }

    /** Rows returned or changed; empty when it does neither. */
    public static String rows(ExecutedStatement statement) {
        return statement.rows().isPresent() ? Long.toString(statement.rows().getAsLong()) : "";
    }

    /** How long it took, in milliseconds. */
    public static String time(ExecutedStatement statement) {
        return String.format(
                Messages.language(), "%.1f ms", statement.duration().toNanos() / 1e6);
    }

    /** The statement on one line. */
    public static String oneLine(ExecutedStatement statement) {
        String line = statement.tsql().strip().replaceAll("\\s+", " ");
        return line.length() <= 300 ? line : line.substring(0, 300) + "…";
    }

    /** Shows a statement: what is known of it at once, and how SQLite finds its rows as soon as that is told. */
    public void choose(@Nullable ExecutedStatement statement) {
        chosen = statement;
        chosenDetail.set(detail(statement));
        @Nullable ItemFolder item = model.itemProperty().get();
        if (statement == null || item == null || statement.sqlite().isEmpty()) {
            return;
        }
        tasks.run(
                () -> plans.of(item, statement.standIn(), statement.sqlite()),
                steps -> {
                    if (statement == chosen) {
                        chosenDetail.set(detail(statement, steps));
                    }
                },
                // The stand-in is gone, or busy: then the statement stands there without its plan.
                _ -> {});
    }

    /** Everything about the chosen statement, for reading. */
    public ReadOnlyStringProperty chosenDetail() {
        return chosenDetail.getReadOnlyProperty();
    }

    private static String detail(ExecutedStatement statement, List<PlanStep> steps) {
        StringBuilder detail = new StringBuilder(detail(statement));
        prose(
                detail,
                "sql.detail.plan",
                steps.stream().map(StatementsViewModel::words).collect(joining("\n")));
        return detail.toString();
    }

    private static String words(PlanStep step) {
        String words =
                switch (step.kind()) {
                    case EVERY_ROW -> text("sql.plan.everyRow", step.subject());
                    case WHOLE_INDEX -> text("sql.plan.wholeIndex", step.subject(), step.index());
                    case BY_INDEX -> text("sql.plan.byIndex", step.subject(), step.index(), step.condition());
                    case BY_KEY -> text("sql.plan.byKey", step.subject(), step.condition());
                    case OWN_INDEX -> text("sql.plan.ownIndex", step.subject(), step.condition());
                    case SORT -> text("sql.plan.sort", step.condition());
                    case OTHER -> step.condition();
                };
        return "   ".repeat(step.depth()) + words;
    }

    /** Everything about a statement that its run has told. */
    public static String detail(@Nullable ExecutedStatement statement) {
        if (statement == null) {
            return "";
        }
        StringBuilder detail = new StringBuilder(statement.tsql().strip());
        if (!statement.parameters().isEmpty()) {
            part(detail, "sql.detail.parameters", String.join(", ", statement.parameters()));
        }
        String reason =
                switch (statement.fidelity()) {
                    case Fidelity.Same _ -> "";
                    case Fidelity.Approximated approximated -> approximated.reason();
                    case Fidelity.Refused refused -> refused.reason();
                };
        prose(detail, "sql.column.standin", statement.standIn());
        prose(detail, "sql.detail.reason", reason);
        prose(detail, "sql.detail.error", statement.error() == null ? "" : statement.error());
        part(detail, "sql.detail.sqlite", String.join(";\n", statement.sqlite()));
        return detail.toString();
    }

    /** What is no SQL stands in comments, so that it is coloured as such. */
    private static void prose(StringBuilder detail, String title, String content) {
        part(
                detail,
                title,
                content.isBlank()
                        ? ""
                        : content.lines().map(line -> "--   " + line).collect(joining("\n")));
    }

    private static void part(StringBuilder detail, String title, String content) {
        if (!content.isBlank()) {
            detail.append("\n\n-- ").append(text(title)).append('\n').append(content.strip());
        }
    }

    private void show(@Nullable FinishedRun run) {
        RunTrace trace = run == null ? RunTrace.EMPTY : run.result().trace();
        omitted = trace.omitted();
        List<ExecutedStatement> now = trace.statements();
        statements.setAll(now);
    }
}
