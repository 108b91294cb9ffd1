package dev.bobbin.emulator.service;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Finds the entry of the catalogue that an error has. */
final class ErrorIds {

    private static final String EXCEPTION = "exception";
    private static final String LOADING = "loading";
    private static final String SECRETS = "secrets";

    /** As pyodbc writes it: "… message (208) (SQLExecDirectW)". */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d{3,5})\\)");

    private ErrorIds() {}

    /** @param known ids of all entries */
    static String of(ErrorEntry error, FailureContext context, Set<String> known) {
        return switch (context) {
            case FailureContext.EngineLost lost -> lost.fault().kind().id();
            case FailureContext.MissingModule missing ->
                missing.install().isEmpty() ? "library-missing.embedded" : "library-missing";
            case FailureContext.Loading _ -> own(LOADING, type(error), known);
            case FailureContext.BrokenOff broken -> of(error, broken.cause(), known);
            case FailureContext.Nothing _ -> byName(error, known);
        };
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
        return properties.path("parameter_type").asText("").equals("_empty") ? id + ".untyped" : id;
    }

    private static String internal(ErrorEntry error, Set<String> known) {
        JsonNode properties = error.properties();
        if (properties.has("error_type")) {
            String told = toldByMessage(
                    type(properties), properties.path("error_message").asText(""));
            if (known.contains(told)) {
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
        return error.message().startsWith("There is no user data function") ? "unknown-function" : "internal";
    }

    /** Classes that stand for several errors: what happened is told by a code in their message. Empty when it is not. */
    private static String toldByMessage(String type, String message) {
        String kind =
                switch (type) {
                    // SQLSTATE 28000 is a login that is refused; else the connection was used wrongly.
                    case "InterfaceError" -> message.startsWith("('28000'") ? "login" : "";
                    case "ProgrammingError", "OperationalError" -> ofDatabase(message);
                    // A folder in the place of a file, not a file that is there already.
                    case "ResourceExistsError" -> message.contains("ErrorCode:PathConflict") ? "conflict" : "";
                    // A user data function that is called by another.
                    case "TypeError" ->
                        message.startsWith("'FunctionBuilder' object is not callable") ? "function" : "";
                    default -> "";
                };
        return kind.isEmpty() ? "" : EXCEPTION + "." + type + "." + kind;
    }

    /** Numbers of SQL Server's errors, from "Database engine events and errors" of its documentation. */
    private static String ofDatabase(String message) {
        Matcher numbers = NUMBER.matcher(message);
        String kind = "";
        while (numbers.find() && kind.isEmpty()) {
            kind = switch (numbers.group(1)) {
                case "10928", "10929", "40501", "49918", "49919", "49920" -> "busy";
                case "229", "230", "262", "297", "300", "3906" -> "permission";
                case "4060", "911" -> "database";
                default -> "";
            };
        }
        return kind;
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
