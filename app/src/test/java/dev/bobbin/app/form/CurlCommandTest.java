package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Commands as people copy them. */
class CurlCommandTest {

    private static final String ADDRESS =
            "https://api.fabric.microsoft.com/v1/workspaces/1/userDataFunctions/2/functions/greet/invocations";

    @Test
    void singleQuotesAndContinuedLinesAreRead() {
        String command = "curl -X POST '" + ADDRESS + "' \\\n  -H 'Content-Type: application/json' \\\n"
                + "  --data '{\"name\": \"Ada\"}'";
        assertThat(CurlCommand.parse(command)).contains(new CurlCommand(Optional.of("greet"), "{\"name\": \"Ada\"}"));
    }

    @Test
    void doubleQuotesWithEscapesAreRead() {
        assertThat(CurlCommand.parse("curl " + ADDRESS + " -d \"{\\\"a\\\": \\\"b c\\\"}\""))
                .map(CurlCommand::body)
                .contains("{\"a\": \"b c\"}");
    }

    @Test
    void anAttachedValueIsRead() {
        assertThat(CurlCommand.parse("curl --json='{}' http://localhost:7071/api/x"))
                .contains(new CurlCommand(Optional.of("x"), "{}"));
    }

    @Test
    void onlyTheAddressSaysWhatIsCalled() {
        assertThat(CurlCommand.parse("curl -d '{\"see\": \"http://a/api/b\"}' http://localhost:7071/"))
                .map(CurlCommand::function)
                .contains(Optional.empty());
    }

    @Test
    void whatIsNoCommandOrSendsNothingIsNone() {
        assertThat(CurlCommand.parse("{\"a\": 1}")).isEmpty();
        assertThat(CurlCommand.parse("curl " + ADDRESS)).isEmpty();
        assertThat(CurlCommand.parse("")).isEmpty();
    }
}
