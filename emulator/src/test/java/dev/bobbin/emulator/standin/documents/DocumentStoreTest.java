package dev.bobbin.emulator.standin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.HostCalls;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.documents.query.DocumentQuery;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an account keeps in its file, and what it lets go. */
class DocumentStoreTest {

    private static final Instant START = Instant.parse("2025-03-04T05:06:07Z");
    private static final String BY_CODE = "documents by json_extract(body, '$.\"code\"')";
    private static final String UNIQUE = "'uniqueKeyPolicy': {'uniqueKeys': [{'paths': ['/code', '/n']}]}, ";

    @TempDir
    Path folder;

    private final AtomicReference<Instant> now = new AtomicReference<>(START);
    private StandIn.Documents account;

    @BeforeEach
    void name() {
        account = new StandIn.Documents("acc", folder.resolve("acc.cosmos"));
    }

    @Test
    void uniqueKeysHaveIndexesAsLongAsAContainerAsksForThem() throws Exception {
        try (DocumentHostService service = service("run")) {
            createContainer(service, "one", UNIQUE);
            createContainer(service, "other", UNIQUE);
            createContainer(service, "plain", "");
            call(service, "upsert", "'container': 'one', 'body': {'id': '1', 'kind': 'k', 'code': 'x', 'n': 1}");
            assertThat(sql("SELECT name FROM sqlite_master WHERE type = 'index' AND name GLOB 'documents by *'"))
                    .containsExactly(BY_CODE);

            call(service, "deleteContainer", "'container': 'one'");
            assertThat(uniqueKeyIndexes()).isEqualTo(1);
            call(service, "deleteContainer", "'container': 'other'");
            assertThat(uniqueKeyIndexes()).isZero();
        }
        assertThat(new DocumentChanges(account).undo("run")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(uniqueKeyIndexes()).isZero();
    }

    @Test
    void indexesComeBackWithTheirContainers() throws Exception {
        try (DocumentHostService service = service("run")) {
            createContainer(service, "one", UNIQUE);
        }
        new DocumentLifecycle(account).snapshots().take("full");
        try (DocumentHostService service = service("deletion")) {
            call(service, "deleteDatabase", "'container': ''");
        }
        assertThat(uniqueKeyIndexes()).isZero();

        new DocumentLifecycle(account).snapshots().restore("full");

        assertThat(uniqueKeyIndexes()).isEqualTo(1);
    }

    @Test
    void findsDocumentsByIdAloneThroughAnIndex() throws Exception {
        try (DocumentHostService service = service("run")) {
            createContainer(service, "things", "");
            call(service, "create", "'container': 'things', 'body': {'id': 'a', 'kind': 'x'}");
            call(service, "create", "'container': 'things', 'body': {'id': 'a', 'kind': 'y'}");
            call(service, "create", "'container': 'things', 'body': {'id': '5', 'kind': 'y'}");

            assertThat(rows(service, "SELECT VALUE c.kind FROM c WHERE c.id = 'a'"))
                    .containsExactly("x", "y");
            assertThat(rows(service, "SELECT VALUE c.kind FROM c WHERE c.id = 5"))
                    .isEmpty();
            assertThat(rows(service, "SELECT VALUE c.id FROM c WHERE c.id IN ('5', 5, null)"))
                    .containsExactly("5");
            assertThat(rows(service, "SELECT VALUE c.kind FROM c WHERE c.id >= '5' AND c.id < 'b' AND c.id != 5"))
                    .containsExactly("x", "y", "y");
        }
        String filter = DocumentQuery.parse("SELECT * FROM c WHERE c.id = 'a'", Map.of())
                .filter()
                .sql();
        assertThat(sql("EXPLAIN QUERY PLAN SELECT number, body FROM documents WHERE database = 'shop'"
                        + " AND container = 'things' AND number > 0 AND number <= 9 AND " + filter
                        + " ORDER BY number LIMIT 9"))
                .singleElement()
                .asString()
                .contains("documents_by_id");
    }

    @Test
    void whatHasExpiredLeavesTheFile() throws Exception {
        Path seed = Files.createDirectories(account.seed().resolve("shop"));
        Files.writeString(seed.resolve("things.settings.json"), """
                {"partitionKey": {"paths": ["/kind"]}, "defaultTtl": 60}""");
        Files.writeString(seed.resolve("things.json"), """
                [{"id": "short", "kind": "k"}, {"id": "long", "kind": "k", "ttl": 600}, {"id": "ever", "kind": "k", "ttl": -1}]""");
        try (DocumentHostService service = service("first")) {
            call(service, "create", "'container': 'things', 'body': {'id': 'of the run', 'kind': 'k'}");
        }
        now.set(START.plusSeconds(61));
        try (DocumentHostService service = service("second")) {
            assertThat(rows(service, "SELECT VALUE c.id FROM c")).containsExactly("long", "ever");
        }

        // A run that can be undone still finds what it made.
        assertThat(sql("SELECT id FROM documents ORDER BY number")).containsExactly("long", "ever", "of the run");
        assertThat(new DocumentChanges(account).undo("first")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(sql("SELECT id FROM documents ORDER BY number")).containsExactly("long", "ever");
    }

    private DocumentHostService service(String run) {
        InstantSource source = now::get;
        return new DocumentHostService(run, Map.of("h", account), source.withZone(ZoneOffset.UTC));
    }

    private static void createContainer(DocumentHostService service, String id, String more) throws Exception {
        call(
                service,
                "createContainer",
                "'settings': {'id': '" + id + "', " + more + "'partitionKey': {'paths': ['/kind']}}");
    }

    private static List<String> rows(DocumentHostService service, String query) throws Exception {
        JsonNode page =
                call(service, "query", "'container': 'things', 'crossPartition': true, 'query': \"" + query + "\"");
        return page.path("rows").valueStream().map(JsonNode::asText).toList();
    }

    private static JsonNode call(DocumentHostService service, String operation, String arguments) throws Exception {
        return HostCalls.call(service, "documents." + operation, "'handle': 'h', 'database': 'shop', " + arguments);
    }

    private int uniqueKeyIndexes() throws SQLException {
        return sql("SELECT name FROM sqlite_master WHERE type = 'index' AND name GLOB 'documents by *'")
                .size();
    }

    /** The last column of all rows. */
    private List<String> sql(String query) throws SQLException {
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + account.database());
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(query)) {
            List<String> found = new ArrayList<>();
            while (rows.next()) {
                found.add(rows.getString(rows.getMetaData().getColumnCount()));
            }
            return found;
        }
    }
}
