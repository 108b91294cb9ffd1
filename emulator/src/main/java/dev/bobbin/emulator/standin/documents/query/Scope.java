package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * What the names of a query mean for one row: names of its own FROM items, then those of the queries around it.
 *
 * @param document that of the container; undefined when the query has no FROM
 */
record Scope(@Nullable Scope outer, @Nullable String alias, JsonNode value, JsonNode document) {

    static Scope of(JsonNode document) {
        return new Scope(null, null, Values.UNDEFINED, document);
    }

    Scope with(@Nullable String name, JsonNode named) {
        return new Scope(this, name, named, document);
    }

    /** The value of a name; null when there is none. */
    @Nullable
    JsonNode lookUp(String name) {
        for (@Nullable Scope scope = this; scope != null; scope = scope.outer) {
            if (name.equals(scope.alias)) {
                return scope.value;
            }
        }
        return null;
    }
}
