package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The responses of a function: what the SDK's own document lists, plus the codes of the profile. */
final class Responses {

    private static final String FAILURE = "FailedInvocation";
    private static final String PROBLEM = "Problem";

    private Responses() {}

    static ObjectNode of(ServiceProfile profile, FunctionSignature function) {
        ObjectNode responses = JsonNodeFactory.instance.objectNode();
        descriptions(profile, function).forEach((code, text) -> {
            ObjectNode response = responses.putObject(code.toString()).put("description", text);
            if (code == 200 && function.streaming()) {
                // Which media type it is, the function says when it runs.
                response.putObject("content")
                        .putObject("*/*")
                        .putObject("schema")
                        .put("type", "string")
                        .put("format", "binary");
                return;
            }
            ObjectNode schema =
                    response.putObject("content").putObject("application/json").putObject("schema");
            switch (code) {
                case 200 -> refer(schema, Schemas.key(function) + "Response");
                case 401 -> refer(schema, PROBLEM);
                case 408, 409 -> refer(schema, FAILURE);
                default -> {
                    // The call may have failed, or have been turned away before the function was called.
                    refer(schema.withArray("oneOf").addObject(), FAILURE);
                    refer(schema.withArray("oneOf").addObject(), PROBLEM);
                }
            }
        });
        return responses;
    }

    private static void refer(ObjectNode schema, String name) {
        schema.put("$ref", "#/components/schemas/" + name);
    }

    private static Map<Integer, String> descriptions(ServiceProfile profile, FunctionSignature function) {
        Map<Integer, String> texts = new TreeMap<>(Map.of(
                200,
                        function.streaming()
                                ? "What the function streams, piece by piece."
                                : "The function has run; its result is in output.",
                400, "An argument is missing or cannot be converted, or public access is off.",
                401, "The token is missing or not valid.",
                403, "The caller may not do this, or the response is too large.",
                408, "The function reached the time limit.",
                409, "The function raised an exception, or a connection could not be used.",
                413, "The request, or the response, is too large.",
                500, "The service itself failed."));
        add(texts, profile.httpStatus().get("UserThrown"), "The function raised a UserThrownError.");
        add(texts, profile.httpStatus().get(Status.RESPONSE_TOO_LARGE.wireName()), "The response is too large.");
        return texts;
    }

    private static void add(Map<Integer, String> texts, @Nullable Integer code, String text) {
        if (code != null) {
            texts.putIfAbsent(code, text);
        }
    }

    /** The envelope of a call that succeeded. */
    static ObjectNode envelope(ObjectNode output) {
        ObjectNode schema = JsonNodeFactory.instance.objectNode();
        schema.put("type", "object");
        ObjectNode properties = schema.putObject("properties");
        properties.putObject("functionName").put("type", "string");
        properties.putObject("invocationId").put("type", "string");
        ObjectNode status = properties.putObject("status").put("type", "string");
        for (Status value : Status.values()) {
            status.withArray("enum").add(value.wireName());
        }
        properties.set("output", output);
        ObjectNode errors = properties.putObject("errors").put("type", "array");
        errors.putObject("items").put("$ref", "#/components/schemas/InvocationError");
        for (String name : new String[] {"functionName", "invocationId", "status", "output", "errors"}) {
            schema.withArray("required").add(name);
        }
        return schema;
    }

    /** The schemas that all functions share. */
    static void addSchemas(ObjectNode schemas) {
        schemas.set(FAILURE, envelope(JsonNodeFactory.instance.objectNode().put("type", "string")));
        ObjectNode error = schemas.putObject("InvocationError").put("type", "object");
        ObjectNode properties = error.putObject("properties");
        properties.putObject("name").put("type", "string");
        properties.putObject("errorCode").put("type", "string");
        properties.putObject("message").put("type", "string");
        properties.putObject("properties").put("type", "object");
        ObjectNode problem = schemas.putObject(PROBLEM).put("type", "object");
        for (String name : new String[] {"requestId", "errorCode", "message"}) {
            problem.withObjectProperty("properties").putObject(name).put("type", "string");
            problem.withArray("required").add(name);
        }
    }
}
