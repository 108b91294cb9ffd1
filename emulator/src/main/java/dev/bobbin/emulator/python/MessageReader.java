package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.invoke.StreamHead;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.Status;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Understands the child's lines. Never fails: the child may have been told by a function to write anything. */
final class MessageReader {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            // Python writes NaN and Infinity.
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    private MessageReader() {}

    /** The message of a line. */
    static ChildMessage read(String line) {
        JsonNode message;
        try {
            message = JSON.readTree(line);
        } catch (JsonProcessingException e) {
            return new ChildMessage.Unknown(line);
        }
        return switch (message.path("type").asText()) {
            case "ready" -> new ChildMessage.Ready(message.path("python").asText());
            case "loaded" -> new ChildMessage.Loaded(message.path("module").asInt());
            case "loadFailed" ->
                new ChildMessage.LoadFailed(
                        message.path("module").asInt(),
                        tracebackOf(message.path("traceback")),
                        textOrNull(message.path("missingModule")));
            case "log" -> new ChildMessage.Log(message.path("run").asInt(), logLine(message));
            case "host" ->
                new ChildMessage.Host(
                        message.path("call").asInt(),
                        message.path("run").asInt(),
                        message.path("op").asText(),
                        message.path("args"));
            case "stream" -> new ChildMessage.Stream(message.path("run").asInt(), streamHead(message));
            case "chunk" ->
                new ChildMessage.Chunk(
                        message.path("run").asInt(),
                        new StreamChunk(
                                message.path("data").asText(),
                                message.path("base64").asBoolean()));
            case "result" -> new ChildMessage.Result(message.path("run").asInt(), answered(message));
            default -> new ChildMessage.Unknown(line);
        };
    }

    private static StreamHead streamHead(JsonNode message) {
        Map<String, String> headers = new LinkedHashMap<>();
        message.path("headers")
                .properties()
                .forEach(
                        header -> headers.put(header.getKey(), header.getValue().asText()));
        return new StreamHead(
                message.path("status").asInt(200), message.path("mediaType").asText("text/plain"), headers);
    }

    private static LogLine logLine(JsonNode message) {
        LogLine.Level level;
        try {
            level = LogLine.Level.valueOf(message.path("level").asText());
        } catch (IllegalArgumentException e) {
            level = LogLine.Level.INFO;
        }
        return new LogLine(
                Instant.ofEpochMilli(message.path("time").asLong()),
                level,
                message.path("message").asText());
    }

    private static EngineOutcome.Answered answered(JsonNode message) {
        List<ErrorEntry> errors = new ArrayList<>();
        for (JsonNode error : message.path("errors")) {
            JsonNode properties = error.path("properties");
            errors.add(new ErrorEntry(
                    error.path("name").asText(),
                    error.path("message").asText(),
                    properties.isObject() ? properties : JsonNodeFactory.instance.objectNode()));
        }
        JsonNode traceback = message.path("traceback");
        return new EngineOutcome.Answered(
                Status.of(message.path("status").asText()),
                message.path("output").asText(),
                errors,
                traceback.isObject() ? tracebackOf(traceback) : null);
    }

    private static Traceback tracebackOf(JsonNode node) {
        List<Traceback.Frame> frames = new ArrayList<>();
        for (JsonNode frame : node.path("frames")) {
            frames.add(new Traceback.Frame(
                    frame.path("file").asText(),
                    frame.path("line").asInt(),
                    frame.path("function").asText(),
                    textOrNull(frame.path("code"))));
        }
        return new Traceback(
                node.path("type").asText(),
                node.path("message").asText(),
                frames,
                node.path("text").asText(),
                missing(node.path("missing")));
    }

    private static Traceback.@Nullable MissingPath missing(JsonNode node) {
        return node.isObject()
                ? new Traceback.MissingPath(
                        node.path("lakehouse").asText(), node.path("path").asText())
                : null;
    }

    private static @Nullable String textOrNull(JsonNode node) {
        return node.isTextual() ? node.asText() : null;
    }
}
