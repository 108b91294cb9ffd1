package dev.bobbin.emulator.standin.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostCalls;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.documents.query.DocumentQuery;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Queries over a container in a real file: what SQLite is asked to leave out makes no difference to the rows. */
class ContainerQueryTest {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** Values among which the query language and SQLite make different orders and equalities. */
    private static final List<String> VALUES = List.of(
            "null",
            "true",
            "false",
            "0",
            "1",
            "-1",
            "5",
            "5.0",
            "0.1",
            "0.30000000000000004",
            "123456789.123456789",
            "1e300",
            "-1e-300",
            "9007199254740991",
            "9007199254740993",
            "''",
            "'a'",
            "'a\\u0000b'",
            "'ab'",
            "'Z'",
            "'5'",
            "'é'",
            "'\\ufffd'",
            "'😀'",
            "'it''s \\\"so\\\"'".replace("''", "\\u0027"),
            "[1]",
            "[]",
            "{'x': 1}");

    @TempDir
    Path folder;

    private DocumentHostService service;

    @AfterEach
    void close() {
        if (service != null) {
            service.close();
        }
    }

    @Test
    void narrowingMakesNoDifference() throws Exception {
        container("/kind");
        List<ObjectNode> documents = new ArrayList<>();
        for (int i = 0; i < VALUES.size(); i++) {
            String value = VALUES.get(i);
            documents.add(create("{'id': 'v" + i + "', 'kind': 'k', 'v': " + value + "}"));
            documents.add(create("{'id': 'o" + i + "', 'kind': 'k', 'o': {'v': " + value + ", 'odd \\\"name': 1}}"));
        }
        Random random = new Random(20261126);
        for (int i = 0; i < 400; i++) {
            String where = condition(random, 2);
            String query = "SELECT VALUE c.id FROM c WHERE " + where;

            assertThat(rows(query, "'crossPartition': true"))
                    .as(where)
                    .isEqualTo(DocumentQuery.parse(query, Map.of())
                            .run(documents.stream(), Clock.systemUTC())
                            .map(JsonNode::asText)
                            .toList());
        }
    }

    private static String condition(Random random, int depth) {
        if (depth > 0 && random.nextInt(3) > 0) {
            String one = condition(random, depth - 1);
            String other = condition(random, depth - 1);
            return switch (random.nextInt(4)) {
                case 0 -> "NOT (" + one + ")";
                case 1, 2 -> "(" + one + " OR " + other + ")";
                default -> "(" + one + " AND " + other + ")";
            };
        }
        String path = random.nextBoolean() ? "c.v" : "c.o['v']";
        return switch (random.nextInt(8)) {
            case 0 -> path + " IN (" + constant(random) + ", " + constant(random) + ")";
            case 1 -> path + " BETWEEN " + constant(random) + " AND " + constant(random);
            case 2 -> "IS_DEFINED(" + path + ")";
            case 3 -> constant(random) + " " + operator(random) + " " + path;
            case 4 -> "c.o['odd \\\"name'] = 1";
            default -> path + " " + operator(random) + " " + constant(random);
        };
    }

    private static String operator(Random random) {
        return List.of("=", "!=", "<", "<=", ">", ">=").get(random.nextInt(6));
    }

    private static String constant(Random random) {
        return VALUES.get(random.nextInt(VALUES.size()));
    }

    @Test
    void readsOnlyWhatAQueryNeedsOfADocument() throws Exception {
        container("/kind");
        create("{'id': '1', 'kind': 'a', 'n': 1, 'tags': ['x', 'y'], 'at': {'city': 'Graz', 'zip': 8010}}");

        assertThat(rows("SELECT VALUE t FROM c JOIN t IN c.tags WHERE c.at.city = 'Graz'", "'crossPartition': true"))
                .containsExactly("x", "y");
        assertThat(rows("SELECT VALUE COUNT(1) FROM c", "'crossPartition': true"))
                .containsExactly("1");
        assertThat(rows("SELECT VALUE x.at.zip FROM (SELECT VALUE c FROM c) x", "'crossPartition': true"))
                .containsExactly("8010");
        assertThat(rows("SELECT VALUE r['at'] FROM root r", "'crossPartition': true"))
                .containsExactly("{\"city\":\"Graz\",\"zip\":8010}");
        assertThat(rows("SELECT VALUE a.city FROM c.at a", "'crossPartition': true"))
                .containsExactly("Graz");
        assertThat(rows("SELECT VALUE ARRAY_LENGTH(ObjectToArray(c)) > 4 FROM c", "'crossPartition': true"))
                .containsExactly("true");
        assertThat(rows(
                        "SELECT VALUE EXISTS(SELECT VALUE t FROM t IN c.tags WHERE t = 'y' AND c.n = 1) FROM c",
                        "'crossPartition': true"))
                .containsExactly("true");
    }

    @Test
    void aConditionOnThePartitionKeyLeadsToThePartition() throws Exception {
        container("/kind");
        create("{'id': '1', 'kind': 5}");
        create("{'id': '2', 'kind': 5.0}");
        create("{'id': '3', 'kind': '5'}");
        create("{'id': '4', 'kind': null}");
        create("{'id': '5'}");

        assertThat(rows("SELECT VALUE c.id FROM c WHERE c.kind = 5", "")).containsExactly("1", "2");
        assertThat(rows("SELECT VALUE c.id FROM c WHERE c.kind = @k", "'parameters': [{'name': '@k', 'value': '5'}]"))
                .containsExactly("3");
        assertThat(rows("SELECT VALUE c.id FROM c", "'partitionKey': [5.0]")).containsExactly("1", "2");
        assertThat(rows("SELECT VALUE c.id FROM c", "'partitionKey': [null]")).containsExactly("4");
        assertThat(rows("SELECT VALUE c.id FROM c", "'partitionKey': [{}]")).containsExactly("5");
        assertThat(rows("SELECT VALUE c.id FROM c WHERE c.kind = '5'", "'partitionKey': [null]"))
                .isEmpty();
    }

    @Test
    void aHierarchicalKeyCanBeGivenInPart() throws Exception {
        container("/land', '/city");
        create("{'id': '1', 'land': 'at', 'city': 'Graz'}");
        create("{'id': '2', 'land': 'at', 'city': null}");
        create("{'id': '3', 'land': 'at'}");
        create("{'id': '4', 'land': 'au', 'city': 'Graz'}");

        assertThat(rows("SELECT VALUE c.id FROM c", "'partitionKey': ['at']")).containsExactly("1", "2", "3");
        assertThat(rows("SELECT VALUE c.id FROM c", "'partitionKey': ['at', 'Graz']"))
                .containsExactly("1");
    }

    @Test
    void pagesGoOnWhileTheDocumentsAreChanged() throws Exception {
        container("/kind");
        for (int i = 0; i < 2500; i++) {
            create("{'id': '" + i + "', 'kind': 'k', 'n': " + i + "}");
        }
        List<String> seen = new ArrayList<>();
        String query = "'query': 'SELECT * FROM c', 'crossPartition': true, 'pageSize': 700";
        JsonNode page = call("query", query);
        while (true) {
            for (JsonNode row : page.path("rows")) {
                seen.add(row.path("id").asText());
                call("upsert", "'body': {'id': '" + row.path("id").asText() + "', 'kind': 'k', 'done': true}");
                create("{'id': 'copy of " + row.path("id").asText() + "', 'kind': 'k'}");
            }
            if (page.path("continuation").isNull()) {
                break;
            }
            page = call(
                    "query",
                    query + ", 'continuation': '" + page.path("continuation").asText() + "'");
        }

        assertThat(seen)
                .isEqualTo(IntStream.range(0, 2500).mapToObj(String::valueOf).toList());
        assertThat(rows("SELECT VALUE COUNT(1) FROM c WHERE c.done", "'crossPartition': true"))
                .containsExactly("2500");
    }

    @Test
    void queriesCanBeReadSideBySide() throws Exception {
        container("/kind");
        for (int i = 0; i < 6; i++) {
            create("{'id': '" + i + "', 'kind': 'k'}");
        }
        String ids = "'query': 'SELECT VALUE c.id FROM c', 'crossPartition': true, 'pageSize': 2";
        String backwards =
                "'query': 'SELECT VALUE c.id FROM c ORDER BY c.id DESC', 'crossPartition': true, 'pageSize': 3";

        assertThat(call("query", ids)).hasToString("{\"rows\":[\"0\",\"1\"],\"continuation\":\"2\"}");
        assertThat(call("query", backwards)).hasToString("{\"rows\":[\"5\",\"4\",\"3\"],\"continuation\":\"3\"}");
        assertThat(call("query", ids)).hasToString("{\"rows\":[\"0\",\"1\"],\"continuation\":\"2\"}");
        assertThat(call("query", ids + ", 'continuation': '2'"))
                .hasToString("{\"rows\":[\"2\",\"3\"],\"continuation\":\"4\"}");
        assertThat(call("query", backwards + ", 'continuation': '3'"))
                .hasToString("{\"rows\":[\"2\",\"1\",\"0\"],\"continuation\":null}");
        assertThat(call("query", ids + ", 'continuation': '2'"))
                .hasToString("{\"rows\":[\"2\",\"3\"],\"continuation\":\"4\"}");
    }

    @Test
    void uniqueKeysAreFoundAmongManyDocuments() throws Exception {
        container("/kind", "'uniqueKeyPolicy': {'uniqueKeys': [{'paths': ['/at/code', '/n']}]},");
        for (int i = 0; i < 300; i++) {
            create("{'id': '" + i + "', 'kind': 'k', 'n': " + i % 10 + ", 'at': {'code': 'c" + i / 10 + "'}}");
        }
        create("{'id': 'none', 'kind': 'k', 'n': 1}");

        assertThat(refusal("'id': 'a', 'kind': 'k', 'n': 3.0, 'at': {'code': 'c7'}"))
                .contains("Unique index");
        assertThat(refusal("'id': 'b', 'kind': 'k', 'n': 1")).contains("Unique index");
        assertThat(refusal("'id': 'c', 'kind': 'other', 'n': 3, 'at': {'code': 'c7'}"))
                .isEmpty();
        assertThat(refusal("'id': 'd', 'kind': 'k', 'n': 33, 'at': {'code': 'c7'}"))
                .isEmpty();
        call("upsert", "'body': {'id': '73', 'kind': 'k', 'n': 3, 'at': {'code': 'c7'}, 'more': 1}");
    }

    private String refusal(String properties) throws IOException {
        try {
            HostCalls.call(
                    service,
                    "documents.create",
                    "'handle': 'h', 'database': 'shop', 'container': 'things', 'body': {" + properties + "}");
            return "";
        } catch (HostCallException e) {
            return String.join(" ", e.arguments());
        }
    }

    @Test
    void topAndLimitTakeTheFirstRowsOfTheOrder() throws Exception {
        container("/kind");
        for (int i = 0; i < 9; i++) {
            create("{'id': '" + i + "', 'kind': 'k', 'n': " + i * 4 % 9 + ", 'half': " + i / 2 + "}");
        }

        assertThat(rows("SELECT TOP 3 VALUE c.n FROM c ORDER BY c.n DESC", "'crossPartition': true"))
                .containsExactly("8", "7", "6");
        assertThat(rows(
                        "SELECT VALUE c.id FROM c ORDER BY c.half DESC, c.id OFFSET 2 LIMIT 3",
                        "'crossPartition': true"))
                .containsExactly("7", "4", "5");
        assertThat(rows("SELECT DISTINCT TOP 2 VALUE c.half FROM c ORDER BY c.half", "'crossPartition': true"))
                .containsExactly("0", "1");
        assertThat(rows("SELECT TOP 0 VALUE c.id FROM c ORDER BY c.id", "'crossPartition': true"))
                .isEmpty();
    }

    @Test
    void theChangeFeedGoesOnWhereItEnded() throws Exception {
        container("/kind");
        create("{'id': '1', 'kind': 'k'}");
        create("{'id': '2', 'kind': 'k'}");
        create("{'id': '3', 'kind': 'other'}");
        call("upsert", "'body': {'id': '1', 'kind': 'k', 'n': 2}");

        JsonNode now = call("feed", "'start': 'Now'");
        JsonNode first = call("feed", "'start': 'Beginning', 'pageSize': 2");
        String on = ", 'continuation': '" + first.path("continuation").asText() + "'";

        assertThat(now.path("rows")).isEmpty();
        assertThat(ids(first)).containsExactly("2", "3");
        assertThat(ids(call("feed", "'pageSize': 2" + on))).containsExactly("1");
        assertThat(ids(call("feed", "'start': 'Beginning', 'partitionKey': ['other']")))
                .containsExactly("3");
        assertThat(ids(call("feed", "'start': 4000000000"))).isEmpty();
        call("delete", "'id': '2', 'partitionKey': ['k']");
        create("{'id': '4', 'kind': 'k'}");
        assertThat(ids(call(
                        "feed", "'continuation': '" + now.path("continuation").asText() + "'")))
                .containsExactly("4");
    }

    @Test
    void theChangeFeedTellsOfWhatIsMadeAfterADeletion() throws Exception {
        container("/kind");
        create("{'id': '1', 'kind': 'k'}");
        create("{'id': '2', 'kind': 'k'}");
        String end = call("feed", "'start': 'Beginning'").path("continuation").asText();

        call("deletePartition", "'partitionKey': ['k']");
        create("{'id': '3', 'kind': 'k'}");

        assertThat(ids(call("feed", "'continuation': '" + end + "'"))).containsExactly("3");
    }

    @Test
    void theChangeFeedGoesPastWhatHasExpired() throws Exception {
        Instant start = Instant.parse("2025-03-04T05:06:07Z");
        AtomicReference<Instant> now = new AtomicReference<>(start);
        InstantSource source = now::get;
        container("/kind", "'defaultTtl': -1, ", source.withZone(ZoneOffset.UTC));
        for (int i = 0; i < 5; i++) {
            create("{'id': 'short" + i + "', 'kind': 'k', 'ttl': 1}");
        }
        create("{'id': 'long', 'kind': 'k'}");
        now.set(start.plusSeconds(2));

        assertThat(ids(call("feed", "'start': 'Beginning', 'pageSize': 2"))).containsExactly("long");
    }

    private static List<String> ids(JsonNode page) {
        return page.path("rows")
                .valueStream()
                .map(row -> row.path("id").asText())
                .toList();
    }

    @Test
    void opensAFileOfAnEarlierVersion() throws Exception {
        Path file = Files.createDirectories(folder.resolve("acc.cosmos")).resolve("documents.db");
        try (Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE documents (number INTEGER PRIMARY KEY, database TEXT, container TEXT,"
                    + " key TEXT, id TEXT, body TEXT NOT NULL, UNIQUE (database, container, key, id))");
            statement.execute("INSERT INTO documents VALUES (7, 'shop', 'things', '[\"k\"]', '1',"
                    + " '{\"id\":\"1\",\"kind\":\"k\"}')");
        }
        container("/kind");
        create("{'id': '2', 'kind': 'k'}");

        assertThat(rows("SELECT VALUE c.id FROM c", "'crossPartition': true")).containsExactly("1", "2");
    }

    private void container(String paths) throws Exception {
        container(paths, "");
    }

    /** @param more further settings, each with a comma behind it */
    private void container(String paths, String more) throws Exception {
        container(paths, more, Clock.systemUTC());
    }

    private void container(String paths, String more, Clock clock) throws Exception {
        service = new DocumentHostService(
                "run", Map.of("h", new StandIn.Documents("acc", folder.resolve("acc.cosmos"))), clock);
        call(
                "createContainer",
                "'settings': {'id': 'things', " + more + "'partitionKey': {'paths': ['" + paths + "']}}");
    }

    private ObjectNode create(String document) throws Exception {
        return (ObjectNode) call("create", "'body': " + document);
    }

    private List<String> rows(String query, String more) throws Exception {
        String quoted = JSON.writeValueAsString(query);
        JsonNode page = call("query", "'query': " + quoted + (more.isEmpty() ? "" : ", " + more));
        assertThat(page.path("continuation").isNull()).isTrue();
        return page.path("rows")
                .valueStream()
                .map(row -> row.isTextual() ? row.textValue() : row.toString())
                .toList();
    }

    private JsonNode call(String operation, String arguments) throws Exception {
        return HostCalls.call(
                service,
                "documents." + operation,
                "'handle': 'h', 'database': 'shop', 'container': 'things', " + arguments);
    }
}
