package dev.bobbin.emulator.serve;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.Headers;
import dev.bobbin.emulator.invoke.ExecutingUser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What the service's front tells the functions host in headers. {@code x-ms-fabric-connected-datasources-connections}
 * is accepted and left alone: here every connection leads to its stand-in, wherever the header points.
 */
final class CallerHeaders {

    static final String INVOCATION_ID = "x-ms-invocation-id";
    static final String STATUS = "x-fabric-udf-status";
    private static final String CONTEXT = "x-ms-fabric-userdatafunctioncontext";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLAIN_ID = Pattern.compile("[A-Za-z0-9._:-]{1,100}");

    private CallerHeaders() {}

    /** The caller's invocation id when it sent one that can be used, else a new GUID. */
    static String invocationId(Headers headers) {
        @Nullable String given = headers.getFirst(INVOCATION_ID);
        return given != null && PLAIN_ID.matcher(given).matches()
                ? given
                : UUID.randomUUID().toString();
    }

    /**
     * The executing user that the context header names, field by field.
     *
     * @param standard for every field it does not name
     * @throws Problem when the header is no JSON object
     */
    static ExecutingUser user(Headers headers, ExecutingUser standard) throws Problem {
        @Nullable String context = headers.getFirst(CONTEXT);
        if (context == null) {
            return standard;
        }
        try {
            // The server reads headers as Latin-1; JSON is UTF-8.
            JsonNode json = JSON.readTree(context.getBytes(StandardCharsets.ISO_8859_1));
            if (json.isObject()) {
                JsonNode user = json.path("ExecutingUser");
                return new ExecutingUser(
                        user.path("Oid").asText(standard.oid()),
                        user.path("TenantId").asText(standard.tenantId()),
                        user.path("PreferredUsername").asText(standard.preferredUsername()));
            }
        } catch (IOException e) {
            // Said below, for objects and anything else alike.
        }
        throw new Problem(400, "InvalidHeader", "The header " + CONTEXT + " must be a JSON object.");
    }
}
