package dev.bobbin.emulator.standin.tables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.standin.tables.delta.DeltaTable;
import io.delta.kernel.internal.deletionvectors.Base85Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.zip.CRC32;
import org.apache.parquet.conf.PlainParquetConfiguration;
import org.apache.parquet.example.data.Group;
import org.apache.parquet.example.data.simple.SimpleGroup;
import org.apache.parquet.hadoop.ParquetWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.io.LocalOutputFile;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.MessageTypeParser;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Checkpoints and deletion vectors, bytes as the Delta protocol describes them. */
class DeltaFeaturesTest {

    private static final MessageType CHECKPOINT = MessageTypeParser.parseMessageType("""
            message checkpoint {
              optional group protocol { optional int32 minReaderVersion; optional int32 minWriterVersion; }
              optional group metaData {
                optional binary id (STRING);
                optional group format {
                  optional binary provider (STRING);
                  optional group options (MAP) { repeated group key_value {
                    required binary key (STRING); optional binary value (STRING); } }
                }
                optional binary schemaString (STRING);
                optional group partitionColumns (LIST) { repeated group list { optional binary element (STRING); } }
                optional group configuration (MAP) { repeated group key_value {
                  required binary key (STRING); optional binary value (STRING); } }
                optional int64 createdTime;
              }
              optional group add {
                optional binary path (STRING);
                optional group partitionValues (MAP) { repeated group key_value {
                  required binary key (STRING); optional binary value (STRING); } }
                optional int64 size;
                optional int64 modificationTime;
                optional boolean dataChange;
              }
            }
            """);

    private static final String WITH_P = (DeltaFixture.FIELDS
                    + ",{\\\"name\\\":\\\"p\\\",\\\"type\\\":\\\"string\\\",\\\"nullable\\\":true,\\\"metadata\\\":{}}")
            .replace("\\\"", "\"");

    @TempDir
    Path lake;

    @Test
    void beginsAtACheckpointWhoseEarlierLogIsGone() throws IOException {
        Path table = lake.resolve("Tables/long");
        DeltaFixture.parquet(table.resolve("p=x/a.parquet"), 1);
        DeltaFixture.parquet(table.resolve("p=x/b.parquet"), 2);
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        checkpoint(log.resolve("00000000000000000005.checkpoint.parquet"), WITH_P, "p=x/a.parquet");
        Files.writeString(log.resolve("_last_checkpoint"), "{\"version\":5,\"size\":3}");
        DeltaFixture.log(table, 5, DeltaFixture.add("p=x/a.parquet", "{\"p\":\"x\"}"));
        DeltaFixture.log(table, 6, DeltaFixture.add("p=x/b.parquet", "{\"p\":\"x\"}"));

        assertThat(rows(table)).containsExactlyInAnyOrder("1 n1 1 x", "2 n2 2 x");
    }

    @Test
    void leavesOutRowsOfADeletionVector() throws IOException {
        Path table = lake.resolve("Tables/thinned");
        DeltaFixture.parquet(table.resolve("a.parquet"), 10, 11, 12);
        byte[] bitmap = bitmap(1);
        UUID id = UUID.fromString("3f0a1111-2222-4333-8444-555566667777");
        Files.write(table.resolve("deletion_vector_" + id + ".bin"), stored(bitmap));
        DeltaFixture.log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"deletionVectors\"],"
                        + "\"writerFeatures\":[\"deletionVectors\"]}}",
                DeltaFixture.metadata("", DeltaFixture.FIELDS, "{\"delta.enableDeletionVectors\":\"true\"}"),
                "{\"add\":{\"path\":\"a.parquet\",\"partitionValues\":{},\"size\":1000,\"modificationTime\":1,"
                        + "\"dataChange\":true,\"deletionVector\":{\"storageType\":\"u\",\"pathOrInlineDv\":\""
                        + Base85Codec.encodeUUID(id).replace("\\", "\\\\") + "\",\"offset\":1,\"sizeInBytes\":"
                        + bitmap.length
                        + ",\"cardinality\":1}}}");

        assertThat(rows(table)).containsExactly("10 n10 10", "12 n12 12");
    }

    @Test
    void takesADeletionVectorFromTheLogItself() throws IOException {
        Path table = lake.resolve("Tables/inline");
        DeltaFixture.parquet(table.resolve("a.parquet"), 10, 11, 12);
        byte[] bitmap = bitmap(2);
        DeltaFixture.log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"deletionVectors\"],"
                        + "\"writerFeatures\":[\"deletionVectors\"]}}",
                DeltaFixture.metadata("", DeltaFixture.FIELDS, "{}"),
                "{\"add\":{\"path\":\"a.parquet\",\"partitionValues\":{},\"size\":1000,\"modificationTime\":1,"
                        + "\"dataChange\":true,\"deletionVector\":{\"storageType\":\"i\",\"pathOrInlineDv\":\""
                        + z85(bitmap) + "\",\"sizeInBytes\":" + bitmap.length + ",\"cardinality\":1}}}");

        assertThat(rows(table)).containsExactly("10 n10 10", "11 n11 11");
    }

    /** Four bytes as five characters, as RFC 32 of ZeroMQ has it. */
    private static String z85(byte[] bytes) {
        String alphabet = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ.-:+=^!/*?&<>()[]{}@%$#";
        ByteBuffer padded = ByteBuffer.allocate((bytes.length + 3) / 4 * 4);
        padded.put(bytes).rewind();
        StringBuilder text = new StringBuilder();
        while (padded.hasRemaining()) {
            long word = Integer.toUnsignedLong(padded.getInt());
            for (long power = 85L * 85 * 85 * 85; power > 0; power /= 85) {
                text.append(alphabet.charAt((int) (word / power % 85)));
            }
        }
        return text.toString();
    }

    @Test
    void putsACheckpointOfSeveralPartsTogether() throws IOException {
        Path table = lake.resolve("Tables/parts");
        DeltaFixture.parquet(table.resolve("p=x/a.parquet"), 1);
        DeltaFixture.parquet(table.resolve("p=x/b.parquet"), 2);
        DeltaFixture.parquet(table.resolve("p=x/c.parquet"), 3);
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        checkpoint(
                log.resolve("00000000000000000003.checkpoint.0000000001.0000000002.parquet"), WITH_P, "p=x/a.parquet");
        checkpoint(
                log.resolve("00000000000000000003.checkpoint.0000000002.0000000002.parquet"), WITH_P, "p=x/b.parquet");
        Files.writeString(log.resolve("_last_checkpoint"), "{\"version\":3,\"size\":6,\"parts\":2}");
        DeltaFixture.log(table, 3, DeltaFixture.add("p=x/b.parquet", "{\"p\":\"x\"}"));
        DeltaFixture.log(table, 4, DeltaFixture.add("p=x/c.parquet", "{\"p\":\"x\"}"));

        assertThat(rows(table)).containsExactlyInAnyOrder("1 n1 1 x", "2 n2 2 x", "3 n3 3 x");
        Files.delete(log.resolve("00000000000000000003.checkpoint.0000000002.0000000002.parquet"));
        assertThatThrownBy(() -> rows(table)).isInstanceOf(IOException.class);
    }

    @Test
    void readsACheckpointOfTheSecondKindWithItsSidecars() throws IOException {
        Path table = lake.resolve("Tables/second");
        DeltaFixture.parquet(table.resolve("p=x/a.parquet"), 1);
        DeltaFixture.parquet(table.resolve("p=x/b.parquet"), 2);
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        String name =
                "00000000000000000002.checkpoint.0000000001.0000000001.016ae953-37a9-438e-8683-9a9a4a79a395.parquet";
        Path sidecar = Files.createDirectories(log.resolve("_sidecars")).resolve(name);
        checkpoint(sidecar, WITH_P, "p=x/a.parquet");
        String protocol = "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,"
                + "\"readerFeatures\":[\"v2Checkpoint\"],\"writerFeatures\":[\"v2Checkpoint\"]}}";
        String metadata = DeltaFixture.metadata("\"p\"", WITH_P.replace("\"", "\\\""), "{}");
        Files.writeString(
                log.resolve("00000000000000000002.checkpoint.80a083e8-7026-4e79-81be-64bd76c43a11.json"),
                protocol + "\n" + metadata + "\n{\"checkpointMetadata\":{\"version\":2}}\n"
                        + "{\"sidecar\":{\"path\":\"" + name + "\",\"sizeInBytes\":" + Files.size(sidecar)
                        + ",\"modificationTime\":1}}\n");
        DeltaFixture.log(table, 2, DeltaFixture.add("p=x/a.parquet", "{\"p\":\"x\"}"));
        DeltaFixture.log(table, 3, DeltaFixture.add("p=x/b.parquet", "{\"p\":\"x\"}"));

        assertThat(rows(table)).containsExactlyInAnyOrder("1 n1 1 x", "2 n2 2 x");
    }

    @Test
    void readsPartitionsOfAllKinds() throws IOException {
        Path table = lake.resolve("Tables/kinds");
        DeltaFixture.parquet(table.resolve("a.parquet"), 1);
        DeltaFixture.parquet(table.resolve("b.parquet"), 2);
        StringBuilder fields = new StringBuilder(DeltaFixture.FIELDS);
        List<String> types = List.of("decimal(5,2)", "date", "timestamp", "boolean", "integer", "double");
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < types.size(); i++) {
            fields.append(",{\\\"name\\\":\\\"p").append(i).append("\\\",\\\"type\\\":\\\"");
            fields.append(types.get(i)).append("\\\",\\\"nullable\\\":true,\\\"metadata\\\":{}}");
            names.append(names.isEmpty() ? "" : ",").append("\"p").append(i).append('"');
        }
        DeltaFixture.log(
                table,
                0,
                DeltaFixture.start(names.toString(), fields.toString()),
                DeltaFixture.add(
                        "a.parquet",
                        "{\"p0\":\"1.50\",\"p1\":\"2026-01-02\",\"p2\":\"2026-01-02 03:04:05.5\",\"p3\":\"true\","
                                + "\"p4\":\"-7\",\"p5\":\"0.25\"}"),
                DeltaFixture.add(
                        "b.parquet",
                        "{\"p0\":null,\"p1\":null,\"p2\":\"2026-01-02T03:04:05.000000Z\",\"p3\":null,\"p4\":null,"
                                + "\"p5\":null}"));

        assertThat(rows(table))
                .containsExactly(
                        "1 n1 1 1.50 20455 1767323045500000 true -7 0.25",
                        "2 n2 2 null null 1767323045000000 null null null");
    }

    @Test
    void findsColumnsByTheNumberOfTheirField() throws IOException {
        Path table = Files.createDirectories(lake.resolve("Tables/numbered"));
        MessageType numbered = MessageTypeParser.parseMessageType(
                "message rows { optional int64 whatever = 7; optional int64 other = 8; }");
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(table.resolve("a.parquet")))
                .withConf(new PlainParquetConfiguration())
                .withType(numbered)
                .build()) {
            writer.write(new SimpleGroup(numbered).append("whatever", 41L).append("other", 1L));
        }
        String field = "{\\\"name\\\":\\\"shown\\\",\\\"type\\\":\\\"long\\\",\\\"nullable\\\":true,"
                + "\\\"metadata\\\":{\\\"delta.columnMapping.id\\\":7,"
                + "\\\"delta.columnMapping.physicalName\\\":\\\"col-7\\\"}}";
        DeltaFixture.log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":2,\"minWriterVersion\":5}}",
                DeltaFixture.metadata("", field, "{\"delta.columnMapping.mode\":\"id\"}"),
                DeltaFixture.add("a.parquet", "{}"));

        assertThat(rows(table)).containsExactly("41");
    }

    @ParameterizedTest
    @ValueSource(strings = {"typeWidening-preview2", "catalogManaged", "somethingNew"})
    void refusesByNameWhatItCannotRead(String feature) throws IOException {
        Path table = lake.resolve("Tables/feature");
        DeltaFixture.log(
                table,
                0,
                "{\"protocol\":{\"minReaderVersion\":3,\"minWriterVersion\":7,\"readerFeatures\":[\"" + feature
                        + "\"],\"writerFeatures\":[\"" + feature + "\"]}}",
                DeltaFixture.metadata("", DeltaFixture.FIELDS, "{}"));

        assertThatThrownBy(() -> rows(table)).isInstanceOf(IOException.class).hasMessageContaining(feature);
    }

    @Test
    void saysWhichVersionOfALogIsMissing() throws IOException {
        Path table = lake.resolve("Tables/gap");
        DeltaFixture.parquet(table.resolve("a.parquet"), 1);
        DeltaFixture.log(table, 0, DeltaFixture.start(), DeltaFixture.add("a.parquet", "{}"));
        DeltaFixture.log(table, 2, DeltaFixture.add("a.parquet", "{}"));

        assertThatThrownBy(() -> rows(table)).isInstanceOf(IOException.class).hasMessageContaining("gap");
    }

    @Test
    void saysWhichDataFileIsCutShort() throws IOException {
        Path table = lake.resolve("Tables/short");
        Path file = table.resolve("a.parquet");
        DeltaFixture.parquet(file, 1, 2, 3);
        byte[] bytes = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
        DeltaFixture.log(table, 0, DeltaFixture.start(), DeltaFixture.add("a.parquet", "{}"));

        assertThatThrownBy(() -> rows(table)).isInstanceOf(IOException.class).hasMessageContaining("a.parquet");
    }

    /** The portable form of a bitmap with one value below 65536, within the form for 64 bits. */
    private static byte[] bitmap(int value) {
        ByteBuffer bytes = ByteBuffer.allocate(34).order(ByteOrder.LITTLE_ENDIAN);
        bytes.putInt(1_681_511_377).putLong(1).putInt(0);
        bytes.putInt(12_346)
                .putInt(1)
                .putShort((short) 0)
                .putShort((short) 0)
                .putInt(16)
                .putShort((short) value);
        return bytes.array();
    }

    /** Version, length, bitmap and checksum. */
    private static byte[] stored(byte[] bitmap) {
        CRC32 checksum = new CRC32();
        checksum.update(bitmap);
        return ByteBuffer.allocate(bitmap.length + 9)
                .put((byte) 1)
                .putInt(bitmap.length)
                .put(bitmap)
                .putInt((int) checksum.getValue())
                .array();
    }

    private static void checkpoint(Path file, String fields, String path) throws IOException {
        try (ParquetWriter<Group> writer = ExampleParquetWriter.builder(new LocalOutputFile(file))
                .withConf(new PlainParquetConfiguration())
                .withType(CHECKPOINT)
                .build()) {
            Group protocol = new SimpleGroup(CHECKPOINT);
            protocol.addGroup("protocol").append("minReaderVersion", 1).append("minWriterVersion", 2);
            writer.write(protocol);
            Group metadata = new SimpleGroup(CHECKPOINT);
            Group data = metadata.addGroup("metaData").append("id", "3f0a1111-2222-4333-8444-555566667777");
            data.addGroup("format").append("provider", "parquet").addGroup("options");
            data.append("schemaString", "{\"type\":\"struct\",\"fields\":[" + fields + "]}");
            data.addGroup("partitionColumns").addGroup("list").append("element", "p");
            data.addGroup("configuration");
            data.append("createdTime", 1L);
            writer.write(metadata);
            Group action = new SimpleGroup(CHECKPOINT);
            Group add = action.addGroup("add").append("path", path);
            add.addGroup("partitionValues")
                    .addGroup("key_value")
                    .append("key", "p")
                    .append("value", "x");
            add.append("size", 1000L).append("modificationTime", 1L).append("dataChange", true);
            writer.write(action);
        }
    }

    private List<String> rows(Path table) throws IOException {
        List<String> rows = new ArrayList<>();
        DeltaTable.open(table, lake).forEachRow(row -> {
            StringBuilder text = new StringBuilder();
            for (Object value : row) {
                text.append(text.isEmpty() ? "" : " ").append(value);
            }
            rows.add(text.toString());
        });
        return rows;
    }
}
