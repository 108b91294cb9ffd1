package dev.bobbin.emulator.service;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/** Writes envelopes as the service does: fixed order of keys, the output verbatim. */
public final class EnvelopeWriter {

    private EnvelopeWriter() {}

    /**
     * Writes the envelope as one JSON object.
     *
     * @throws IOException when the generator's target cannot be written
     */
    public static void write(Envelope envelope, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("functionName", envelope.functionName());
        out.writeStringField("invocationId", envelope.invocationId());
        out.writeStringField("status", envelope.status().wireName());
        out.writeFieldName("output");
        // Raw, because Python's JSON may hold NaN, and so that 30 MB are not parsed only to be printed again.
        out.writeRawValue(envelope.outputJson());
        out.writeArrayFieldStart("errors");
        for (ErrorEntry error : envelope.errors()) {
            out.writeStartObject();
            out.writeStringField("name", error.name());
            out.writeStringField("errorCode", error.name());
            out.writeStringField("message", error.message());
            out.writeFieldName("properties");
            out.writeTree(error.properties());
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
    }
}
