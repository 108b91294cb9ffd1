package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.code.Token;
import dev.bobbin.app.find.FindViewModel;
import dev.bobbin.app.format.PythonFormat;
import dev.bobbin.app.fx.Debouncer;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.suggest.Completion;
import dev.bobbin.app.workspace.DataShapes;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.IntConsumer;
import java.util.stream.Stream;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The editor: its text, what of it has which colour, and which lines are marked. */
public final class EditorViewModel {

    private static final Duration TYPING_PAUSE = Duration.ofMillis(30);
    /** Longer than between two letters of somebody who knows what to write. */
    private static final Duration NAMING_PAUSE = Duration.ofMillis(250);

    private static final String FORMAT = "format";

    /** Colours of a text, and its functions and classes. They fit that text only. */
    public record Highlight(String text, List<Token> tokens, List<Symbol> symbols) {

        static Highlight of(String text) {
            List<Token> tokens = PythonLexer.tokens(text);
            return new Highlight(text, tokens, Symbol.of(text, tokens));
        }
    }

    /** What is wrong with a text, in order of places. The places are those of that text only. */
    public record Problems(String text, List<EditorProblem> all) {

        public Problems {
            all = List.copyOf(all);
        }
    }

    private final WorkspaceModel model;
    private final QuickFixer fixer;
    private final KnownTables shapes;
    private final TaskRunner tasks;
    private final Debouncer naming;
    private final Debouncer typing;
    private final FindViewModel find;
    private final ReadOnlyObjectWrapper<Highlight> highlight = new ReadOnlyObjectWrapper<>(Highlight.of(""));
    private final ReadOnlyObjectWrapper<Problems> problems = new ReadOnlyObjectWrapper<>(new Problems("", List.of()));
    private @Nullable String failedText;

    /** @param fixer mends what the editor marks @param shapes tells the tables that SQL in the text can be about */
    public EditorViewModel(WorkspaceModel model, QuickFixer fixer, DataShapes shapes, TaskRunner tasks) {
        this.model = model;
        this.fixer = fixer;
        this.shapes = new KnownTables(model, shapes, tasks);
        this.tasks = tasks;
        this.typing = new Debouncer(tasks, TYPING_PAUSE);
        this.naming = new Debouncer(tasks, NAMING_PAUSE);
        this.find = new FindViewModel(model.sourceProperty(), tasks);
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
        // Before somebody waits for it; without it there are fewer suggestions, nothing else.
        tasks.run(PythonLibrary::load, _ -> {}, _ -> {});
    }

    /** Finding and replacing in it. */
    public FindViewModel find() {
        return find;
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

    /** What is wrong with the text, or with that of a moment ago. */
    public ReadOnlyObjectProperty<Problems> problemsProperty() {
        return problems.getReadOnlyProperty();
    }

    /** What is wrong with that line, the worst first. @param line from 1 */
    public List<EditorProblem> problemsOf(int line) {
        return problems.get().all().stream()
                .filter(problem -> problem.line() == line)
                .sorted(Comparator.comparing(EditorProblem::severity))
                .toList();
    }

    /** What could be written at an offset. */
    Completion complete(int caret) {
        Surroundings place = surroundings(caret);
        if (SqlString.at(place).isPresent()) {
            shapes.refresh();
        }
        return ScriptCompletion.at(place);
    }

    /** How the name that is being typed could go on; nothing when it may well be whole, or is hardly begun. */
    Completion completeName(int caret) {
        return ScriptCompletion.ofName(surroundings(caret));
    }

    /** Does something once whoever types pauses. */
    void oncePaused(Runnable action) {
        naming.call(action);
    }

    /** Somebody typed on. */
    void forgetPause() {
        naming.cancel();
    }

    /** What there is to say about the character at an offset: its problems, and what its word is for. */
    List<String> about(int offset) {
        List<String> words = new ArrayList<>();
        problemsAt(offset).forEach(problem -> words.add(problem.message()));
        problemsAt(offset)
                .map(EditorProblem::fix)
                .filter(Objects::nonNull)
                .findFirst()
                .ifPresent(fix -> words.add(text("editor.fixHint", text(fix.title()))));
        Explanation.of(surroundings(wordEnd(offset))).ifPresent(words::add);
        return words;
    }

    private Stream<EditorProblem> problemsAt(int offset) {
        return problems.get().all().stream().filter(problem -> problem.start() <= offset && offset < problem.end());
    }

    /** What mends the problems of a line, the worst problem's first. @param line from 1 */
    List<QuickFix> fixesOf(int line) {
        return problemsOf(line).stream()
                .map(EditorProblem::fix)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** Mends a problem; undo takes it back. */
    void apply(QuickFix fix) {
        fixer.apply(fix);
    }

    /** The line where the word at an offset comes from, from 1; empty when the file does not say. */
    OptionalInt definitionOf(int offset) {
        Surroundings end = surroundings(wordEnd(offset));
        return Symbol.lineOf(end.begun(), end);
    }

    /** Functions and classes of the text, for going to one of them. */
    public List<Symbol> symbols() {
        return Symbol.of(model.sourceProperty().get(), tokens());
    }

    /** Brings blanks and blank lines into good form; undo takes it back. A text Python cannot read stays as it is. */
    public void format() {
        if (!model.outlineProperty().get().findings().isEmpty()) {
            model.notices().show(new Notice(FORMAT, Notice.Kind.INFO, text("editor.notFormatted"), List.of()));
            return;
        }
        String before = model.sourceProperty().get();
        tasks.run(
                () -> PythonFormat.format(before),
                after -> {
                    if (before.equals(model.sourceProperty().get())) {
                        model.sourceProperty().set(after);
                    }
                },
                e -> model.notices().show(Notice.error(FORMAT, Reasons.of(e))));
    }

    private Surroundings surroundings(int offset) {
        String text = model.sourceProperty().get();
        ItemFolder item = model.itemProperty().get();
        List<String> aliases = item == null
                ? List.of()
                : item.definition().connectedDataSources().stream()
                        .map(ConnectedDataSource::alias)
                        .filter(Objects::nonNull)
                        .toList();
        return new Surroundings(
                text,
                Math.clamp(offset, 0, text.length()),
                tokens(),
                model.outlineProperty().get(),
                aliases,
                shapes.tables());
    }

    /** Those of the present text, found at once when the background has not done so yet. */
    private List<Token> tokens() {
        String text = model.sourceProperty().get();
        Highlight made = highlight.get();
        return made.text().equals(text) ? made.tokens() : PythonLexer.tokens(text);
    }

    private int wordEnd(int offset) {
        String text = model.sourceProperty().get();
        int end = Math.clamp(offset, 0, text.length());
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end;
    }

    /** Brings a function or class into view and gives it the keyboard; one that can be invoked is selected, too. */
    public void goTo(Symbol symbol) {
        model.outlineProperty().get().functions().stream()
                .filter(function -> symbol.depth() == 0 && function.name().equals(symbol.name()))
                .findFirst()
                .ifPresent(function -> model.select(function.name()));
        model.wishes().make(new Wish.Reveal(symbol.line()));
    }

    /** The one that brings lines into view, from 1. */
    public void onReveal(IntConsumer revealer) {
        model.wishes().grant(Wish.Reveal.class, wish -> revealer.accept(wish.line()));
    }

    /** The one that shows lines, from 1, and leaves the keyboard where it is. */
    public void onShow(IntConsumer shower) {
        model.wishes().grant(Wish.Show.class, wish -> shower.accept(wish.line()));
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
                () -> Highlight.of(text),
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
        problems.set(new Problems(text, found));
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
