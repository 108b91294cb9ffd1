package dev.bobbin.app.engine;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.EngineAdvice;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.signature.SourceOutline;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Says before a run that the embedded engine cannot load what the code imports, and offers the engine that can. */
public final class EngineAdviser {

    private static final String NOTICE = "engine-advice";

    /** Gives advice. May take long: called in the background. */
    public interface Advice {

        /** @param trusted whether programs that the item brings may be run, such as the Python of its environment */
        Optional<EngineAdvice> about(ItemCode code, boolean trusted);
    }

    /** What advice depends on. */
    private record Question(Path folder, List<SourceOutline.Import> imports, List<Path> wheels, boolean trusted) {}

    private final WorkspaceModel model;
    private final Supplier<EngineChoice> present;
    private final Consumer<EngineChoice> choose;
    private final Advice advice;
    private final Trust trust;
    private final TaskRunner tasks;
    private @Nullable Question asked;

    /**
     * @param present the engine chosen now
     * @param choose takes another one
     */
    public EngineAdviser(
            WorkspaceModel model,
            Supplier<EngineChoice> present,
            Consumer<EngineChoice> choose,
            Advice advice,
            Trust trust,
            TaskRunner tasks) {
        this.model = model;
        this.present = present;
        this.choose = choose;
        this.advice = advice;
        this.trust = trust;
        this.tasks = tasks;
        model.outlineProperty().addListener((_, _, _) -> consider());
        model.itemProperty().addListener((_, _, _) -> consider());
        model.run().phaseProperty().addListener((_, _, _) -> consider());
    }

    /** Asks again when something has changed on which the answer depends. */
    private void consider() {
        ItemFolder item = model.itemProperty().get();
        if (item == null || !present.get().embedded()) {
            asked = null;
            model.notices().dismiss(NOTICE);
            return;
        }
        boolean trusted = trust.trusts(item.root());
        Question question =
                new Question(item.root(), model.outlineProperty().get().imports(), item.wheels(), trusted);
        if (question.equals(asked)) {
            return;
        }
        asked = question;
        ItemCode code = new ItemCode(item.scriptPath(), model.sourceProperty().get(), item.wheels());
        tasks.run(
                () -> advice.about(code, trusted),
                found -> {
                    if (question.equals(asked)) {
                        show(found);
                    }
                },
                // The run itself will say what is missing.
                _ -> model.notices().dismiss(NOTICE));
    }

    private void show(Optional<EngineAdvice> found) {
        found.ifPresentOrElse(
                given -> model.notices().show(new Notice(NOTICE, Notice.Kind.OFFER, words(given), choices(given))),
                () -> model.notices().dismiss(NOTICE));
    }

    private static String words(EngineAdvice given) {
        String modules = String.join(", ", given.modules());
        PythonInstall python = given.python();
        if (python == null) {
            return text("engine.advice.noPython", modules, given.line());
        }
        String version = String.valueOf(python.version());
        return given.installCommand()
                .map(command -> text("engine.advice.install", modules, given.line(), version, command))
                .orElseGet(() -> text("engine.advice", modules, given.line(), version));
    }

    private List<Notice.Choice> choices(EngineAdvice given) {
        PythonInstall python = given.python();
        Notice.Choice stay = Notice.Choice.decline(text("choice.notNow"), () -> {});
        if (python == null) {
            return List.of(stay);
        }
        // What is used already may have been chosen: that choice stays.
        String executable =
                given.usual() ? present.get().python() : python.executable().toString();
        return List.of(
                new Notice.Choice(
                        text("engine.advice.use", String.valueOf(python.version())),
                        () -> choose.accept(new EngineChoice("cpython", executable))),
                stay);
    }
}
