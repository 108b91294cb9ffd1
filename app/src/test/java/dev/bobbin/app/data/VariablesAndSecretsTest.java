package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.values.NamedValues;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;
import dev.bobbin.app.services.ValueService;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Variables and secrets as they are edited. */
class VariablesAndSecretsTest extends OnStandIns {

    @Test
    void valuesOfALibraryAreEditedInTheirSetAndTheActiveSetIsChosen() throws IOException {
        Path item = Files.createDirectories(folder.resolve("Shop.VariableLibrary/valueSets"));
        String defaults = """
                {
                  "variables": [
                    {"name": "Url", "note": "", "type": "String", "value": "dev"},
                    {"name": "Days", "note": "kept", "type": "Integer", "value": 5}
                  ]
                }
                """;
        Files.writeString(item.resolveSibling("variables.json"), defaults);
        Files.writeString(item.resolve("Test.json"), "{\"name\": \"Test\", \"variableOverrides\": []}");
        StandIn.Variables library = new StandIn.Variables("Shop", item.getParent());
        VariablesViewModel variables =
                new VariablesViewModel(model, new ValueService(model.itemProperty()::get), edits, tasks);
        variables.show(library);
        assertThat(variables.valueSets()).containsExactly(Optional.empty(), Optional.of("Test"));

        variables.set("Days", "soon");
        assertThat(variables.problemProperty().get()).contains("Days", "Integer");
        variables.set("Days", "7");
        assertThat(variables.problemProperty().get()).isEmpty();
        assertThat(item.resolveSibling("variables.json")).hasContent(defaults.replace("5}", "7}"));

        variables.showSet(Optional.of("Test"));
        variables.set("Url", "12");
        assertThat(variables.variables())
                .extracting(NamedValues.Variable::value)
                .containsExactly("12", "7");
        assertThat(variables.variables()).extracting(NamedValues.Variable::own).containsExactly(true, false);
        assertThat(Files.readString(item.resolve("Test.json"))).contains("\"12\"");
        variables.activate();
        assertThat(variables.activeProperty().get()).contains("Test");
        variables.remove("Url");
        assertThat(variables.variables().getFirst().value()).isEqualTo("dev");
        variables.showSet(Optional.empty());
        variables.set("New", "true");
        assertThat(variables.variables().getLast())
                .isEqualTo(new NamedValues.Variable("New", "Boolean", "true", false, ""));
    }

    @Test
    void aLibraryOfOneFileKeepsTextsTexts() throws IOException {
        Path file = Files.writeString(standIns.resolve("V.variables.json"), "{\"Code\": \"007\", \"Days\": 5}");
        VariablesViewModel variables =
                new VariablesViewModel(model, new ValueService(model.itemProperty()::get), edits, tasks);
        variables.show(new StandIn.Variables("V", file));
        variables.set("Code", "008");
        variables.set("Days", "6");
        variables.set("When", "2026-01-12");
        assertThat(file).content().contains("\"008\"", "\"Days\": 6", "\"2026-01-12\"");
    }

    @Test
    void secretsAreMaskedUntilSomebodyAsksAndFollowTheVaultsRules() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"api-key\": \"s3cret\"}");
        SecretsViewModel secrets = new SecretsViewModel(new ValueService(model.itemProperty()::get), edits, tasks);
        secrets.show(new StandIn.Secrets("K", file));
        assertThat(secrets.rows().getFirst().value()).isEmpty();
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).contains("s3cret");
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).isEmpty();

        secrets.set("no good name", "x");
        assertThat(secrets.problemProperty().get()).contains("letters, digits and dashes");
        secrets.set("token", "t");
        assertThat(secrets.rows()).hasSize(2);
        secrets.delete(secrets.rows().getLast());
        assertThat(secrets.rows().getLast().secret().deleted()).isTrue();
        secrets.recover(secrets.rows().getLast());
        assertThat(secrets.rows().getLast().secret().deleted()).isFalse();
    }
}
