package dev.bobbin.app.editor;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.DataShapes;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The tables behind the connections of the script, as they were a moment ago. They are read again when connections
 * change, after a run, and whenever somebody asks for them.
 */
final class KnownTables {

    private final WorkspaceModel model;
    private final DataShapes shapes;
    private final TaskRunner tasks;
    private Map<String, List<TableShape>> tables = Map.of();
    private Set<String> aliases = Set.of();
    private boolean reading;

    KnownTables(WorkspaceModel model, DataShapes shapes, TaskRunner tasks) {
        this.model = model;
        this.shapes = shapes;
        this.tasks = tasks;
        model.outlineProperty().addListener((_, _, outline) -> {
            Set<String> now = outline.functions().stream()
                    .flatMap(function -> function.bindings().stream())
                    .filter(Binding.Connection.class::isInstance)
                    .map(binding -> ((Binding.Connection) binding).alias())
                    .collect(Collectors.toSet());
            if (!now.equals(aliases)) {
                aliases = now;
                refresh();
            }
        });
        model.lastRunProperty().addListener((_, _, _) -> refresh());
    }

    /** By alias. */
    Map<String, List<TableShape>> tables() {
        return tables;
    }

    /** Reads them again, in the background. */
    void refresh() {
        ItemFolder item = model.itemProperty().get();
        List<FunctionSignature> functions = model.outlineProperty().get().functions();
        if (item == null || aliases.isEmpty() || reading) {
            tables = item == null || aliases.isEmpty() ? Map.of() : tables;
            return;
        }
        reading = true;
        tasks.run(
                () -> shapes.tables(item, functions),
                found -> {
                    reading = false;
                    tables = found;
                },
                // Without tables there are fewer suggestions; what is wrong with the data, a run tells.
                _ -> reading = false);
    }
}
