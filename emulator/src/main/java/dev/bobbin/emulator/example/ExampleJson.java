package dev.bobbin.emulator.example;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.example.Expectation.ExpectedError;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Examples as JSON text that stays the same, line by line, as long as the example does: made for Git. */
final class ExampleJson {

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
                    .streamReadConstraints(StreamReadConstraints.builder()
                            .maxStringLength(Integer.MAX_VALUE)
                            .build())
                    // Python writes NaN and Infinity.
                    .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
                    .build())
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private static final Set<String> KEYS = Set.of("name", "function", "profile", "input", "rawBody", "user", "expect");
    private static final Set<String> EXPECT_KEYS = Set.of("status", "httpStatus", "output", "errors", "ignored");
    private static final Set<String> USER_KEYS = Set.of("Oid", "TenantId", "PreferredUsername");
    private static final Set<String> ERROR_KEYS = Set.of("name", "message");

    private ExampleJson() {}

    /** @throws IOException when the text is no JSON */
    static JsonNode parse(String text) throws IOException {
        return JSON.readTree(text);
    }

    static String write(Example example) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", example.name());
        root.put("function", example.function());
        root.put("profile", example.profile());
        writeBody(root, example.body());
        if (!example.user().equals(ExecutingUser.LOCAL)) {
            root.putObject("user")
                    .put("Oid", example.user().oid())
                    .put("TenantId", example.user().tenantId())
                    .put("PreferredUsername", example.user().preferredUsername());
        }
        Expectation expectation = example.expectation();
        ObjectNode expect = root.putObject("expect");
        expect.put("status", expectation.status());
        @Nullable Integer httpStatus = expectation.httpStatus();
        if (httpStatus != null) {
            expect.put("httpStatus", httpStatus);
        }
        if (!expectation.output().isMissingNode()) {
            expect.set("output", expectation.output());
        }
        @Nullable List<ExpectedError> errors = expectation.errors();
        if (errors != null && !(errors.isEmpty() && isSuccess(expectation.status()))) {
            expect.withArray("errors");
            errors.forEach(error -> expect.withArray("errors")
                    .addObject()
                    .put("name", error.name())
                    .put("message", error.message()));
        }
        new TreeSet<>(expectation.ignored()).forEach(expect.withArray("ignored")::add);
        if (expect.path("ignored").isEmpty()) {
            expect.remove("ignored");
        }
        return text(root);
    }

    /** JSON as it is; anything else, which a test may well send, as text. */
    private static void writeBody(ObjectNode root, String body) {
        try {
            JsonNode input = parse(body);
            if (input.isObject()) {
                root.set("input", input);
                return;
            }
        } catch (IOException e) {
            // No JSON: kept as it is.
        }
        root.put("rawBody", body);
    }

    private static String text(ObjectNode root) {
        DefaultIndenter indenter = new DefaultIndenter("  ", "\n");
        DefaultPrettyPrinter printer =
                new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter);
        try {
            return JSON.writer(printer).writeValueAsString(root) + "\n";
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        }
    }

    /**
     * Reads an example.
     *
     * @param name that of an example that has none
     * @throws IOException when the text is no example; the message says what is missing or wrong
     */
    static Example read(String text, String name) throws IOException {
        JsonNode root;
        try {
            root = parse(text);
        } catch (JsonProcessingException e) {
            throw PlainException.of("example.not-json", JsonFault.words(e)).because(e);
        }
        JsonNode expect = root.path("expect");
        requireKnown(root, KEYS);
        requireKnown(expect, EXPECT_KEYS);
        if (!root.path("function").isTextual() || !expect.isObject()) {
            throw PlainException.of("example.lacking");
        }
        String function = root.path("function").textValue();
        return new Example(
                Fields.text(root, "name", name),
                function,
                body(root),
                user(Fields.object(root, "user")),
                Fields.text(root, "profile", ServiceProfile.DEFAULT_NAME),
                new Expectation(
                        status(expect),
                        Fields.number(expect, "httpStatus"),
                        expect.path("output"),
                        errors(expect),
                        ignored(expect)));
    }

    private static String status(JsonNode expect) throws IOException {
        String status = Fields.text(expect, "status", Status.SUCCEEDED.wireName());
        List<String> known =
                Arrays.stream(Status.values()).map(Status::wireName).toList();
        if (!known.contains(status)) {
            throw PlainException.of("example.status", status, String.join(", ", known));
        }
        return status;
    }

    private static Set<String> ignored(JsonNode expect) throws IOException {
        Set<String> ignored = new LinkedHashSet<>();
        for (JsonNode place : Fields.list(expect, "ignored")) {
            Fields.require(place.isTextual(), "ignored", "example.needs.places", place);
            String pointer = place.textValue();
            try {
                JsonPointer.compile(pointer);
            } catch (IllegalArgumentException e) {
                throw PlainException.of("example.pointer", pointer).because(e);
            }
            ignored.add(pointer);
        }
        return ignored;
    }

    private static boolean isSuccess(String status) {
        return status.equals(Status.SUCCEEDED.wireName());
    }

    /** None when none are named: a success has none. Null for other answers: then they do not matter. */
    private static @Nullable List<ExpectedError> errors(JsonNode expect) throws IOException {
        if (!expect.has("errors")) {
            return isSuccess(status(expect)) ? List.of() : null;
        }
        List<ExpectedError> errors = new ArrayList<>();
        for (JsonNode error : Fields.list(expect, "errors")) {
            Fields.require(error.isObject(), "errors", "example.needs.errors", error);
            requireKnown(error, ERROR_KEYS);
            errors.add(new ExpectedError(Fields.text(error, "name", ""), Fields.text(error, "message", "")));
        }
        return errors;
    }

    /** A misspelt key would be an expectation that never fails. */
    private static void requireKnown(JsonNode object, Set<String> keys) throws IOException {
        for (Map.Entry<String, JsonNode> entry : object.properties()) {
            if (!keys.contains(entry.getKey())) {
                throw PlainException.of("example.key", entry.getKey(), String.join(", ", new TreeSet<>(keys)));
            }
        }
    }

    private static String body(JsonNode root) throws IOException {
        if (root.has("rawBody")) {
            return Fields.text(root, "rawBody", "");
        }
        return root.has("input") ? root.path("input").toString() : "{}";
    }

    private static ExecutingUser user(JsonNode user) throws IOException {
        requireKnown(user, USER_KEYS);
        return new ExecutingUser(
                Fields.text(user, "Oid", ExecutingUser.LOCAL.oid()),
                Fields.text(user, "TenantId", ExecutingUser.LOCAL.tenantId()),
                Fields.text(user, "PreferredUsername", ExecutingUser.LOCAL.preferredUsername()));
    }
}
