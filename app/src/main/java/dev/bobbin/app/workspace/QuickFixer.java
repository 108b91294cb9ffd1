package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.emulator.check.Definitions;
import dev.bobbin.emulator.check.ItemFixer;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.Definition.FunctionEntry;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonDocument;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** Mends findings by their quick fixes: in the editor, where undo takes it back, and in the item's other files. */
public final class QuickFixer {

    private static final String NOTICE = "quick-fix";

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;

    public QuickFixer(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
    }

    /** Makes the changes of a fix, in the background; without effect while no item is open. */
    public void apply(QuickFix fix) {
        ItemFolder item = model.itemProperty().get();
        if (item == null) {
            return;
        }
        String source = model.sourceProperty().get();
        tasks.run(
                () -> ItemFixer.apply(item.withScript(source), fix),
                changed -> write(item, source, changed),
                this::fail);
    }

    /**
     * Lists in {@code definition.json} all functions and connections that the code names and it does not, in one step and in
     * the background: a connection as what stands in for it.
     */
    public void listAll() {
        ItemFolder item = model.itemProperty().get();
        if (item != null) {
            SourceOutline outline = model.outlineProperty().get();
            tasks.run(
                    () -> {
                        files.writePart(
                                item,
                                Path.of(ItemFolder.DEFINITION),
                                listing(item, outline).text());
                        return files.read(item.root());
                    },
                    model::update,
                    this::fail);
        }
    }

    private JsonDocument listing(ItemFolder item, SourceOutline outline) throws IOException {
        JsonFile file = item.definitionFile();
        JsonDocument json = file == null ? JsonDocument.of("{}") : file.document();
        Set<String> functions = item.definition().functions().stream()
                .map(FunctionEntry::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        Set<String> aliases = item.definition().connectedDataSources().stream()
                .map(ConnectedDataSource::alias)
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(HashSet::new));
        for (FunctionSignature function : outline.functions()) {
            if (functions.add(function.name())) {
                json = Definitions.withFunction(
                        json,
                        function.name(),
                        function.description().lines().findFirst().orElse(""));
            }
            for (ConnectedData data : files.connectedData(item, function)) {
                Optional<ArtifactType> type = StandInKind.of(data.standIn()).artifactType();
                if (type.isPresent() && aliases.add(data.alias())) {
                    json = Definitions.withDataSource(json, data.alias(), type.get(), UUID.randomUUID());
                }
            }
        }
        return json;
    }

    private void write(ItemFolder item, String source, Map<Path, String> changed) {
        changed.forEach((part, content) -> {
            if (!part.endsWith(ItemFolder.SCRIPT)) {
                tasks.run(
                        () -> {
                            files.writePart(item, part, content);
                            return part;
                        },
                        _ -> {},
                        this::fail);
            } else if (source.equals(model.sourceProperty().get())) {
                model.sourceProperty().set(content);
            }
        });
    }

    private void fail(Exception e) {
        model.notices().show(Notice.error(NOTICE, text("problems.notFixed", Reasons.of(e))));
    }
}
