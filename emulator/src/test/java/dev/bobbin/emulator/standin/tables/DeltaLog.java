package dev.bobbin.emulator.standin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.hadoop.ParquetReader;
import org.apache.parquet.hadoop.api.ReadSupport;
import org.apache.parquet.hadoop.example.GroupReadSupport;
import org.apache.parquet.io.InputFile;
import org.apache.parquet.io.LocalInputFile;

/**
 * Reads a Delta table by the words of the protocol, "Action Reconciliation", without the library that the program uses,
 * and holds every action to what the protocol requires of it. Knows no checkpoints, deletion vectors or column mapping.
 */
final class DeltaLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path table;
    private final Map<String, JsonNode> active = new LinkedHashMap<>();
    private JsonNode protocol = JSON.nullNode();
    private JsonNode metadata = JSON.nullNode();
    private int versions;

    private DeltaLog(Path table) {
        this.table = table;
    }

    static DeltaLog read(Path table) throws IOException {
        DeltaLog log = new DeltaLog(table);
        while (true) {
            Path file = table.resolve("_delta_log").resolve("%020d.json".formatted(log.versions));
            if (!Files.exists(file)) {
                break;
            }
            for (String line : Files.readAllLines(file)) {
                log.take(JSON.readTree(line));
            }
            log.versions++;
        }
        assertThat(log.protocol.isObject() && log.metadata.isObject()).isTrue();
        return log;
    }

    private void take(JsonNode action) {
        assertThat(action.size()).as("one action a line: %s", action).isEqualTo(1);
        JsonNode body = action.elements().next();
        switch (action.fieldNames().next()) {
            case "protocol" -> {
                assertThat(body.path("minReaderVersion").isInt()
                                && body.path("minWriterVersion").isInt())
                        .isTrue();
                protocol = body;
            }
            case "metaData" -> {
                assertThat(body.path("id").asText()).isNotEmpty();
                assertThat(body.at("/format/provider").asText()).isEqualTo("parquet");
                assertThat(body.path("schemaString").isTextual()
                                && body.path("partitionColumns").isArray()
                                && body.path("configuration").isObject())
                        .isTrue();
                metadata = body;
            }
            case "add" -> {
                assertThat(body.path("path").isTextual()
                                && body.path("partitionValues").isObject()
                                && body.path("size").isIntegralNumber()
                                && body.path("modificationTime").isIntegralNumber()
                                && body.path("dataChange").isBoolean())
                        .as("add: %s", body)
                        .isTrue();
                active.put(body.path("path").asText(), body);
            }
            case "remove" -> {
                assertThat(body.path("dataChange").isBoolean()
                                && body.path("deletionTimestamp").isIntegralNumber())
                        .as("remove: %s", body)
                        .isTrue();
                assertThat(active.remove(body.path("path").asText())).isNotNull();
            }
            case "commitInfo" -> assertThat(body.path("operation").isTextual()).isTrue();
            default -> throw new AssertionError("an action the protocol does not know: " + action);
        }
    }

    int versions() {
        return versions;
    }

    /** Names and types of the columns, such as {@code id:integer}. */
    List<String> columns() throws IOException {
        List<String> columns = new ArrayList<>();
        JSON.readTree(metadata.path("schemaString").asText())
                .path("fields")
                .forEach(field -> columns.add(
                        field.path("name").asText() + ":" + field.path("type").asText()));
        return columns;
    }

    List<String> partitionColumns() {
        List<String> columns = new ArrayList<>();
        metadata.path("partitionColumns").forEach(column -> columns.add(column.asText()));
        return columns;
    }

    /** All rows as the example reader of the Parquet library prints them, with the partition's values before them. */
    List<String> rows() throws IOException {
        List<String> rows = new ArrayList<>();
        for (JsonNode add : active.values()) {
            Path file = table.resolve(URI.create(add.path("path").asText()).getPath());
            assertThat(Files.size(file)).isEqualTo(add.path("size").asLong());
            int before = rows.size();
            try (ParquetReader<Group> reader = new Reader(new LocalInputFile(file)).build()) {
                for (Group group = reader.read(); group != null; group = reader.read()) {
                    String values = add.path("partitionValues").isEmpty() ? "" : add.path("partitionValues") + " ";
                    rows.add(values + group.toString().replace("\n", " ").strip());
                }
            }
            assertThat(JSON.readTree(add.path("stats").asText("{}"))
                            .path("numRecords")
                            .asInt())
                    .isEqualTo(rows.size() - before);
        }
        return rows;
    }

    /** What the log tells of each file, in the order of their adding. */
    List<JsonNode> statistics() throws IOException {
        List<JsonNode> statistics = new ArrayList<>();
        for (JsonNode add : active.values()) {
            statistics.add(JSON.readTree(add.path("stats").asText()));
        }
        return statistics;
    }

    /**
     * The actions of a checkpoint, by their kinds; of files their paths. Source: "Checkpoints" and "Checkpoint Schema".
     */
    List<String> checkpoint(int version) throws IOException {
        List<String> actions = new ArrayList<>();
        Path file = table.resolve("_delta_log").resolve("%020d.checkpoint.parquet".formatted(version));
        try (ParquetReader<Group> reader = new Reader(new LocalInputFile(file)).build()) {
            for (Group row = reader.read(); row != null; row = reader.read()) {
                List<String> kinds = new ArrayList<>();
                for (String kind : List.of("txn", "add", "remove", "metaData", "protocol", "domainMetadata")) {
                    if (row.getType().containsField(kind) && row.getFieldRepetitionCount(kind) > 0) {
                        kinds.add(kind);
                    }
                }
                assertThat(kinds).as("one action a row").hasSize(1);
                String kind = kinds.getFirst();
                actions.add(kind.equals("add") ? row.getGroup(kind, 0).getString("path", 0) : kind);
            }
        }
        JsonNode last = JSON.readTree(
                table.resolve("_delta_log").resolve("_last_checkpoint").toFile());
        assertThat(last.path("version").asInt()).isEqualTo(version);
        assertThat(last.path("size").isIntegralNumber()).isTrue();
        return actions;
    }

    /** The files that make up the table, as the log names them. */
    Set<String> files() {
        return active.keySet();
    }

    /** The files in the table's folder that the log does not name. */
    List<Path> others() throws IOException {
        try (Stream<Path> files = Files.walk(table)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> !file.startsWith(table.resolve("_delta_log")))
                    .filter(file -> active.keySet().stream()
                            .noneMatch(path ->
                                    file.equals(table.resolve(URI.create(path).getPath()))))
                    .toList();
        }
    }

    private static final class Reader extends ParquetReader.Builder<Group> {
        Reader(InputFile file) {
            super(file, new PlainParquetConfiguration());
        }

        @Override
        protected ReadSupport<Group> getReadSupport() {
            return new GroupReadSupport();
        }
    }
}
