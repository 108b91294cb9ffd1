package dev.bobbin.emulator.serve;

import static dev.bobbin.emulator.serve.ServedTestItem.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.service.Personas;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.standin.Workspace;
import java.net.InetAddress;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who calls and the invocation's id are the same in the envelope, the headers, the context, the logs and the record. */
class InvocationIdentityTest {

    private static final String SOURCE = """
            import logging
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.context(argName="ctx")
            @udf.function()
            def whoami(ctx: fn.UserDataFunctionContext) -> dict:
                logging.info("%s for %s", ctx.invocation_id, ctx.executing_user["PreferredUsername"])
                return {"id": ctx.invocation_id, "user": ctx.executing_user}
            """;

    private static final ExecutingUser MANAGER = ExecutingUser.of(Personas.BUILT_IN.get(1));
    private static final String GUEST = "{\"ExecutingUser\": {\"Oid\": \"44444444-4444-4444-8444-444444444444\","
            + " \"TenantId\": \"55555555-5555-4555-8555-555555555555\", \"PreferredUsername\": \"guest@partner.example\"}}";

    @TempDir
    Path folder;

    private final ServedTestItem client = new ServedTestItem();

    @ParameterizedTest
    @ValueSource(strings = {"embedded", "cpython"})
    void allAgree(String engineName) throws Exception {
        assumeTrue(
                engineName.equals("embedded")
                        || !Emulator.pythons(EngineOptions.DEFAULT).all(null).isEmpty(),
                "there is no Python here");
        Path item = Files.createDirectories(folder.resolve("Who.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), SOURCE);
        EndpointSettings settings = new EndpointSettings(
                InetAddress.getLoopbackAddress(),
                0,
                ServiceProfiles.standard(),
                null,
                null,
                Set.of(),
                MANAGER,
                Circumstances.USUAL);
        try (FunctionEngine engine = Emulator.engine(engineName).orElseThrow();
                LocalEndpoint endpoint = LocalEndpoint.start(
                        item, Workspace.at(folder.resolve("data")), Emulator.invoker(engine), settings, client)) {
            HttpResponse<String> own = client.post(endpoint.address(), "/api/whoami", "{}");
            String id = UUID.randomUUID().toString();
            HttpResponse<String> named = client.post(
                    endpoint.address(),
                    "/api/whoami",
                    "{}",
                    "x-ms-invocation-id",
                    id,
                    "x-ms-fabric-userdatafunctioncontext",
                    GUEST);

            assertAgreement(own, client.told().getFirst(), MANAGER);
            assertAgreement(named, client.told().getLast(), ExecutingUser.of(Personas.BUILT_IN.get(2)));
            assertThat(json(named).path("invocationId").asText()).isEqualTo(id);
        }
    }

    private static void assertAgreement(HttpResponse<String> response, ServedCall call, ExecutingUser user)
            throws Exception {
        JsonNode envelope = json(response);
        JsonNode seen = envelope.path("output");
        String id = envelope.path("invocationId").asText();
        RunRecord kept = RunRecord.of(
                call.time(),
                RunOrigin.HTTP,
                call.request(),
                "engine",
                call.code().code().text(),
                call.result(),
                call.logs());

        assertThat(UUID.fromString(id)).hasToString(id);
        assertThat(response.headers().firstValue("x-ms-invocation-id")).contains(id);
        assertThat(seen.path("id").asText()).isEqualTo(id);
        assertThat(kept.input().invocationId()).isEqualTo(id);
        assertThat(kept.input().user()).isEqualTo(user);
        assertThat(new ExecutingUser(
                        seen.at("/user/Oid").asText(),
                        seen.at("/user/TenantId").asText(),
                        seen.at("/user/PreferredUsername").asText()))
                .isEqualTo(user);
        assertThat(kept.logs()).extracting(LogLine::message).containsExactly(id + " for " + user.preferredUsername());
    }
}
