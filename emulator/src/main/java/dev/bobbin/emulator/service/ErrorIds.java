package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;

/** Finds the entry of the catalogue that an error has. */
final class ErrorIds {

    private static final String EXCEPTION = "exception";
    private static final String DATABASE = "database";
    private static final String LOADING = "loading";
    private static final String SECRETS = "secrets";

    private ErrorIds() {}

    /** @param known ids of all entries */
    static String of(ErrorEntry error, FailureContext context, Set<String> known) {
        return switch (context) {
            case FailureContext.EngineLost lost -> lost.fault().kind().id();
            case FailureContext.MissingModule missing ->
                missing.install().isEmpty() ? "library-missing.embedded" : "library-missing";
            case FailureContext.MissingTable missing ->
                DATABASE + place(missing.tables().isEmpty(), missing.likely(), "tables");
            case FailureContext.MissingFile missing ->
                EXCEPTION + place(missing.files().isEmpty(), missing.likely(), "files");
            case FailureContext.OtherDialect _ -> DATABASE + ".dialect";
            case FailureContext.Loading loading ->
                own(LOADING, loading.connecting() ? "connection" : type(error), known);
            case FailureContext.BrokenOff broken -> of(error, broken.cause(), known);
            case FailureContext.Nothing _ -> byName(error, known);
        };
    }

    private static String place(boolean empty, String likely, String what) {
        return empty ? (likely.isEmpty() ? ".no-" : ".elsewhere-") + what : ".other-" + what;
    }

    private static String byName(ErrorEntry error, Set<String> known) {
        JsonNode properties = error.properties();
        return switch (error.name()) {
            case "MissingInput" ->
                properties.has("parameter_name") ? ofInput("missing-input", properties) : "function-error";
            case "InvalidInput" ->
                properties.has("parameter_name")
                        ? ofInput("invalid-input", properties)
                        : properties.has("reason") ? "invalid-body" : "function-error";
            case "UserThrown" -> "user-thrown";
            case "Timeout" -> "timeout";
            case "ResponseTooLarge" -> "response-too-large";
            case "RequestTooLarge" -> "request-too-large";
            case "InvalidRequestLine" -> "invalid-request-line";
            case "InternalError" -> internal(error, known);
            default -> "function-error";
        };
    }

    /** The SDK's word for the type of a parameter that has none tells nobody anything. */
    private static String ofInput(String id, JsonNode properties) {
        return switch (properties.path("parameter_type").asText("")) {
            case "_empty" -> id + ".untyped";
            case "datetime" -> id + ".datetime";
            case "DataFrame", "Series" -> id + ".frame";
            default -> id;
        };
    }

    private static String internal(ErrorEntry error, Set<String> known) {
        JsonNode properties = error.properties();
        if (properties.has("error_type")) {
            String told = toldByMessage(
                    type(properties), properties.path("error_message").asText(""));
            if (!told.isEmpty()) {
                return told;
            }
            return own(ofKeyVault(properties) ? SECRETS : EXCEPTION, type(error), known);
        }
        if (properties.has("parameter_name")) {
            return "connection";
        }
        if (properties.has("reason")) {
            return "engine";
        }
        if (error.message().startsWith("GET request failed")) {
            return "variables";
        }
        return error.message().startsWith("There is no user data function") ? "unknown-function" : "internal";
    }

    /** Empty when the message tells no more than the class. */
    private static String toldByMessage(String type, String message) {
        String database = DatabaseErrors.kind(type, message);
        return database.isEmpty() ? PythonMessages.id(type, message) : DATABASE + "." + database;
    }

    /** Key vaults and lakehouses raise the same classes; the service's code, in front of the message, tells them apart. */
    private static boolean ofKeyVault(JsonNode properties) {
        return properties.path("error_message").asText("").startsWith("(Secret");
    }

    private static String own(String kind, String type, Set<String> known) {
        String own = kind + "." + type;
        return known.contains(own) ? own : kind;
    }

    /** Name of the class of the exception, without its module. */
    private static String type(ErrorEntry error) {
        return type(error.properties());
    }

    private static String type(JsonNode properties) {
        String type = properties.path("error_type").asText("");
        return type.substring(type.lastIndexOf('.') + 1);
    }
}
