package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import org.jspecify.annotations.Nullable;

/** The result panel: the last run laid out for reading. */
public final class ResultViewModel {

    private final WorkspaceModel model;
    private final TaskRunner tasks;
    private final ReadOnlyObjectWrapper<@Nullable ResultDocument> document = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper coming = new ReadOnlyBooleanWrapper();
    private final TableViewModel table;
    private final BooleanBinding earlier;

    public ResultViewModel(WorkspaceModel model, TaskRunner tasks) {
        this.model = model;
        RunState state = model.run();
        earlier = Bindings.createBooleanBinding(
                () -> state.phaseProperty().get().active()
                        && state.kind() == RunState.Kind.ONE
                        && model.streamed().textProperty().get().isEmpty(),
                state.phaseProperty(),
                model.streamed().textProperty());
        this.tasks = tasks;
        this.table = new TableViewModel(tasks, model.notices());
        model.lastRunProperty().addListener((_, _, run) -> layOut(run));
    }

    /** Whether the last run left all data as they were. */
    public boolean changedNothing() {
        FinishedRun run = model.lastRunProperty().get();
        return run == null || run.changed().changes().isEmpty();
    }

    /** The last run; null when there was none. */
    public ReadOnlyObjectProperty<@Nullable ResultDocument> documentProperty() {
        return document.getReadOnlyProperty();
    }

    /** Whether a run has ended whose result is being laid out: until then the document is the one before. */
    public ReadOnlyBooleanProperty comingProperty() {
        return coming.getReadOnlyProperty();
    }

    /** Whether a run is under way that has streamed nothing yet: until then the document is the one of the run before. */
    public BooleanBinding earlier() {
        return earlier;
    }

    /** What the present run has streamed so far; empty when nothing. */
    public ReadOnlyStringProperty streamedProperty() {
        return model.streamed().textProperty();
    }

    /** The output as a table. */
    public TableViewModel table() {
        return table;
    }

    /** Whether a frame is in the open script, so that the editor can show it. */
    public boolean inScript(Traceback.Frame frame) {
        ItemFolder item = model.itemProperty().get();
        return item != null && item.scriptPath().equals(Path.of(frame.file()));
    }

    /** Brings a line of the script into view. */
    public void reveal(int line) {
        model.wishes().make(new Wish.Reveal(line));
    }

    /** Writes the whole output to a file: a lone text as it is, anything else as JSON. */
    public void save(Path file) {
        ResultDocument shown = document.get();
        String json = shown == null ? null : shown.outputJson();
        if (json == null) {
            return;
        }
        save(file, target -> Files.writeString(target, ResultDocument.whole(json)));
    }

    /** How the name of the file of the output's picture ends. */
    String pictureEnding() {
        ResultDocument shown = document.get();
        return shown == null || shown.picture() == null ? "png" : Pictures.ending(shown.picture());
    }

    /** Writes the output's picture to a file, as the function made it. */
    void savePicture(Path file) {
        ResultDocument shown = document.get();
        byte[] picture = shown == null ? null : shown.picture();
        if (picture != null) {
            save(file, target -> Files.write(target, picture));
        }
    }

    /** Something that writes a file. */
    interface Writing {
        Path to(Path file) throws IOException;
    }

    /** Has a file written in the background, and says whether it was. */
    void save(Path file, Writing writing) {
        tasks.run(
                () -> writing.to(file),
                _ -> model.notices().saved("output-saved", text("result.saved", file), file),
                e -> model.notices().show(Notice.error("output-saved", text("result.notSaved", file, Reasons.of(e)))));
    }

    /** Gives the whole output, as it is copied, once it is made. */
    void copy(Consumer<String> clipboard) {
        ResultDocument shown = document.get();
        if (shown != null) {
            tasks.run(
                    shown::toCopy,
                    clipboard,
                    e -> model.notices().show(Notice.error("result", text("result.notShown", Reasons.of(e)))));
        }
    }

    private void layOut(@Nullable FinishedRun run) {
        coming.set(run != null);
        if (run == null) {
            table.show(null);
            document.set(null);
            return;
        }
        tasks.run(
                () -> ResultDocument.of(run),
                made -> {
                    if (model.lastRunProperty().get() == run) {
                        table.show(made.table());
                        document.set(made);
                        coming.set(false);
                    }
                },
                e -> {
                    model.notices().show(Notice.error("result", text("result.notShown", Reasons.of(e))));
                    if (model.lastRunProperty().get() == run) {
                        coming.set(false);
                    }
                });
    }
}
