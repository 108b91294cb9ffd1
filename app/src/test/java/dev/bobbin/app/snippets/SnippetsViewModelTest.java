package dev.bobbin.app.snippets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import org.junit.jupiter.api.Test;
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
        assertThat(script.lines()).containsAll(snippet.imports());
        assertThat(snippet.title()).isNotBlank();
        assertThat(snippet.category()).isNotBlank();
    }

    @Test
    void aSecondOneOfAKindHasItsOwnNameAndIsChosen() {
        WorkspaceModel model = Models.outlined("import fabric.functions as fn\n\nudf = fn.UserDataFunctions()\n");
        SnippetsViewModel snippets = new SnippetsViewModel(model);
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
