package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;

/**
 * Goes through the values of a row of a table: the members of an object, or the elements of a list, which have no names
 * but their places, from 1.
 */
final class RowValues {

    private final JsonParser parser;
    private final boolean list;
    private int place;
    private String name = "";
    private JsonToken value = JsonToken.NOT_AVAILABLE;

    /** @param parser is at the beginning of the row */
    RowValues(JsonParser parser) {
        this.parser = parser;
        this.list = parser.currentToken() == JsonToken.START_ARRAY;
    }

    /** Goes on to the next value; false when there is none, and the parser is at the end of the row. */
    boolean next() throws IOException {
        if (list) {
            value = parser.nextToken();
            name = String.valueOf(++place);
            return value != JsonToken.END_ARRAY;
        }
        if (parser.nextToken() != JsonToken.FIELD_NAME) {
            return false;
        }
        name = parser.currentName();
        value = parser.nextToken();
        return true;
    }

    /** Name of the value's column. */
    String name() {
        return name;
    }

    /** What the value is, or begins with. */
    JsonToken value() {
        return value;
    }
}
