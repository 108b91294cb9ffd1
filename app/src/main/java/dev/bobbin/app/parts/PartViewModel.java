package dev.bobbin.app.parts;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.find.FindViewModel;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.Draft;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.item.JsonDocument;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;

/** A JSON file of the item in an editor: its text, its colours, and what is wrong with it. */
public final class PartViewModel {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(120);

    /**
     * What is known of a text.
     *
     * @param problems in order of their places
     */
    public record Analysis(String text, List<Token> tokens, List<Problem> problems) {}

    /** Something wrong. @param start offset of the character it begins at @param line from 1 */
    public record Problem(Severity severity, int line, int start, int end, String message) {}

    private final WorkspaceModel model;
    private final Draft draft;
    private final TaskRunner tasks;
    private final Debouncer typing;
    private final FindViewModel find;
    private final ReadOnlyObjectWrapper<Analysis> analysis =
            new ReadOnlyObjectWrapper<>(new Analysis("", List.of(), List.of()));

    public PartViewModel(WorkspaceModel model, Draft draft, TaskRunner tasks) {
        this.model = model;
        this.draft = draft;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        this.find = new FindViewModel(draft.text(), tasks);
        draft.text().addListener((_, _, _) -> typing.call(this::analyse));
        model.findingsProperty().addListener((_, _, _) -> analyse());
        analyse();
    }

    /** The file. */
    public Draft draft() {
        return draft;
    }

    /** Finding and replacing in it. */
    public FindViewModel find() {
        return find;
    }

    /** What is known of the text of a moment ago. */
    public ReadOnlyObjectProperty<Analysis> analysisProperty() {
        return analysis.getReadOnlyProperty();
    }

    private void analyse() {
        String text = draft.text().get();
        // What the checks found belongs to the file on disk; slips in the syntax are found while one types.
        List<Finding> findings = draft.unsaved().get() ? List.of() : findings();
        tasks.run(
                () -> new Analysis(text, JsonLexer.tokens(text), problems(text, findings)),
                made -> {
                    if (made.text().equals(draft.text().get())) {
                        analysis.set(made);
                    }
                },
                // Text without colours is still text.
                _ -> {});
    }

    private List<Finding> findings() {
        return model.findingsProperty().get().stream()
                .filter(finding -> finding.place().file().equals(draft.part()))
                .filter(finding -> !finding.rule().equals("json-syntax"))
                .toList();
    }

    private static List<Problem> problems(String text, List<Finding> findings) {
        JsonDocument document = JsonDocument.of(text);
        List<Problem> problems = new ArrayList<>();
        document.problems()
                .forEach(slip -> problems.add(at(Severity.ERROR, text, slip.offset(), document, text(slip.message()))));
        for (Finding finding : findings) {
            int start = offset(text, finding.place().line(), finding.place().column());
            problems.add(at(finding.severity(), text, start, document, text(finding.message())));
        }
        problems.sort(Comparator.comparingInt(Problem::start));
        return List.copyOf(problems);
    }

    private static Problem at(Severity severity, String text, int offset, JsonDocument document, String message) {
        int start = Math.clamp(offset, 0, text.length());
        int lineEnd = text.indexOf('\n', start) < 0 ? text.length() : text.indexOf('\n', start);
        int end = start;
        while (end < lineEnd && ",]}".indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return new Problem(severity, document.line(start), start, Math.max(end, Math.min(start + 1, lineEnd)), message);
    }

    private static int offset(String text, int line, int column) {
        int start = 0;
        for (int i = 1; i < line && start >= 0; i++) {
            start = text.indexOf('\n', start) + 1;
        }
        return Math.max(0, start) + Math.max(0, column - 1);
    }
}
