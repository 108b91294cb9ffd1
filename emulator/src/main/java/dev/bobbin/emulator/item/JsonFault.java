package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;

/** Says where a JSON text is wrong, in words for its author; the parser's own name classes and settings of the parser. */
public final class JsonFault {

    private JsonFault() {}

    /** Such as {@code is not valid JSON: line 3, column 14 is unexpected}. */
    public static String words(JsonProcessingException fault) {
        JsonLocation place = fault.getLocation();
        return place == null
                ? "is not valid JSON"
                : "is not valid JSON: line " + place.getLineNr() + ", column " + place.getColumnNr()
                        + " is unexpected, or something before it is not closed";
    }
}
