package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class MessageWriterTest {

    private static final ChildMessage.Host CALL = new ChildMessage.Host(3, 7, "sql.execute", MissingNode.getInstance());

    /** A function waits for an answer, whatever has become of what it called. */
    @Test
    void anErrorOfTheHostIsAnAnswerToo() throws IOException {
        JsonNode answer = new ObjectMapper().readTree(MessageWriter.hostAnswer(CALL, json -> {
            json.writeStartArray();
            throw new NoClassDefFoundError("a/Missing");
        }));

        assertThat(answer.path("type").asText()).isEqualTo("hostError");
        assertThat(answer.path("call").asInt()).isEqualTo(3);
        assertThat(answer.path("run").asInt()).isEqualTo(7);
        assertThat(answer.path("args").path(0).asText()).contains("a/Missing");
    }
}
