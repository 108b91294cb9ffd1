package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a connection gives a function, and how calls to data travel. */
@Timeout(60)
class WorkerConnectionTest {

    private static final String FUNCTIONS = """
            from bobbin_worker import host
            import datetime
            from azure.keyvault.secrets import SecretClient

            @udf.connection("Alias", "c")
            @udf.function()
            def kind(c: fn.FabricItem) -> list:
                return [type(c).__name__, c.alias_name]

            @udf.connection("Alias", "c")
            @udf.function()
            def variables(c: fn.FabricVariablesClient) -> dict:
                return c.getVariables()

            @udf.connection("Alias", "c")
            @udf.function()
            def publish(c: fn.FabricBusinessEventsClient) -> None:
                c.PublishEvent("Placed", [{"n": 1}, {"n": datetime.date(2025, 3, 4)}])

            @udf.generic_connection(argName="c", audienceType="KeyVault")
            @udf.function()
            def secret(c: fn.FabricItem) -> str:
                client = SecretClient(vault_url="https://v.vault.azure.net", credential=c.get_access_token())
                client.set_secret("key", "value")
                return client.get_secret("key").value

            @udf.context(argName="ctx")
            @udf.function()
            def who(ctx: fn.UserDataFunctionContext) -> list:
                return [ctx.invocation_id, ctx.executing_user]

            @udf.function()
            def ask(op: str) -> list:
                try:
                    return [host.call(op, {"a": [1, None]})]
                except LookupError as error:
                    return [type(error).__name__, list(error.args)]
            """;

    @TempDir
    Path folder;

    private WorkerChild child;

    @BeforeEach
    void start() throws IOException {
        child = WorkerChild.with(folder, FUNCTIONS);
    }

    @AfterEach
    void stop() throws IOException {
        child.close();
    }

    @ParameterizedTest
    @CsvSource({
        "sqlendpoint,,FabricSqlConnection",
        "SqlEndpoint,FileEndpoint,FabricLakehouseClient",
        "fileendpoint,,FabricLakehouseFilesClient",
        "vlendpoint,,FabricVariablesClient",
        "eventendpoint,,FabricBusinessEventsClient",
        "keyvault,,FabricItem",
    })
    void theEndpointsDecideTheClient(String one, String two, String client) throws IOException {
        ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
        endpoints.putObject(one);
        if (two != null) {
            endpoints.putObject(two);
        }

        assertThat(child.call("kind", "{}", connection(endpoints)).output())
                .isEqualTo("[\"" + client + "\", \"Alias\"]");
    }

    @Test
    void aConnectionThatCannotBeHadIsABadRequest() throws IOException {
        String bindings =
                "[{\"argName\": \"c\", \"kind\": \"connection\", \"alias\": \"Alias\", \"error\": \"no disk\"}]";

        Exchange exchange = child.call("kind", "{}", bindings);

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.errorName()).isEqualTo("InternalError");
        assertThat(exchange.property("reason")).hasToString("\"no disk\"");
        assertThat(exchange.property("parameter_name")).hasToString("\"c\"");
    }

    @Test
    void aConnectionTheHostDidNotFindIsABadRequest() throws IOException {
        Exchange exchange = child.call("kind", "{}");

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.property("parameter_name")).hasToString("\"c\"");
    }

    @Test
    void aBodyKeyTakesThePlaceOfAConnection() throws IOException {
        Exchange exchange = child.call("kind", "{\"c\": 1}", connection(vl("{}")));

        assertThat(exchange.errorName()).isEqualTo("InvalidInput");
    }

    @Test
    void variablesComeWithTheCall() throws IOException {
        assertThat(child.call("variables", "{}", connection(vl("{}"))).output()).isEqualTo("{}");
        assertThat(child.call("variables", "{}", connection(vl("{\"Variables\": {\"URL\": \"https://x\", \"N\": 1}}")))
                        .output())
                .isEqualTo("{\"URL\": \"https://x\", \"N\": 1}");
        assertThat(child.call("variables", "{}", connection(vl("{\"Error\": \"no such value set\"}")))
                        .last()
                        .path("errors")
                        .path(0)
                        .path("message")
                        .asText())
                .isEqualTo("no such value set");
    }

    @Test
    void eventsGoToTheHost() throws IOException {
        ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
        endpoints.putObject("eventendpoint").put("Handle", "h");
        child.begin("publish", "{}", connection(endpoints));
        JsonNode asked = child.until("host").last();

        assertThat(asked.path("op").asText()).isEqualTo("events.publish");
        assertThat(asked.path("args"))
                .isEqualTo(WorkerChild.json("{\"handle\": \"h\", \"type\": \"Placed\", \"version\": \"v1\","
                        + " \"data\": [{\"n\": 1}, {\"n\": \"2025-03-04\"}]}"));
        ObjectNode answer =
                WorkerChild.message("hostResult").put("call", asked.path("call").asInt());
        answer.putArray("value").add("e1").add("e2");
        child.send(answer);
        assertThat(child.until("result").logs())
                .containsExactly(
                        "INFO Published business event with eventId: e1",
                        "INFO Published business event with eventId: e2");
    }

    @Test
    void whatTheHostRefusesIsRaisedAsTheClassOfItsStatus() throws IOException {
        ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
        endpoints.putObject("keyvault").put("Handle", "h");
        child.begin("secret", "{}", connection(endpoints));
        JsonNode asked = child.until("host").last();
        ObjectNode refusal = WorkerChild.message("hostError")
                .put("call", asked.path("call").asInt())
                .put("class", "azure.core._service.Refusal");
        refusal.putArray("args").add("409").add("Conflict").add("is deleted");
        child.send(refusal);

        assertThat(child.until("result").property("error_type")).hasToString("\"ResourceExistsError\"");
    }

    @Test
    void theContextTellsUserAndInvocation() throws IOException {
        assertThat(child.call("who", "{}", "[{\"argName\": \"ctx\", \"kind\": \"context\"}]")
                        .output())
                .isEqualTo("[\"3f0a1111-2222-4333-8444-555566667777\","
                        + " {\"Oid\": \"o\", \"TenantId\": \"t\", \"PreferredUsername\": \"ana@example.com\"}]");
    }

    @Test
    void hostCallsWaitForTheirAnswers() throws IOException {
        int first = child.begin("ask", "{\"op\": \"one\"}", "[]");
        JsonNode one = child.until("host").last();
        int second = child.begin("ask", "{\"op\": \"two\"}", "[]");
        JsonNode two = child.until("host").last();
        assertThat(one.path("run").asInt()).isEqualTo(first);
        assertThat(two.path("run").asInt()).isEqualTo(second);
        assertThat(one.path("args")).isEqualTo(WorkerChild.json("{\"a\": [1, null]}"));

        child.send(WorkerChild.message("hostResult")
                .put("call", two.path("call").asInt())
                .put("value", "for two"));
        assertThat(child.until("result").output()).isEqualTo("[\"for two\"]");

        ObjectNode refusal = WorkerChild.message("hostError")
                .put("call", one.path("call").asInt())
                .put("class", "builtins.KeyError");
        refusal.putArray("args").add("x").add("y");
        child.send(refusal);
        assertThat(child.until("result").output()).isEqualTo("[\"KeyError\", [\"x\", \"y\"]]");
    }

    @Test
    void endsWhenItIsTold() throws Exception {
        child.send(WorkerChild.message("shutdown"));

        assertThat(child.exitCode()).isZero();
    }

    private static String connection(JsonNode endpoints) {
        ObjectNode binding = JsonNodeFactory.instance.objectNode();
        binding.put("argName", "c").put("kind", "connection").put("alias", "Alias");
        binding.set("endpoints", endpoints);
        return "[" + binding + "]";
    }

    private static ObjectNode vl(String endpoint) throws IOException {
        ObjectNode endpoints = JsonNodeFactory.instance.objectNode();
        endpoints.set("vlendpoint", WorkerChild.json(endpoint));
        return endpoints;
    }
}
