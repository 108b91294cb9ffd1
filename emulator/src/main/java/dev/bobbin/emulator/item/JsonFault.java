package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;

/** Says where a JSON text is wrong, in words for its author; the parser's own name classes and settings of the parser. */
public final class JsonFault {

    private JsonFault() {}

    /** Such as {@code is not valid JSON: line 3, column 14 is unexpected, or something before it is not closed}. */
    public static String words(JsonProcessingException fault) {
        if (isTooLarge(fault)) {
            return "is nested too deeply, or holds a number, a name or a text that is too long";
        }
        JsonLocation place = fault.getLocation();
        return place == null
                ? "is not valid JSON"
                : "is not valid JSON: line " + place.getLineNr() + ", column " + place.getColumnNr()
                        + " is unexpected, or something before it is not closed";
    }

    /** Whether the text goes beyond what is read at all, however valid it is. Such a fault names no place. */
    public static boolean isTooLarge(JsonProcessingException fault) {
        return fault instanceof StreamConstraintsException;
    }
}
