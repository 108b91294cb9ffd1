package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.StreamConstraintsException;
import dev.bobbin.emulator.message.Message;

/** Says where a JSON text is wrong, in words for its author; the parser's own name classes and settings of the parser. */
public final class JsonFault {

    private JsonFault() {}

    /** Such as {@code is not valid JSON: line 3, column 14 is unexpected, or something before it is not closed}. */
    public static Message words(JsonProcessingException fault) {
        if (isTooLarge(fault)) {
            return Message.of("json.too-large");
        }
        JsonLocation place = fault.getLocation();
        return place == null
                ? Message.of("json.not-valid")
                : Message.of("json.not-valid-at", place.getLineNr(), place.getColumnNr());
    }

    /** Whether the text goes beyond what is read at all, however valid it is. Such a fault names no place. */
    public static boolean isTooLarge(JsonProcessingException fault) {
        return fault instanceof StreamConstraintsException;
    }
}
