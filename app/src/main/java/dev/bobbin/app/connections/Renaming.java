package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Draft;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.LineEnds;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Gives an alias another name: in the files of the item at once and together, in what the editors hold beyond them, and in
 * what the workspace knows of it, so that it keeps its data. Undo of the script takes all of it back, and redo does it again;
 * when the code was reset to a text from before, it asks.
 */
final class Renaming {

    /** What the page about connections does around it. */
    interface Doings {

        /** Changes files in the background. @param then receives the item as it is then */
        void change(Callable<ItemFolder> work, Consumer<ItemFolder> then);

        /** The connection that was looked at has another name now. */
        void renamed(Connection connection);

        void inform(String words, Notice.Choice choice);

        void tell(String words);
    }

    /** What it comes to. @param inEditor for the script as the editor holds it */
    private record Plan(RenamedFiles files, AliasRename inEditor) {

        boolean isEmpty() {
            return inEditor.places() == 0 && files.rename().places() == 0 && !files.changesDefinition();
        }
    }

    private static final String RESET = "renaming-reset";

    private final WorkspaceModel model;
    private final Connections connections;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final Doings doings;
    private final List<Renamed> past = new ArrayList<>();

    Renaming(WorkspaceModel model, Connections connections, ItemFiles files, TaskRunner tasks, Doings doings) {
        this.model = model;
        this.connections = connections;
        this.files = files;
        this.tasks = tasks;
        this.doings = doings;
        model.sourceProperty()
                .addListener((_, _, text) -> List.copyOf(past).stream()
                        .filter(renamed -> renamed.isTurnedBy(text))
                        .forEach(model.isReset() ? this::ask : this::turn));
        model.itemProperty()
                .addListener((_, _, now) ->
                        past.removeIf(renamed -> now == null || !renamed.item().equals(now.root())));
    }

    /** Begins. @param to a name that fits and is free */
    void start(ItemFolder item, Connection connection, String to) {
        turn(new Renamed(item.root(), connection, to));
    }

    /** The code alone was reset, to a text from before the renaming; who wanted that may not want the rest. */
    private void ask(Renamed renamed) {
        boolean done = renamed.isDone();
        Notice.Choice too = new Notice.Choice(text("connections.rename.reset.too"), () -> turnOnce(renamed, done));
        Notice.Choice leave = Notice.Choice.decline(text("connections.rename.reset.leave"), () -> {});
        model.notices()
                .show(new Notice(
                        RESET,
                        Notice.Kind.QUESTION,
                        text("connections.rename.reset", renamed.to(), renamed.from()),
                        List.of(too, leave)));
    }

    private void turnOnce(Renamed renamed, boolean done) {
        if (renamed.isDone() == done && past.contains(renamed)) {
            turn(renamed);
        }
    }

    private void turn(Renamed renamed) {
        renamed.turn();
        String source = model.sourceProperty().get();
        String from = renamed.from();
        String to = renamed.to();
        tasks.run(
                () -> new Plan(RenamedFiles.of(files.read(renamed.item()), from, to), inScript(source, from, to)),
                plan -> {
                    if (model.isOpen(plan.files().item())) {
                        carryOut(renamed, plan);
                    }
                },
                e -> {
                    renamed.turn();
                    tell(e);
                });
    }

    private static AliasRename inScript(String source, String from, String to) {
        return AliasRename.of(source, SourceParser.outline(source), JsonDocument.of("{}"), from, to);
    }

    private void carryOut(Renamed renamed, Plan plan) {
        if (plan.isEmpty()) {
            doings.tell(text("connections.rename.nowhere", renamed.from()));
            return;
        }
        Connection before = renamed.before();
        String to = renamed.to();
        Draft script = model.drafts().script();
        boolean known = script.saved().get().equals(plan.files().script());
        if (known) {
            script.beginWriting(plan.files().rename().script());
        }
        doings.change(
                () -> {
                    try {
                        ItemFolder item = plan.files().item();
                        plan.files().write(files, () -> connections.renamed(item, before, to));
                        return files.read(item.root());
                    } catch (IOException e) {
                        tasks.onFx(() -> {
                            if (known && model.isOpen(plan.files().item())) {
                                script.endWriting(false);
                            }
                            renamed.turn();
                        });
                        throw e;
                    }
                },
                read -> {
                    if (known && model.isOpen(read)) {
                        script.endWriting(true);
                    }
                    if (!model.update(read)) {
                        return;
                    }
                    if (!past.contains(renamed)) {
                        past.add(renamed);
                    }
                    doings.renamed(before.renamed(to));
                    inDefinition(plan, before.alias(), to);
                    inScript(renamed, before.alias(), to);
                    doings.inform(done(before.alias(), to, plan), takingBack(renamed));
                });
    }

    private Notice.Choice takingBack(Renamed renamed) {
        boolean done = renamed.isDone();
        return new Notice.Choice(text("connections.rename.back"), () -> turnOnce(renamed, done));
    }

    /** In the script as it is now: somebody may have gone on typing while the files were written. */
    private void inScript(Renamed renamed, String from, String to) {
        String source = model.sourceProperty().get();
        tasks.run(
                () -> inScript(source, from, to).script(),
                script -> {
                    ItemFolder open = model.itemProperty().get();
                    if (open == null || !open.root().equals(renamed.item())) {
                        return;
                    }
                    if (!source.equals(model.sourceProperty().get())) {
                        inScript(renamed, from, to);
                    } else if (!script.equals(source)) {
                        renamed.changed(source, script);
                        model.sourceProperty().set(script);
                    }
                },
                this::tell);
    }

    /** In edits of {@code definition.json} that are not saved; without edits its editor follows the disk. */
    private void inDefinition(Plan plan, String from, String to) {
        model.drafts().parts().stream()
                .filter(draft -> draft.name().equals(ItemFolder.DEFINITION))
                .filter(draft -> draft.unsaved().get())
                .forEach(draft -> {
                    JsonDocument edited = JsonDocument.of(draft.text().get());
                    draft.saved()
                            .set(LineEnds.inEditor(
                                    plan.files().rename().definition().text()));
                    draft.text().set(AliasRename.renamed(edited, from, to).text());
                });
    }

    /** An undo in the editor has changed what it holds already; then the disk tells how many places there are. */
    private static String done(String from, String to, Plan plan) {
        AliasRename made = plan.inEditor();
        int places = Math.max(made.places(), plan.files().rename().places());
        String done = text(
                plan.files().changesDefinition() ? "connections.renamed" : "connections.renamed.code",
                from,
                to,
                places);
        return made.byHand().isEmpty() ? done : done + " " + text("connections.rename.byHand", made.byHand());
    }

    private void tell(Exception e) {
        doings.tell(Reasons.of(e));
    }

    /** What the item's {@code definition.json} holds; an empty object when there is none. */
    static JsonDocument definition(ItemFolder item) {
        JsonFile file = item.definitionFile();
        return file == null ? JsonDocument.of("{}") : file.document();
    }
}
