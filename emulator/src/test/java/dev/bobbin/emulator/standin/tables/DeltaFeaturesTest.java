package dev.bobbin.emulator.standin.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.standin.tables.delta.DeltaTable;
import io.delta.kernel.internal.deletionvectors.Base85Codec;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
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

    @TempDir
    Path lake;

    @Test
    void beginsAtACheckpointWhoseEarlierLogIsGone() throws IOException {
        Path table = lake.resolve("Tables/long");
        DeltaFixture.parquet(table.resolve("p=x/a.parquet"), 1);
        DeltaFixture.parquet(table.resolve("p=x/b.parquet"), 2);
        Path log = Files.createDirectories(table.resolve("_delta_log"));
        String fields = (DeltaFixture.FIELDS
                        + ",{\\\"name\\\":\\\"p\\\",\\\"type\\\":\\\"string\\\",\\\"nullable\\\":true,\\\"metadata\\\":{}}")
                .replace("\\\"", "\"");
        checkpoint(log.resolve("00000000000000000005.checkpoint.parquet"), fields, "p=x/a.parquet");
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
