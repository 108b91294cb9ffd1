package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A document as it is kept.
 *
 * @param key its partition, see {@link ContainerSettings#keyOf}
 * @param body with the system properties {@code _rid}, {@code _self}, {@code _etag}, {@code _attachments}, {@code _ts}
 */
record StoredDocument(String key, ObjectNode body) {

    String id() {
        return body.path("id").asText();
    }

    String etag() {
        return body.path("_etag").asText();
    }
}
