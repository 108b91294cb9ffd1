package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.signature.SourceParser;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/**
 * Gives an alias another name: in the code, where undo takes it back, in {@code definition.json} and in what the workspace
 * knows of it, so that it keeps its data.
 */
final class Renaming {

    /** What the page about connections does around it. */
    interface Doings {

        /** Changes files in the background. @param then receives the item as it is then */
        void change(Callable<ItemFolder> work, Consumer<ItemFolder> then);

        /** The connection that was looked at has another name now. */
        void renamed(Connection connection);

        void inform(String words);

        void tell(String words);
    }

    private final WorkspaceModel model;
    private final Connections connections;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private final Doings doings;

    Renaming(WorkspaceModel model, Connections connections, ItemFiles files, TaskRunner tasks, Doings doings) {
        this.model = model;
        this.connections = connections;
        this.files = files;
        this.tasks = tasks;
        this.doings = doings;
    }

    /** Begins. @param to a name that fits and is free */
    void start(ItemFolder item, Connection connection, String to) {
        String source = model.sourceProperty().get();
        tasks.run(
                () -> AliasRename.of(source, SourceParser.outline(source), definition(item), connection.alias(), to),
                made -> {
                    if (source.equals(model.sourceProperty().get())) {
                        carryOut(item, connection, to, made);
                    }
                },
                this::tell);
    }

    private void carryOut(ItemFolder item, Connection connection, String to, AliasRename made) {
        boolean inDefinition = !made.definition().text().equals(definition(item).text());
        if (made.places() == 0 && !inDefinition) {
            doings.tell(text("connections.rename.nowhere", connection.alias()));
            return;
        }
        doings.change(
                () -> {
                    if (inDefinition) {
                        files.writePart(
                                item,
                                Path.of(ItemFolder.DEFINITION),
                                made.definition().text());
                    }
                    connections.renamed(item, connection, to);
                    return files.read(item.root());
                },
                read -> {
                    if (!model.isOpen(read)) {
                        return;
                    }
                    doings.renamed(connection.renamed(to));
                    model.itemProperty().set(read);
                    renameInScript(connection.alias(), to);
                    doings.inform(done(connection.alias(), to, made));
                });
    }

    /** In the script as it is now: somebody may have gone on typing while the files were written. */
    private void renameInScript(String from, String to) {
        String source = model.sourceProperty().get();
        tasks.run(
                () -> AliasRename.of(source, SourceParser.outline(source), JsonDocument.of("{}"), from, to)
                        .script(),
                script -> {
                    if (source.equals(model.sourceProperty().get())) {
                        model.sourceProperty().set(script);
                    } else {
                        renameInScript(from, to);
                    }
                },
                this::tell);
    }

    private static String done(String from, String to, AliasRename made) {
        String done = text("connections.renamed", from, to, made.places());
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
