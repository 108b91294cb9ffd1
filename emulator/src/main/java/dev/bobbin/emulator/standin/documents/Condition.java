package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What a caller asks of the version that it changes.
 *
 * @param ifMatch the ETag it must have; empty for any
 * @param ifNoneMatch the ETag it must not have; empty for none
 */
record Condition(String ifMatch, String ifNoneMatch) {

    /** Holds always. */
    static final Condition NONE = new Condition("", "");

    private static final String ANY = "*";

    static Condition of(JsonNode arguments) {
        return new Condition(
                arguments.path("ifMatch").asText(""),
                arguments.path("ifNoneMatch").asText(""));
    }

    void check(ObjectNode document) throws DocumentError {
        String etag = document.path("_etag").asText();
        boolean matches = ifMatch.isEmpty() || ifMatch.equals(ANY) || ifMatch.equals(etag);
        boolean differs = ifNoneMatch.isEmpty() || !ifNoneMatch.equals(ANY) && !ifNoneMatch.equals(etag);
        if (!matches || !differs) {
            throw DocumentError.precondition();
        }
    }
}
