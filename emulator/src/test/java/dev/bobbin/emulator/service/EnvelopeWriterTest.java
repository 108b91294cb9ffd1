package dev.bobbin.emulator.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnvelopeWriterTest {

    @Test
    void writesTheOutputVerbatimAndTheKeysInTheDocumentedOrder() throws IOException {
        Envelope envelope = new Envelope("f", "id-1", Status.SUCCEEDED, "[NaN, 1.50]", List.of());

        assertThat(written(envelope)).isEqualTo("""
                        {"functionName":"f","invocationId":"id-1","status":"Succeeded","output":[NaN, 1.50],"errors":[]}""");
    }

    @Test
    void namesAnErrorByTheDocumentedKeyAndByThatOfTheSdk() throws IOException {
        ErrorEntry error = new ErrorEntry(
                "UserThrown", "Too young", JsonNodeFactory.instance.objectNode().put("age", 12));
        Envelope envelope = new Envelope("f", "id-1", Status.BAD_REQUEST, Envelope.NO_OUTPUT, List.of(error));

        assertThat(written(envelope)).contains("\"output\":\"\"").contains("""
                        {"name":"UserThrown","errorCode":"UserThrown","message":"Too young","properties":{"age":12}}""");
    }

    private static String written(Envelope envelope) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator out = new ObjectMapper().getFactory().createGenerator(text)) {
            EnvelopeWriter.write(envelope, out);
        }
        return text.toString();
    }
}
