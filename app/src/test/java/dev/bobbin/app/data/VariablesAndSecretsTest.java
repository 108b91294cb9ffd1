package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.values.NamedValues;
import dev.bobbin.app.data.values.SecretsViewModel;
import dev.bobbin.app.data.values.VariablesViewModel;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.services.ValueService;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
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
    void aLibraryBeginsWithItsOwnActiveSetAndALateAnswerShowsNoValuesOfAnotherSet() throws IOException {
        Path item = Files.createDirectories(folder.resolve("Shop.VariableLibrary/valueSets"));
        Files.writeString(
                item.resolveSibling("variables.json"),
                "{\"variables\": [{\"name\": \"Url\", \"note\": \"\", \"type\": \"String\", \"value\": \"dev\"}]}");
        Files.writeString(
                item.resolve("Prod.json"),
                "{\"name\": \"Prod\", \"variableOverrides\": [{\"name\": \"Url\", \"value\": \"prod\"}]}");
        StandIn.Variables library = new StandIn.Variables("Shop", item.getParent());
        HeldTaskRunner held = new HeldTaskRunner();
        VariablesViewModel variables =
                new VariablesViewModel(model, new ValueService(model.itemProperty()::get), edits, held);
        variables.show(library);
        held.endNewestFirst();
        variables.showSet(Optional.of("Prod"));
        variables.activate();
        held.endNewestFirst();
        assertThat(values(variables)).containsExactly("prod");

        variables.showSet(Optional.empty());
        variables.showSet(Optional.of("Prod"));
        held.endNewestFirst();
        assertThat(variables.shownProperty().get()).contains("Prod");
        assertThat(values(variables)).containsExactly("prod");

        // A library that has just been made is shown twice in a row.
        Path file = Files.writeString(standIns.resolve("New.variables.json"), "{}");
        variables.show(new StandIn.Variables("New", file));
        assertThat(variables.variables()).as("nothing of the one before").isEmpty();
        variables.show(new StandIn.Variables("New", file));
        held.endNewestFirst();
        assertThat(variables.problemProperty().get()).isEmpty();
        assertThat(variables.shownProperty().get()).isEmpty();
        assertThat(variables.valueSets()).containsExactly(Optional.empty());

        variables.show(library);
        variables.show(library);
        held.endNewestFirst();
        assertThat(variables.shownProperty().get()).contains("Prod");
        assertThat(values(variables)).containsExactly("prod");
    }

    private static List<String> values(VariablesViewModel variables) {
        return variables.variables().stream().map(NamedValues.Variable::value).toList();
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

    @Test
    void aSecretThatIsSeenIsSeenAsItIsNow() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"a\": \"first\", \"b\": \"other\"}");
        StandIn.Secrets vault = new StandIn.Secrets("K", file);
        SecretsViewModel secrets = new SecretsViewModel(new ValueService(model.itemProperty()::get), edits, tasks);
        secrets.show(vault);
        secrets.set("a", "second");
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).contains("second");
        edits.undo();
        secrets.show(vault);
        assertThat(secrets.rows().getFirst().value()).contains("first");
        assertThat(secrets.rows().getLast().value()).isEmpty();

        Files.writeString(file, "{\"b\": \"other\"}");
        secrets.show(vault);
        assertThat(secrets.problemProperty().get()).isEmpty();
        assertThat(secrets.rows())
                .singleElement()
                .satisfies(row -> assertThat(row.value()).isEmpty());
        Files.writeString(file, "{\"a\": \"third\", \"b\": \"other\"}");
        secrets.show(vault);
        assertThat(secrets.rows().getFirst().value())
                .as("nobody has asked for this one")
                .isEmpty();
    }

    @Test
    void aSecretIsMaskedAtOnceAlsoWhenTheAnswerComesLate() throws IOException {
        Path file = Files.writeString(standIns.resolve("K.secrets.json"), "{\"a\": \"first\"}");
        HeldTaskRunner held = new HeldTaskRunner();
        SecretsViewModel secrets = new SecretsViewModel(new ValueService(model.itemProperty()::get), edits, held);
        secrets.show(new StandIn.Secrets("K", file));
        held.endNewestFirst();
        secrets.toggle(secrets.rows().getFirst());
        held.endNewestFirst();
        assertThat(secrets.rows().getFirst().value()).contains("first");
        secrets.show(new StandIn.Secrets("K", file));
        secrets.toggle(secrets.rows().getFirst());
        assertThat(secrets.rows().getFirst().value()).isEmpty();
        held.endNewestFirst();
        assertThat(secrets.rows().getFirst().value()).isEmpty();
    }
}
