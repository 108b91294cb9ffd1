package dev.bobbin.emulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import org.junit.jupiter.api.Test;

/** What callers make of the same values. */
class SenderTest {

    private static final ExecutingUser ANA = new ExecutingUser("a", "t", "ana@example.com");
    private static final ExecutingUser OWNER = new ExecutingUser("o", "t", "owner@example.com");
    private static final FunctionSignature FUNCTION =
            SourceParser.outline("""
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            @udf.function()
            def order(customerId: int, price: float, note: str, tags: list) -> dict:
                return {}
            """).function("order").orElseThrow();

    private static Sent send(String caller, String values) throws IOException {
        return Sender.send(
                Callers.of(caller).orElseThrow(),
                FUNCTION,
                (ObjectNode) new ObjectMapper().readTree(values),
                ANA,
                OWNER);
    }

    @Test
    void restAndNotebookSendWhatThereIs() throws IOException {
        String values = "{\"customerId\":7,\"price\":1.5,\"note\":\"x\",\"tags\":[\"a\"]}";
        for (String caller : new String[] {"rest", "notebook", "pipeline"}) {
            assertThat(send(caller, values).body()).hasToString(values);
            assertThat(send(caller, values).remarks()).isEmpty();
        }
        assertThat(send("rest", values).user()).isEqualTo(ANA);
        assertThat(send("pipeline", values).user()).isEqualTo(OWNER);
    }

    @Test
    void powerBiSendsText() throws IOException {
        Sent sent = send("powerbi", "{\"customerId\":7.5,\"price\":1.5,\"note\":null,\"tags\":[\"a\"]}");

        assertThat(sent.body())
                .hasToString("{\"customerId\":\"7.5\",\"price\":\"1.5\",\"note\":null,\"tags\":\"[\\\"a\\\"]\"}");
        assertThat(sent.remarks())
                .anySatisfy(remark -> assertThat(remark).contains("customerId", "InvalidInput"))
                .anySatisfy(remark -> assertThat(remark).contains("'None'"))
                .anySatisfy(remark -> assertThat(remark).contains("returns dict"));
        assertThat(sent.user()).isEqualTo(ANA);
    }

    @Test
    void schedulesAndRulesCannotSendLists() throws IOException {
        for (String caller : new String[] {"scheduler", "activator"}) {
            Sent sent = send(caller, "{\"customerId\":7,\"note\":null,\"tags\":[\"a\"]}");
            assertThat(sent.body()).hasToString("{\"customerId\":7}");
            assertThat(sent.remarks())
                    .hasSize(2)
                    .allSatisfy(remark -> assertThat(remark).contains("MissingInput"));
        }
    }

    @Test
    void namesThatDifferInCaseArePointedOut() throws IOException {
        Sent sent = send("scheduler", "{\"CustomerID\": 7}");

        assertThat(sent.body().has("CustomerID")).isTrue();
        assertThat(sent.remarks()).singleElement().asString().contains("case-sensitive", "'customerId'");
    }

    @Test
    void everyCallerIsExplainedAndSaysWhereThatComesFrom() {
        assertThat(Callers.all()).hasSize(6).allSatisfy(caller -> {
            assertThat(caller.notes()).isNotEmpty();
            assertThat(caller.notes()).allSatisfy(note -> {
                assertThat(note.text()).isNotBlank();
                assertThat(note.source()).isNotBlank();
            });
        });
    }
}
