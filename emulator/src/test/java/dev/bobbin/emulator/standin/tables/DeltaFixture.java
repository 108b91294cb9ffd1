package dev.bobbin.emulator.standin.tables;

import blue.strategic.parquet.Dehydrator;
import blue.strategic.parquet.ParquetWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.MessageType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Types;

/** Writes Delta tables as the protocol describes them, action by action. */
final class DeltaFixture {

    private static final MessageType SCHEMA = Types.buildMessage()
            .optional(PrimitiveTypeName.INT64)
            .named("id")
            .optional(PrimitiveTypeName.BINARY)
            .as(LogicalTypeAnnotation.stringType())
            .named("name")
            .optional(PrimitiveTypeName.INT32)
            .as(LogicalTypeAnnotation.dateType())
            .named("day")
            .named("rows");

    /** The columns id, name and day, as the log has them. */
    static final String FIELDS = "{\\\"name\\\":\\\"id\\\",\\\"type\\\":\\\"long\\\",\\\"nullable\\\":true,"
            + "\\\"metadata\\\":{}},{\\\"name\\\":\\\"name\\\",\\\"type\\\":\\\"string\\\",\\\"nullable\\\":true,"
            + "\\\"metadata\\\":{}},{\\\"name\\\":\\\"day\\\",\\\"type\\\":\\\"date\\\",\\\"nullable\\\":true,"
            + "\\\"metadata\\\":{}}";

    private DeltaFixture() {}

    /** A table with the columns of {@link #FIELDS}. */
    static String start() {
        return start("", FIELDS);
    }

    static void parquet(Path file, long... ids) throws IOException {
        Files.createDirectories(file.getParent());
        Dehydrator<Long> row = (id, writer) -> {
            writer.write("id", id);
            writer.write("name", "n" + id);
            writer.write("day", (int) (long) id);
        };
        try (ParquetWriter<Long> writer = ParquetWriter.writeFile(SCHEMA, file.toFile(), row)) {
            for (long id : ids) {
                writer.write(id);
            }
        }
    }

    static String start(String partitions, String fields) {
        return "{\"protocol\":{\"minReaderVersion\":1,\"minWriterVersion\":2}}\n" + metadata(partitions, fields, "{}");
    }

    static String metadata(String partitions, String fields, String configuration) {
        return "{\"metaData\":{\"id\":\"3f0a1111-2222-4333-8444-555566667777\",\"format\":{\"provider\":\"parquet\","
                + "\"options\":{}},\"schemaString\":\"{\\\"type\\\":\\\"struct\\\",\\\"fields\\\":[" + fields
                + "]}\",\"partitionColumns\":[" + partitions + "],\"configuration\":" + configuration
                + ",\"createdTime\":1}}";
    }

    static String add(String path, String partitionValues) {
        return "{\"add\":{\"path\":\"" + path + "\",\"partitionValues\":" + partitionValues
                + ",\"size\":1000,\"modificationTime\":1,\"dataChange\":true}}";
    }

    static void log(Path table, int version, String... actions) throws IOException {
        Path log = Files.createDirectories(table.resolve(TableSource.LOG));
        Files.writeString(log.resolve(String.format("%020d.json", version)), String.join("\n", actions) + "\n");
    }
}
