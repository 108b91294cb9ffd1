package dev.bobbin.emulator.python;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** Writes what a worker logs as its {@code log} message, a line without its line feed. */
final class LogMessage {

    // Half of a surrogate pair survives no other way.
    private static final JsonFactory JSON =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private LogMessage() {}

    /** @param run 0 when the line belongs to none */
    static String of(int run, String level, String text) {
        StringWriter message = new StringWriter();
        try (JsonGenerator json = JSON.createGenerator(message)) {
            json.writeStartObject();
            json.writeStringField("type", "log");
            if (run == 0) {
                json.writeNullField("run");
            } else {
                json.writeNumberField("run", run);
            }
            json.writeNumberField("time", System.currentTimeMillis());
            json.writeStringField("level", level);
            json.writeStringField("message", text);
            json.writeEndObject();
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        }
        return message.toString();
    }
}
