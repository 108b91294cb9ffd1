package dev.bobbin.app.editor;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.function.IntConsumer;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The editor: its text, what of it has which colour, and which lines are marked. */
public final class EditorViewModel {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(30);

    /** Colours of a text. They fit that text only. */
    public record Highlight(String text, List<Token> tokens) {}

    private final WorkspaceModel model;
    private final TaskRunner tasks;
    private final Debouncer typing;
    private final ReadOnlyObjectWrapper<Highlight> highlight =
            new ReadOnlyObjectWrapper<>(new Highlight("", List.of()));
    private final ReadOnlyObjectWrapper<List<EditorProblem>> problems = new ReadOnlyObjectWrapper<>(List.of());
    private @Nullable String failedText;

    public EditorViewModel(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        model.sourceProperty().addListener((_, _, _) -> {
            typing.call(this::colour);
            if (failedText != null) {
                mark();
            }
        });
        model.findingsProperty().addListener((_, _, _) -> mark());
        model.lastRunProperty().addListener((_, _, _) -> {
            failedText = model.sourceProperty().get();
            mark();
        });
        colour();
    }

    public StringProperty textProperty() {
        return model.sourceProperty();
    }

    /** Whether the text is not on disk. */
    public BooleanBinding unsaved() {
        return model.unsaved();
    }

    public ReadOnlyObjectProperty<Highlight> highlightProperty() {
        return highlight.getReadOnlyProperty();
    }

    /** What is wrong with the text, in order of places; places are those of the text of a moment ago. */
    public ReadOnlyObjectProperty<List<EditorProblem>> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What is wrong with that line, the worst first. @param line from 1 */
    public List<EditorProblem> problemsOf(int line) {
        return problems.get().stream()
                .filter(problem -> problem.line() == line)
                .sorted(Comparator.comparing(EditorProblem::severity))
                .toList();
    }

    /** What could be written at an offset. */
    Completion complete(int caret) {
        ItemFolder item = model.itemProperty().get();
        List<String> aliases = item == null
                ? List.of()
                : item.definition().connectedDataSources().stream()
                        .map(ConnectedDataSource::alias)
                        .filter(Objects::nonNull)
                        .toList();
        return Completion.at(
                model.sourceProperty().get(), caret, model.outlineProperty().get(), aliases);
    }

    /** What there is to say about the character at an offset: its problems, and what its word is for. */
    List<String> about(int offset) {
        List<String> words = new ArrayList<>();
        problems.get().stream()
                .filter(problem -> problem.start() <= offset && offset < problem.end())
                .forEach(problem -> words.add(problem.message()));
        PythonNames.documentation(wordAt(offset)).ifPresent(words::add);
        return words;
    }

    private String wordAt(int offset) {
        String text = model.sourceProperty().get();
        int start = Math.min(offset, text.length());
        int end = start;
        while (start > 0 && Character.isJavaIdentifierPart(text.charAt(start - 1))) {
            start--;
        }
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return text.substring(start, end);
    }

    /** The functions of the text, for going to one of them. */
    public List<FunctionSignature> functions() {
        return model.outlineProperty().get().functions();
    }

    /** The one that brings lines into view, from 1. */
    public void onReveal(IntConsumer revealer) {
        model.onReveal(revealer);
    }

    /** Tells when another item was opened, so that undo cannot bring back the text of the item before. */
    public void onItemOpened(Runnable listener) {
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                listener.run();
            }
        });
    }

    private void colour() {
        String text = model.sourceProperty().get();
        tasks.run(
                () -> new Highlight(text, PythonLexer.tokens(text)),
                made -> {
                    if (made.text().equals(model.sourceProperty().get())) {
                        highlight.set(made);
                    }
                },
                // Text without colours is still text.
                _ -> {});
    }

    private void mark() {
        String text = model.sourceProperty().get();
        List<EditorProblem> found =
                new ArrayList<>(EditorProblem.of(text, model.findingsProperty().get()));
        Traceback.Frame failed = failedFrame();
        // Once the text has changed, nobody knows where the failing line went.
        if (failed != null && text.equals(failedText)) {
            found.add(EditorProblem.failure(text, failed.line(), failedMessage()));
        }
        if (!found.equals(problems.get())) {
            problems.set(List.copyOf(found));
        }
    }

    private Traceback.@Nullable Frame failedFrame() {
        Traceback traceback = traceback();
        ItemFolder item = model.itemProperty().get();
        if (traceback == null || item == null) {
            return null;
        }
        return traceback.frames().reversed().stream()
                .filter(frame -> Path.of(frame.file()).equals(item.scriptPath()))
                .findFirst()
                .orElse(null);
    }

    private String failedMessage() {
        Traceback traceback = traceback();
        return traceback == null ? "" : traceback.type() + ": " + traceback.message();
    }

    private @Nullable Traceback traceback() {
        FinishedRun run = model.lastRunProperty().get();
        return run != null && run.result() instanceof InvocationResult.Answered answered ? answered.traceback() : null;
    }
}
