package dev.bobbin.emulator.standin.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries in real files. */
class VariableLibraryTest {

    @TempDir
    Path folder;

    private StandIn.Variables item;

    @BeforeEach
    void makeItem() throws IOException {
        Path library = Files.createDirectories(folder.resolve("Settings.VariableLibrary"));
        item = new StandIn.Variables("Settings", library);
        Files.createDirectories(library.resolve("valueSets"));
        Files.writeString(library.resolve("variables.json"), """
                {"$schema": "x", "variables": [
                  {"name": "URL", "type": "String", "value": "https://dev", "note": "where"},
                  {"name": "Retries", "type": "Integer", "value": 3},
                  {"name": "Share", "type": "Number", "value": 0.5},
                  {"name": "On", "type": "Boolean", "value": true},
                  {"name": "Since", "type": "DateTime", "value": "2025-01-01T00:00:00Z"},
                  {"name": "Lake", "type": "ItemReference", "value": {"itemId": "i", "workspaceId": "w"}}]}
                """);
        Files.writeString(library.resolve("valueSets/prod.json"), """
                {"$schema": "x", "name": "Prod", "variableOverrides": [
                  {"name": "URL", "value": "https://prod"}, {"name": "Unknown", "value": 1}]}
                """);
        Files.writeString(library.resolve("valueSets/alpha.json"), "{\"$schema\": \"x\", \"name\": \"Alpha\"}");
        Files.writeString(library.resolve("settings.json"), "{\"$schema\": \"x\", \"valueSetsOrder\": [\"Prod\"]}");
    }

    @Test
    void opensAnItemAsGitHasIt() throws IOException {
        VariableLibrary library = VariableLibrary.read(item);

        assertThat(library.valueSets().keySet()).containsExactly("Prod", "Alpha");
        assertThat(library.values(Optional.empty()))
                .hasToString("{URL=\"https://dev\", Retries=3, Share=0.5, On=true, Since=\"2025-01-01T00:00:00Z\","
                        + " Lake={\"itemId\":\"i\",\"workspaceId\":\"w\"}}");
        assertThat(library.values(Optional.of("Prod")).get("URL")).hasToString("\"https://prod\"");
        assertThat(library.values(Optional.of("Prod"))).doesNotContainKey("Unknown");
    }

    @Test
    void oneValueSetIsActive() throws IOException {
        Workspace workspace = Workspace.at(folder.resolve(".bobbin"));

        assertThat(ActiveValueSet.read(workspace, item)).isEmpty();
        ActiveValueSet.write(workspace, item, Optional.of("Prod"));
        assertThat(ActiveValueSet.read(workspace, item)).contains("Prod");
        assertThatThrownBy(() -> ActiveValueSet.write(workspace, item, Optional.of("Test")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("It has: Prod, Alpha");
        ActiveValueSet.write(workspace, item, Optional.empty());
        assertThat(ActiveValueSet.read(workspace, item)).isEmpty();
    }

    @Test
    void aPlainFileIsEnough() throws IOException {
        Path file = folder.resolve("S.variables.json");
        StandIn.Variables plain = new StandIn.Variables("S", file);

        assertThat(VariableLibrary.read(plain).values(Optional.empty())).isEmpty();
        Files.writeString(file, "\uFEFF{\"A\": \"x\", \"B\": 2}");
        assertThat(VariableLibrary.read(plain).values(Optional.empty())).hasToString("{A=\"x\", B=2}");
        Files.writeString(file, "[1]");
        assertThatThrownBy(() -> VariableLibrary.read(plain)).hasMessageContaining("must be a JSON object");
        Files.writeString(file, "{");
        assertThatThrownBy(() -> VariableLibrary.read(plain))
                .hasMessageEndingWith(
                        "is not valid JSON: line 1, column 2 is unexpected, or something before it is not closed.");
    }
}
