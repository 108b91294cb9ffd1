package dev.bobbin.emulator.standin.documents;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.File;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An account in a real file, through the calls that the shim makes. */
class DocumentHostServiceTest {

    private static final ObjectMapper JSON =
            JsonMapper.builder().enable(JsonReadFeature.ALLOW_SINGLE_QUOTES).build();

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(Instant.parse("2025-01-01T00:00:00Z"));

    @Test
    void keepsDocumentsByIdAndPartition() throws Exception {
        createContainer();
        call("create", "'body': {'id': '1', 'kind': 'toy', 'n': 1}");
        call("create", "'body': {'id': '1', 'kind': 'tool', 'n': 2}");

        assertThat(call("read", "'id': '1', 'partitionKey': ['tool']").path("n").intValue())
                .isEqualTo(2);
        assertThat(call("query", "'query': 'SELECT VALUE c.n FROM c', 'partitionKey': ['toy']")
                        .path("rows"))
                .hasToString("[1]");
        call("delete", "'id': '1', 'partitionKey': ['toy']");
        assertThat(status("read", "'id': '1', 'partitionKey': ['toy']")).isEqualTo("404 NotFound");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "create | 'body': {'id': '1', 'kind': 'toy'} | 409 Conflict",
                "create | 'body': {'kind': 'toy'} | 400 BadRequest",
                "create | 'body': {'id': 1, 'kind': 'toy'} | 400 BadRequest",
                "create | 'body': {'id': 'a/b', 'kind': 'toy'} | 400 BadRequest",
                "create | 'body': {'id': '2', 'kind': 'toy', 'code': 'x', 'n': 1} | 409 Conflict",
                "upsert | 'body': {'id': '1', 'kind': 'toy'}, 'ifMatch': 'other' | 412 PreconditionFailed",
                "replace | 'id': '9', 'body': {'id': '9', 'kind': 'toy'} | 404 NotFound",
                "replace | 'id': '1', 'body': {'id': '2', 'kind': 'toy'} | 400 BadRequest",
                "delete | 'id': '1', 'partitionKey': ['tool'] | 404 NotFound",
                "patch | 'id': '1', 'partitionKey': ['toy'], 'operations': [{'op': 'replace', 'path': '/none', 'value': 1}] | 400 BadRequest",
                "patch | 'id': '1', 'partitionKey': ['toy'], 'operations': [{'op': 'set', 'path': '/kind', 'value': 'x'}] | 400 BadRequest",
                "patch | 'id': '1', 'partitionKey': ['toy'], 'operations': [{'op': 'set', 'path': '/a', 'value': 1}], 'filter': 'FROM c WHERE c.n > 5' | 412 PreconditionFailed",
                "query | 'query': 'SELECT * FROM c' | 400 BadRequest",
                "query | 'query': 'SELECT', 'crossPartition': true | 400 BadRequest",
                "createContainer | 'settings': {'id': 'things', 'partitionKey': {'paths': ['/kind']}} | 409 Conflict",
                "readDatabase | 'database': 'none' | 404 NotFound",
            })
    void refusesWithTheServicesCodes(String operation, String arguments, String status) throws Exception {
        createContainer("'uniqueKeyPolicy': {'uniqueKeys': [{'paths': ['/code', '/n']}]},");
        call("create", "'body': {'id': '1', 'kind': 'toy', 'n': 1, 'code': 'x'}");

        assertThat(status(operation, arguments)).isEqualTo(status);
    }

    @Test
    void everyVersionHasItsOwnTag() throws Exception {
        createContainer();
        String first = call("create", "'body': {'id': '1', 'kind': 'toy'}")
                .path("_etag")
                .asText();
        String second = call(
                        "upsert",
                        "'body': {'id': '1', 'kind': 'toy'}, 'ifMatch': '" + first.replace("\"", "\\\"") + "'")
                .path("_etag")
                .asText();

        assertThat(second).isNotEqualTo(first).matches("\"[0-9a-f-]{36}\"");
    }

    @Test
    void patchesPartsOfADocument() throws Exception {
        createContainer();
        call("create", "'body': {'id': '1', 'kind': 'toy', 'n': 1, 'l': [1, 2], 'o': {'x': 1}}");

        JsonNode after = call(
                "patch",
                "'id': '1', 'partitionKey': ['toy'], 'operations': [{'op': 'incr', 'path': '/n', 'value': 2},"
                        + " {'op': 'add', 'path': '/l/0', 'value': 0}, {'op': 'add', 'path': '/l/-', 'value': 3},"
                        + " {'op': 'remove', 'path': '/o/x'}, {'op': 'set', 'path': '/o/y', 'value': null},"
                        + " {'op': 'move', 'from': '/l/1', 'path': '/one'}]");

        ObjectNode shown = after.deepCopy();
        shown.properties().removeIf(property -> property.getKey().startsWith("_"));
        assertThat(shown)
                .isEqualTo(JSON.readTree(
                        "{'id': '1', 'kind': 'toy', 'n': 3, 'l': [0, 2, 3], 'o': {'y': null}, 'one': 1}"));
    }

    @Test
    void aBatchSucceedsOrFailsAsAWhole() throws Exception {
        createContainer();
        String create = "{'operation': 'create', 'partitionKey': ['toy'], 'body': {'id': '%s', 'kind': 'toy'}}";
        call("batch", "'operations': [" + create.formatted("1") + ", " + create.formatted("2") + "]");
        JsonNode failed = call("batch", "'operations': [" + create.formatted("3") + ", " + create.formatted("1") + "]");

        assertThat(failed.path(1).path("error").path("status").intValue()).isEqualTo(409);
        assertThat(status("read", "'id': '3', 'partitionKey': ['toy']")).isEqualTo("404 NotFound");
        assertThat(call("read", "'id': '2', 'partitionKey': ['toy']").path("id").asText())
                .isEqualTo("2");
    }

    @Test
    void documentsExpire() throws Exception {
        createContainer("'defaultTtl': 60,");
        call("create", "'body': {'id': '1', 'kind': 'toy'}");
        call("create", "'body': {'id': '2', 'kind': 'toy', 'ttl': -1}");
        now.set(now.get().plusSeconds(61));

        assertThat(call("query", "'query': 'SELECT VALUE c.id FROM c', 'crossPartition': true")
                        .path("rows"))
                .hasToString("[\"2\"]");
    }

    @Test
    void handsRowsOutInPages() throws Exception {
        createContainer();
        for (int i = 0; i < 5; i++) {
            call("create", "'body': {'id': '" + i + "', 'kind': 'toy'}");
        }
        String query = "'query': 'SELECT VALUE c.id FROM c', 'crossPartition': true, 'pageSize': 2";

        assertThat(call("query", query)).hasToString("{\"rows\":[\"0\",\"1\"],\"continuation\":\"2\"}");
        assertThat(call("query", query + ", 'continuation': '4'"))
                .hasToString("{\"rows\":[\"4\"],\"continuation\":null}");
    }

    @Test
    void aContainerThatNobodyMadeTakesDocuments() throws Exception {
        call("upsert", "'body': {'id': '1', 'kind': 'toy', 'at': {'city': 'Graz'}}");

        assertThat(call("read", "'id': '1', 'partitionKey': ['toy']").path("id").asText())
                .isEqualTo("1");
        assertThat(call("read", "'id': '1', 'partitionKey': ['Graz']")
                        .path("id")
                        .asText())
                .isEqualTo("1");
        assertThat(status("read", "'id': '1', 'partitionKey': ['Linz']")).isEqualTo("404 NotFound");
        assertThat(call("query", "'query': 'SELECT * FROM c'").path("rows")).hasSize(1);

        createContainer();
        assertThat(call("read", "'id': '1', 'partitionKey': ['toy']").path("id").asText())
                .isEqualTo("1");
        assertThat(status("read", "'id': '1', 'partitionKey': ['Graz']")).isEqualTo("404 NotFound");
    }

    @Test
    void isFilledFromItsSeed() throws Exception {
        Path database = Files.createDirectories(folder.resolve("acc.cosmos/seed/shop"));
        Files.writeString(database.resolve("things.json"), "[{\"id\": \"1\", \"kind\": \"toy\"}]");
        Files.writeString(database.resolve("things.settings.json"), "{\"partitionKey\": {\"paths\": [\"/kind\"]}}");

        assertThat(call("read", "'id': '1', 'partitionKey': ['toy']").path("id").asText())
                .isEqualTo("1");
    }

    @Test
    void saysWhatIsWrongWithASeedAndKeepsNothing() throws Exception {
        Path database = Files.createDirectories(folder.resolve("acc.cosmos/seed/shop"));
        Files.writeString(database.resolve("things.json"), "[{\"id\": \"1\"}, 5]");

        assertThatThrownBy(() -> call("read", "'id': '1', 'partitionKey': ['1']"))
                .isInstanceOf(HostCallException.class)
                .hasMessageContaining("500, 0, InternalServerError")
                .hasMessageContaining("things.json")
                .hasMessageContaining("JSON objects");
        assertThat(folder.resolve("acc.cosmos/documents.db")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "[{\"id\": \"1\"}, {\"id\": \"2\"}, {\"id\": \"1\", \"n\": 2}] | {\"partitionKey\": {\"paths\": [\"/pk\"]}} |"
                        + " document 3 of ~things.json has the id '1' and the partition key of document 1",
                "[{\"id\": \"1\"}] | {\"partitionKey\" | things.settings.json is not valid JSON",
                "[{\"id\": \"1\"}] | [] | things.settings.json must hold a JSON object"
            })
    void nothingOfASeedIsLostInSilence(String documents, String settings, String words) throws Exception {
        Path database = Files.createDirectories(folder.resolve("acc.cosmos/seed/shop"));
        Files.writeString(database.resolve("things.json"), documents);
        Files.writeString(database.resolve("things.settings.json"), settings);

        assertThatThrownBy(() -> call("read", "'id': '1', 'partitionKey': ['1']"))
                .isInstanceOf(HostCallException.class)
                .hasMessageContaining(words.replace("~", database + File.separator));
        assertThat(folder.resolve("acc.cosmos/documents.db")).doesNotExist();
    }

    @Test
    void theSameIdInTwoPartitionsIsTwoDocumentsOfASeed() throws Exception {
        Path database = Files.createDirectories(folder.resolve("acc.cosmos/seed/shop"));
        Files.writeString(
                database.resolve("things.json"), "{\"id\": \"1\", \"pk\": \"a\"}{\"id\": \"1\", \"pk\": \"b\"}");
        Files.writeString(database.resolve("things.settings.json"), "{\"partitionKey\": {\"paths\": [\"/pk\"]}}");

        assertThat(call("read", "'id': '1', 'partitionKey': ['b']").path("pk").asText())
                .isEqualTo("b");
    }

    @Test
    void tellsAndUndoesWhatARunChanged() throws Exception {
        createContainer();
        inRun("one", "create", "'body': {'id': '1', 'kind': 'toy', 'n': 1}");
        inRun("two", "upsert", "'body': {'id': '1', 'kind': 'toy', 'n': 2}");
        DocumentChanges log = new DocumentChanges(account());

        assertThat(log.changes("two").changes())
                .singleElement()
                .isInstanceOfSatisfying(Change.Document.class, change -> {
                    assertThat(change.container()).isEqualTo("shop/things");
                    assertThat(change.before()).contains("\"n\":1");
                    assertThat(change.after()).contains("\"n\":2");
                });
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.Refused.class);
        assertThat(log.undo("two")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(call("read", "'id': '1', 'partitionKey': ['toy']").path("n").intValue())
                .isEqualTo(1);
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(log.undo("one")).isInstanceOf(UndoOutcome.NothingToUndo.class);
    }

    @Test
    void undoesContainersWithAllTheyHeld() throws Exception {
        createContainer();
        call("create", "'body': {'id': '1', 'kind': 'toy'}, 'partitionKey': ['toy']");
        inRun("drop", "deleteContainer", "'x': 0");
        DocumentChanges log = new DocumentChanges(account());
        assertThat(log.changes("drop").changes())
                .hasSize(2)
                .contains(new Change.Definition("acc", "container", "shop/things", Change.Kind.DELETED));

        assertThat(log.undo("drop")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(call("read", "'id': '1', 'partitionKey': ['toy']")
                        .path("kind")
                        .asText())
                .isEqualTo("toy");
        inRun("make", "createContainer", "'settings': {'id': 'more', 'partitionKey': {'paths': ['/id']}}");
        assertThat(log.undo("make")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(log.changes("make").isEmpty()).isTrue();
    }

    @Test
    void refusesToTakeAwayAContainerThatOthersHaveFilled() throws Exception {
        inRun("make", "createContainer", "'settings': {'id': 'things', 'partitionKey': {'paths': ['/kind']}}");
        inRun("fill", "create", "'body': {'id': '1', 'kind': 'toy'}, 'partitionKey': ['toy']");

        assertThat(new DocumentChanges(account()).undo("make"))
                .isEqualTo(new UndoOutcome.Refused(Message.of("undo.filled.container", "shop/things")));
    }

    private void createContainer() throws Exception {
        createContainer("");
    }

    /** @param more further settings, each with a comma behind it */
    private void createContainer(String more) throws Exception {
        call("createContainer", "'settings': {'id': 'things', " + more + "'partitionKey': {'paths': ['/kind']}}");
    }

    private StandIn.Documents account() {
        return new StandIn.Documents("acc", folder.resolve("acc.cosmos"));
    }

    private JsonNode call(String operation, String arguments) throws Exception {
        return inRun("run", operation, arguments);
    }

    private JsonNode inRun(String run, String operation, String arguments) throws Exception {
        InstantSource source = now::get;
        Clock clock = source.withZone(ZoneOffset.UTC);
        try (DocumentHostService service = new DocumentHostService(run, Map.of("h", account()), clock)) {
            ObjectNode given = (ObjectNode)
                    JSON.readTree("{'handle': 'h', 'database': 'shop', 'container': 'things', " + arguments + "}");
            StringWriter answer = new StringWriter();
            try (JsonGenerator generator = JSON.createGenerator(answer)) {
                service.call("documents." + operation, given, generator);
            }
            return JSON.readTree(answer.toString());
        }
    }

    /** Status and code of the refusal. */
    private String status(String operation, String arguments) throws Exception {
        try {
            return "200 " + call(operation, arguments);
        } catch (HostCallException e) {
            return e.arguments().get(0) + " " + e.arguments().get(2);
        }
    }
}
