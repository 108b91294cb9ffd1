package dev.bobbin.emulator.caller;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What callers make of the same values. */
class SenderTest {

    private static final ExecutingUser ANA = new ExecutingUser("a", "t", "ana@example.com");
    private static final ExecutingUser OWNER = new ExecutingUser("o", "t", "owner@example.com");
    private static final FunctionSignature FUNCTION =
            SourceParser.outline("""
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            @udf.function()
            def order(customerId: int, price: float, note: str, tags: list, rush: bool = False) -> dict:
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
        Sent sent = send("powerbi", "{\"customerId\":7.5,\"price\":1.5,\"note\":null,\"tags\":[\"a\"],\"rush\":null}");

        assertThat(sent.body()).hasToString("{\"customerId\":\"7.5\",\"price\":\"1.5\",\"tags\":\"[\\\"a\\\"]\"}");
        assertThat(sent.remarks())
                .anySatisfy(remark -> assertThat(remark.english()).contains("customerId", "InvalidInput"))
                .anySatisfy(remark -> assertThat(remark.english()).contains("'note'", "does not call before"))
                .anySatisfy(remark -> assertThat(remark.english()).contains("'rush'", "default value"))
                .anySatisfy(remark -> assertThat(remark.english()).contains("returns dict"));
        assertThat(sent.user()).isEqualTo(ANA);
    }

    @Test
    void powerBiDoesNotCallBeforeEveryParameterHasAValue() throws IOException {
        assertThat(send("powerbi", "{}").heldBack()).isTrue();
        assertThat(send("powerbi", "{}").remarks())
                .filteredOn(remark -> remark.english().contains("does not call before"))
                .hasSize(4);
        assertThat(send("powerbi", "{\"customerId\":7,\"price\":1.5,\"note\":null,\"tags\":[]}")
                        .heldBack())
                .isTrue();
        assertThat(send("powerbi", "{\"customerId\":7,\"price\":1.5,\"note\":\"x\",\"tags\":[]}")
                        .heldBack())
                .as("rush has a default value")
                .isFalse();
        assertThat(send("rest", "{}").heldBack()).isFalse();
    }

    @Test
    void notebooksSendNullWhichBecomesText() throws IOException {
        Sent sent = send("notebook", "{\"note\":null}");

        assertThat(sent.body()).hasToString("{\"note\":null}");
        assertThat(sent.remarks()).singleElement().asString().contains("'None'");
    }

    @Test
    void schedulesSendListsAsTextAndLeaveOutWhatIsEmpty() throws IOException {
        Sent sent = send("scheduler", "{\"customerId\":7,\"note\":null,\"tags\":[\"a\"],\"functionname\":\"x\"}");

        assertThat(sent.body()).hasToString("{\"customerId\":7,\"tags\":\"[\\\"a\\\"]\"}");
        assertThat(sent.remarks())
                .anySatisfy(remark -> assertThat(remark.english()).contains("'note'", "MissingInput"))
                .anySatisfy(remark -> assertThat(remark.english()).contains("'functionname'", "for itself"))
                .hasSize(3);
    }

    /** The table of "Trigger Fabric items", line by line. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "price | \"123.45\" | 123.45 | 0",
                "price | \"1,234.56\" | 1234.56 | 0",
                "price | \"0.99\" | 0.99 | 0",
                "price | \"1e3\" | 1000 | 0",
                "price | \"123,45\" | 0 | 1",
                "price | null | 0 | 1",
                "price | \" \" | 0 | 1",
                "customerId | \"seven\" | 0 | 1",
                "customerId | 7 | 7 | 0",
                "rush | \"TRUE\" | true | 0",
                "rush | 1 | true | 0",
                "rush | \"yes\" | true | 0",
                "rush | \"Y\" | true | 0",
                "rush | \"n\" | false | 0",
                "rush | null | false | 1",
                "rush | \"perhaps\" | false | 1",
                "note | 7 | \"7\" | 0",
                "tags | [\"a\"] | [\"a\"] | 0"
            })
    void rulesGoByTheTypeOfTheParameter(String parameter, String value, String sent, int remarks) throws IOException {
        Sent call = send("activator", "{\"" + parameter + "\":" + value + "}");

        assertThat(call.body()).hasToString("{\"" + parameter + "\":" + sent + "}");
        assertThat(call.remarks()).hasSize(remarks);
        assertThat(call.user()).isEqualTo(OWNER);
    }

    @Test
    void namesThatDifferInCaseArePointedOut() throws IOException {
        Sent sent = send("scheduler", "{\"CustomerID\": 7}");

        assertThat(sent.body().has("CustomerID")).isTrue();
        assertThat(sent.remarks()).singleElement().asString().contains("case-sensitive", "'customerId'");
    }

    @Test
    void remarksCanBeSaidInGerman() throws IOException {
        assertThat(send("activator", "{\"price\": \"123,45\"}").remarks())
                .extracting(remark -> remark.in(Locale.GERMAN))
                .containsExactly("„price“ ist „123,45“, und das ist kein float: Eine Activator-Regel sendet stattdessen"
                        + " 0, und niemand erfährt es.");
    }

    @Test
    void everyCallerIsExplainedAndSaysWhereThatComesFrom() {
        assertThat(Callers.all()).hasSize(6).allSatisfy(caller -> {
            assertThat(caller.notes()).isNotEmpty();
            assertThat(caller.notes()).allSatisfy(note -> {
                assertThat(note.text().english()).isNotBlank();
                assertThat(note.source()).isNotBlank();
            });
        });
    }
}
