package dev.bobbin.app.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Samples fit into a script. */
class SnippetsViewModelTest {

    @ParameterizedTest
    @EnumSource(Snippet.class)
    void everySampleIsAWholeFunctionWithTheImportsItNeeds(Snippet snippet) {
        WorkspaceModel model = Models.outlined("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n");
        new SnippetsViewModel(model).insert(snippet);
        String script = model.sourceProperty().get();
        SourceOutline outline = SourceParser.outline(script);
        assertThat(outline.findings()).isEmpty();
        assertThat(outline.functions()).hasSize(1);
        assertThat(outline.functions().getFirst().description()).isNotBlank();
        for (String module : new String[] {"csv", "io", "logging", "datetime"}) {
            assertThat(script.contains(module + ".")).isEqualTo(script.contains("import " + module + "\n"));
        }
        assertThat(snippet.title()).isNotBlank();
        assertThat(snippet.category()).isNotBlank();
    }
}
