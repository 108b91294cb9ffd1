package dev.bobbin.emulator.standin.secrets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostCalls;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A vault in a real file, through the calls that the shim makes. */
class SecretHostServiceTest {

    @TempDir
    Path folder;

    @Test
    void everySettingMakesAVersion() throws Exception {
        JsonNode first = call("set", "'name': 'key', 'value': 'one'");
        call("set", "'name': 'key', 'value': 'two', 'attributes': {'contentType': 'text', 'tags': {'a': 'b'}}");

        assertThat(call("get", "'name': 'key'").path("value").asText()).isEqualTo("two");
        assertThat(call(
                                "get",
                                "'name': 'key', 'version': '"
                                        + first.path("version").asText() + "'")
                        .path("value")
                        .asText())
                .isEqualTo("one");
        assertThat(call("versions", "'name': 'key'"))
                .hasSize(2)
                .allSatisfy(version -> assertThat(version.has("value")).isFalse());
        assertThat(call("list", "'x': 1").path(0).path("tags").path("a").asText())
                .isEqualTo("b");
    }

    @Test
    void readsWhatPeopleWrite() throws Exception {
        Files.writeString(vault().path(), "{\"plain\": \"text\", \"number\": 5}");

        assertThat(call("get", "'name': 'plain'").path("value").asText()).isEqualTo("text");
        assertThat(call("get", "'name': 'number'").path("value").asText()).isEqualTo("5");
        assertThat(call("get", "'name': 'plain'").path("version").asText())
                .isEqualTo(call("get", "'name': 'plain'").path("version").asText())
                .matches("[0-9a-f]{32}");
    }

    @Test
    void aDeletedSecretCanBeRecoveredOrPurged() throws Exception {
        call("set", "'name': 'key', 'value': 'one'");
        call("delete", "'name': 'key'");

        assertThat(outcome("get", "'name': 'key'")).startsWith("404 SecretNotFound");
        assertThat(outcome("set", "'name': 'key', 'value': 'x'")).startsWith("409 Conflict");
        assertThat(call("listDeleted", "'x': 1")).hasSize(1);
        call("recover", "'name': 'key'");
        assertThat(call("get", "'name': 'key'").path("value").asText()).isEqualTo("one");
        call("delete", "'name': 'key'");
        call("purge", "'name': 'key'");
        assertThat(outcome("getDeleted", "'name': 'key'")).startsWith("404");
        assertThat(outcome("set", "'name': 'key', 'value': 'new'")).contains("\"new\"");
    }

    @Test
    void aBackupHoldsAllVersions() throws Exception {
        call("set", "'name': 'key', 'value': 'one'");
        JsonNode backup = call("backup", "'name': 'key'");

        assertThat(outcome("restore", "'backup': " + backup)).startsWith("409");
        call("delete", "'name': 'key'");
        call("purge", "'name': 'key'");
        call("restore", "'backup': " + backup);
        assertThat(call("get", "'name': 'key'").path("value").asText()).isEqualTo("one");
    }

    @ParameterizedTest
    @CsvSource({
        "get,none,404 SecretNotFound",
        "get,a_b,400 BadParameter",
        "delete,none,404 SecretNotFound",
        "recover,none,404 SecretNotFound",
        "update,none,404 SecretNotFound",
    })
    void refusesWithTheServicesCodes(String operation, String name, String refusal) throws Exception {
        assertThat(outcome(operation, "'name': '" + name + "'")).startsWith(refusal);
    }

    @Test
    void aDisabledSecretIsNotGiven() throws Exception {
        call("set", "'name': 'key', 'value': 'one', 'attributes': {'enabled': false}");

        assertThat(outcome("get", "'name': 'key'")).startsWith("403 Forbidden");
    }

    @Test
    void aDamagedFileStaysAsItIs() throws Exception {
        Files.writeString(vault().path(), "{\"key\": ");

        assertThatThrownBy(() -> call("set", "'name': 'key', 'value': 'x'"))
                .isInstanceOf(HostCallException.class)
                .hasMessageContaining("500, InternalServerError")
                .hasMessageContaining("safe.secrets.json");
        assertThat(vault().path()).hasContent("{\"key\": ");
    }

    @Test
    void tellsAndUndoesWhatARunChanged() throws Exception {
        Files.writeString(vault().path(), "{\"old\": \"1\", \"gone\": \"2\"}");
        try (SecretHostService run = service("one")) {
            HostCalls.call(run, "secrets.set", "'handle': 'h', 'name': 'new', 'value': 'x'");
            HostCalls.call(run, "secrets.set", "'handle': 'h', 'name': 'old', 'value': 'y'");
            HostCalls.call(run, "secrets.delete", "'handle': 'h', 'name': 'gone'");
            run.close();
            assertThat(run.trace().changes().changes())
                    .containsExactly(
                            new Change.Secret("safe", "gone", Change.Kind.DELETED),
                            new Change.Secret("safe", "new", Change.Kind.CREATED),
                            new Change.Secret("safe", "old", Change.Kind.CHANGED));
        }
        SecretChanges log = new SecretChanges(vault());
        String after = Files.readString(vault().path());
        Files.writeString(vault().path(), "{}");
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.Refused.class);
        Files.writeString(vault().path(), after);

        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(Files.readString(vault().path())).isEqualToIgnoringWhitespace("{\"gone\": \"2\", \"old\": \"1\"}");
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    private StandIn.Secrets vault() {
        return new StandIn.Secrets("safe", folder.resolve("safe.secrets.json"));
    }

    private SecretHostService service(String run) {
        return new SecretHostService(run, Map.of("h", vault()));
    }

    private JsonNode call(String operation, String arguments) throws Exception {
        try (SecretHostService service = service("run")) {
            return HostCalls.call(service, "secrets." + operation, "'handle': 'h', " + arguments);
        }
    }

    private String outcome(String operation, String arguments) throws Exception {
        try (SecretHostService service = service("run")) {
            return HostCalls.outcome(service, "secrets." + operation, "'handle': 'h', " + arguments);
        }
    }
}
