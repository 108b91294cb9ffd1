package dev.bobbin.emulator.standin.tables.delta;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.data.Row;
import io.delta.kernel.engine.JsonHandler;
import io.delta.kernel.exceptions.KernelEngineException;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.types.ArrayType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.ByteType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DateType;
import io.delta.kernel.types.DecimalType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.IntegerType;
import io.delta.kernel.types.LongType;
import io.delta.kernel.types.MapType;
import io.delta.kernel.types.ShortType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructType;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The JSON files of a Delta log: one action a line. */
final class JsonRows implements JsonHandler {

    private static final ObjectMapper JSON =
            new ObjectMapper().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    private final LocalFiles files;

    JsonRows(LocalFiles files) {
        this.files = files;
    }

    @Override
    public ColumnarBatch parseJson(
            ColumnVector texts,
            StructType schema,
            @SuppressWarnings("OptionalUsedAsFieldOrParameterType") Optional<ColumnVector> selection) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        for (int i = 0; i < texts.getSize(); i++) {
            boolean selected = selection.isEmpty()
                    || !selection.get().isNullAt(i) && selection.get().getBoolean(i);
            rows.add(
                    selected && !texts.isNullAt(i)
                            ? row(texts.getString(i), schema, "the statistics of a table")
                            : new Object[schema.length()]);
        }
        return Batch.of(rows, schema);
    }

    @Override
    public CloseableIterator<ColumnarBatch> readJsonFiles(
            CloseableIterator<FileStatus> statuses, StructType schema, Optional<Predicate> predicate) {
        return statuses.map(status -> read(status, schema));
    }

    private ColumnarBatch read(FileStatus status, StructType schema) {
        List<@Nullable Object[]> rows = new ArrayList<>();
        try {
            for (String line : Files.readAllLines(files.local(status.getPath()))) {
                if (!line.isBlank()) {
                    rows.add(row(line, schema, status.getPath()));
                }
            }
        } catch (NoSuchFileException e) {
            // Kernel takes this form for "not there"; after any other it tries again, seconds later.
            FileNotFoundException missing = new FileNotFoundException("The file " + e.getFile() + " is missing.");
            missing.initCause(e);
            throw new KernelEngineException(missing.getMessage(), missing);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Batch.of(rows, schema);
    }

    private static @Nullable Object[] row(String text, StructType schema, String source) {
        try {
            return struct(JSON.readTree(text), schema);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(
                    PlainException.of("delta.log", source).because(e));
        }
    }

    private static @Nullable Object[] struct(JsonNode json, StructType type) {
        @Nullable Object[] values = new Object[type.length()];
        for (int i = 0; i < values.length; i++) {
            values[i] = value(json.path(type.at(i).getName()), type.at(i).getDataType());
        }
        return values;
    }

    private static @Nullable Object value(JsonNode json, DataType type) {
        if (json.isMissingNode() || json.isNull()) {
            return null;
        }
        return switch (type) {
            case BooleanType _ -> json.asBoolean();
            case ByteType _ -> (byte) json.asInt();
            case ShortType _ -> (short) json.asInt();
            case IntegerType _ -> json.asInt();
            case LongType _ -> json.asLong();
            case FloatType _ -> (float) json.asDouble();
            case DoubleType _ -> json.asDouble();
            case DecimalType decimal -> json.decimalValue().setScale(decimal.getScale());
            case DateType _ -> (int) LocalDate.parse(json.asText()).toEpochDay();
            case StringType _ -> json.isTextual() ? json.textValue() : json.toString();
            case StructType struct -> struct(json, struct);
            case ArrayType array -> {
                List<@Nullable Object> elements = new ArrayList<>();
                json.forEach(element -> elements.add(value(element, array.getElementType())));
                yield elements;
            }
            case MapType map -> {
                Map<String, @Nullable Object> entries = new LinkedHashMap<>();
                json.properties()
                        .forEach(entry -> entries.put(entry.getKey(), value(entry.getValue(), map.getValueType())));
                yield entries;
            }
            default -> null; // statistics of types that nothing here asks for
        };
    }

    @Override
    public void writeJsonFileAtomically(String path, CloseableIterator<Row> rows, boolean overwrite)
            throws IOException {
        Path file = files.local(path);
        Path unfinished = file.resolveSibling("." + UUID.randomUUID() + ".tmp");
        try {
            try (OutputStream stream = Files.newOutputStream(unfinished)) {
                JsonActions.write(rows, stream);
            }
            LocalFiles.publish(unfinished, file, overwrite);
        } finally {
            Files.deleteIfExists(unfinished);
        }
    }
}
