package dev.bobbin.app.result;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.EnvelopeWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/** The response body as it would go over the wire. */
final class ResponseText {

    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ResponseText() {}

    static String of(Envelope envelope) {
        StringWriter out = new StringWriter();
        try (JsonGenerator json = MAPPER.createGenerator(out)) {
            EnvelopeWriter.write(envelope, json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toString();
    }
}
