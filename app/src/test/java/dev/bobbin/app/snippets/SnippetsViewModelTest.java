package dev.bobbin.app.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Samples fit into a script. */
class SnippetsViewModelTest {

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void everySampleIsAWholeFunctionWithTheImportsItNeeds(Snippet snippet) {
        WorkspaceModel model = Models.outlined("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n");
        new SnippetsViewModel(model, new FolderFiles(), new SameThreadTaskRunner()).insert(snippet);
        String script = model.sourceProperty().get();
        SourceOutline outline = SourceParser.outline(script);
        assertThat(outline.findings()).isEmpty();
        assertThat(outline.functions()).hasSize(1);
        assertThat(outline.functions().getFirst().description()).isNotBlank();
        assertThat(script.lines()).containsAll(snippet.imports());
        assertThat(snippet.title()).isNotBlank();
        assertThat(snippet.category()).isNotBlank();
    }

    @Test
    void theConnectionOfAWarehouseIsAWarehouseUnlessItsAliasMeansSomethingAlready(@TempDir Path workspace)
            throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Shop.UserDataFunction"));
        ItemFolder item = ItemReader.read(folder);
        WorkspaceModel model = Models.outlined("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n");
        model.open(item);
        DiskItemFiles files = new DiskItemFiles();
        SnippetsViewModel snippets = new SnippetsViewModel(model, files, new SameThreadTaskRunner());
        snippets.insert(Snippet.INSERT);
        FunctionSignature inserted =
                SourceParser.outline(model.sourceProperty().get()).functions().getFirst();
        assertThat(StandInKind.of(files.connectedData(item, inserted).getFirst().standIn()))
                .isEqualTo(StandInKind.WAREHOUSE);

        Path bindings = workspace.resolve(".bobbin/items/Shop.UserDataFunction/bindings.json");
        Files.writeString(bindings, Files.readString(bindings).replace("warehouse", "mirrored"));
        snippets.insert(Snippet.QUERY);
        assertThat(StandInKind.of(files.connectedData(item, inserted).getFirst().standIn()))
                .isEqualTo(StandInKind.MIRRORED);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "from __future__ import annotations\nimport fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n",
                "\"\"\"Reads orders\nfrom the data team.\n\"\"\"\nimport fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n",
                "\"\"\"No import at all.\"\"\"",
                "# a comment\n",
                ""
            })
    void whatItImportsStandsWherePythonTakesIt(String before) {
        WorkspaceModel model = Models.outlined(before);
        new SnippetsViewModel(model, new FolderFiles(), new SameThreadTaskRunner()).insert(Snippet.STREAM);
        String script = model.sourceProperty().get();
        SourceOutline outline = SourceParser.outline(script);
        assertThat(outline.findings()).isEmpty();
        assertThat(outline.imports()).extracting(SourceOutline.Import::module).contains("json");
        // Nothing but a docstring and comments may stand before it.
        assertThat(script.indexOf("__future__")).isLessThan(script.indexOf("import json"));
        if (!before.isBlank()) {
            assertThat(script).startsWith(before.lines().findFirst().orElseThrow());
        }
    }

    @Test
    void aSecondOneOfAKindHasItsOwnNameAndIsChosen() {
        WorkspaceModel model = Models.outlined("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n");
        SnippetsViewModel snippets = new SnippetsViewModel(model, new FolderFiles(), new SameThreadTaskRunner());
        snippets.insert(Snippet.STREAM);
        model.setOutline(SourceParser.outline(model.sourceProperty().get()));
        snippets.insert(Snippet.STREAM);
        model.setOutline(SourceParser.outline(model.sourceProperty().get()));
        assertThat(model.outlineProperty().get().functions())
                .extracting(FunctionSignature::name)
                .containsExactly("countUp", "countUp2");
        assertThat(model.selectedProperty().get())
                .extracting(FunctionSignature::name)
                .isEqualTo("countUp2");
        assertThat(model.sourceProperty().get().lines().filter("import json"::equals))
                .hasSize(1);
    }
}
