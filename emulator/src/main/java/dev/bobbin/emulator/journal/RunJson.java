package dev.bobbin.emulator.journal;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.OptionalLong;

/** The parts of a run as JSON text, so that their types can grow without a change of the file. */
public final class RunJson {

    private static final ObjectMapper JSON = mapper();

    private RunJson() {}

    /** The JSON text of a part of a run. */
    public static String write(Object part) {
        try {
            return JSON.writeValueAsString(part);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("A part of a run cannot be written as JSON.", e);
        }
    }

    /**
     * A part of a run from its JSON text.
     *
     * @throws IOException when the text is no such part
     */
    public static <T> T read(String json, TypeReference<T> type) throws IOException {
        return JSON.readValue(json, type);
    }

    private static ObjectMapper mapper() {
        SimpleModule values = new SimpleModule("run");
        values.addSerializer(Duration.class, writer((duration, out) -> out.writeNumber(duration.toNanos())));
        values.addDeserializer(Duration.class, reader(in -> Duration.ofNanos(in.getLongValue())));
        values.addSerializer(Instant.class, writer((time, out) -> out.writeNumber(time.toEpochMilli())));
        values.addDeserializer(Instant.class, reader(in -> Instant.ofEpochMilli(in.getLongValue())));
        values.addSerializer(OptionalLong.class, writer((number, out) -> out.writeNumber(number.orElse(-1))));
        values.addDeserializer(
                OptionalLong.class,
                reader(in -> in.getLongValue() < 0 ? OptionalLong.empty() : OptionalLong.of(in.getLongValue())));
        values.addSerializer(BadDay.class, writer((badDay, out) -> out.writeTree(badDay.toJson())));
        values.addDeserializer(BadDay.class, reader(in -> BadDay.of(in.<JsonNode>readValueAsTree())));
        // Bytes are kept for people to look at, in T-SQL's notation.
        values.addSerializer(
                byte[].class,
                writer((bytes, out) ->
                        out.writeString("0x" + HexFormat.of().withUpperCase().formatHex(bytes))));
        // A function may log or return as much as the service lets it.
        JsonFactory unbounded = JsonFactory.builder()
                .streamReadConstraints(StreamReadConstraints.builder()
                        .maxStringLength(Integer.MAX_VALUE)
                        .build())
                .build();
        return JsonMapper.builder(unbounded)
                .addModule(values)
                .addMixIn(Change.class, NamedTypes.class)
                .addMixIn(Change.RowChange.class, NamedTypes.class)
                .addMixIn(Fidelity.class, NamedTypes.class)
                .addMixIn(FailureContext.class, NamedTypes.class)
                .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                .enable(DeserializationFeature.USE_LONG_FOR_INTS)
                .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build();
    }

    /** Writes one value. */
    private interface Write<T> {
        void write(T value, JsonGenerator out) throws IOException;
    }

    /** Reads one value. */
    private interface Read<T> {
        T read(JsonParser in) throws IOException;
    }

    private static <T> JsonSerializer<T> writer(Write<T> write) {
        return new JsonSerializer<>() {
            @Override
            public void serialize(T value, JsonGenerator out, SerializerProvider provider) throws IOException {
                write.write(value, out);
            }
        };
    }

    private static <T> JsonDeserializer<T> reader(Read<T> read) {
        return new JsonDeserializer<>() {
            @Override
            public T deserialize(JsonParser in, DeserializationContext context) throws IOException {
                return read.read(in);
            }
        };
    }

    /** Tells the records of a sealed interface apart by name. */
    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "is")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Change.Rows.class, name = "rows"),
        @JsonSubTypes.Type(value = Change.Definition.class, name = "definition"),
        @JsonSubTypes.Type(value = Change.File.class, name = "file"),
        @JsonSubTypes.Type(value = Change.OtherFiles.class, name = "otherFiles"),
        @JsonSubTypes.Type(value = Change.Variable.class, name = "variable"),
        @JsonSubTypes.Type(value = Change.Secret.class, name = "secret"),
        @JsonSubTypes.Type(value = Change.Document.class, name = "document"),
        @JsonSubTypes.Type(value = Change.Event.class, name = "event"),
        @JsonSubTypes.Type(value = Change.RowChange.Inserted.class, name = "inserted"),
        @JsonSubTypes.Type(value = Change.RowChange.Updated.class, name = "updated"),
        @JsonSubTypes.Type(value = Change.RowChange.Deleted.class, name = "deleted"),
        @JsonSubTypes.Type(value = Fidelity.Same.class, name = "same"),
        @JsonSubTypes.Type(value = Fidelity.Approximated.class, name = "approximated"),
        @JsonSubTypes.Type(value = Fidelity.Refused.class, name = "refused"),
        @JsonSubTypes.Type(value = FailureContext.Nothing.class, name = "nothing"),
        @JsonSubTypes.Type(value = FailureContext.Loading.class, name = "loading"),
        @JsonSubTypes.Type(value = FailureContext.MissingModule.class, name = "missingModule"),
        @JsonSubTypes.Type(value = FailureContext.MissingTable.class, name = "missingTable"),
        @JsonSubTypes.Type(value = FailureContext.MissingFile.class, name = "missingFile"),
        @JsonSubTypes.Type(value = FailureContext.OtherDialect.class, name = "otherDialect"),
        @JsonSubTypes.Type(value = FailureContext.EngineLost.class, name = "engineLost"),
        @JsonSubTypes.Type(value = FailureContext.BrokenOff.class, name = "brokenOff")
    })
    private interface NamedTypes {}
}
