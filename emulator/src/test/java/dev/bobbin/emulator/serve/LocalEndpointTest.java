package dev.bobbin.emulator.serve;

import static dev.bobbin.emulator.serve.ServedTestItem.json;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Requests and answers of the endpoint. */
class LocalEndpointTest extends ServedEndpoint {

    private static final String SERVICE_PATH =
            "/v1/workspaces/" + UUID.randomUUID() + "/userDataFunctions/" + UUID.randomUUID() + "/functions/";

    @Test
    void answersBothAddressesWithTheEnvelopeAndTheHeadersOfTheHost() throws Exception {
        for (String path : List.of(SERVICE_PATH + "hello/invoke", "/api/hello")) {
            HttpResponse<String> response = post(path, "{\"name\": \"Ada\"}", "Content-Type", "application/json");

            assertThat(response.statusCode()).isEqualTo(200);
            JsonNode envelope = json(response);
            assertThat(envelope.properties())
                    .extracting(java.util.Map.Entry::getKey)
                    .containsExactly("functionName", "invocationId", "status", "output", "errors");
            assertThat(envelope.path("output").asText()).isEqualTo("Hello, Ada!");
            assertThat(response.headers().firstValue("x-fabric-udf-status")).contains("Succeeded");
            assertThat(response.headers().firstValue("x-ms-invocation-id"))
                    .contains(envelope.path("invocationId").asText());
            assertThat(response.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/json");
        }
        assertThat(client.told()).hasSize(2);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "refuse | {\"reason\": \"no\"} | 400 | BadRequest | UserThrown",
                "hello  | {}                   | 400 | BadRequest | MissingInput",
                "hello  | no json              | 400 | BadRequest | InvalidInput",
                "fail   | {}                   | 409 | Failed     | InternalError"
            })
    void statusesAreThoseOfTheProfile(String function, String body, int code, String status, String error)
            throws Exception {
        HttpResponse<String> response = post("/api/" + function, body);

        assertThat(response.statusCode()).isEqualTo(code);
        assertThat(json(response).path("status").asText()).isEqualTo(status);
        assertThat(json(response).path("output").asText()).isEmpty();
        assertThat(json(response).path("errors").path(0).path("errorCode").asText())
                .isEqualTo(error);
        assertThat(response.headers().firstValue("x-fabric-udf-status")).contains(status);
    }

    @Test
    void anotherProfileHasOtherCodes() throws Exception {
        var newer = ServiceProfiles.named("service-2026").orElseThrow();
        try (LocalEndpoint other = start(EndpointSettings.onLoopback(0).with(newer, ExecutingUser.LOCAL))) {
            assertThat(client.post(other.address(), "/api/refuse", "{\"reason\": \"no\"}")
                            .statusCode())
                    .isEqualTo(422);
            assertThat(client.post(other.address(), "/api/hello", " ".repeat(4 * 1024 * 1024 + 1))
                            .statusCode())
                    .isEqualTo(413);
        }
    }

    @Test
    void aBodyOverTheLimitIsReadToItsEndAndRefused() throws Exception {
        HttpResponse<String> response = post("/api/hello", "{\"name\": \"" + "x".repeat(3 * 1024 * 1024) + "\"}");

        assertThat(response.statusCode()).isEqualTo(400);
        JsonNode error = json(response).path("errors").path(0);
        assertThat(error.path("name").asText()).isEqualTo("RequestTooLarge");
        assertThat(error.path("properties").path("size").asLong()).isEqualTo(3 * 1024 * 1024 + 12);
        assertThat(post("/api/quiet", "{}").statusCode()).isEqualTo(200);
    }

    @Test
    void aLongAnswerComesWhole() throws Exception {
        HttpResponse<String> response = post("/api/long_text", "{\"length\": 5000000}");

        assertThat(json(response).path("output").asText()).hasSize(5_000_000);
    }

    @Test
    void whatIsNotAFunctionIsNotFound() throws Exception {
        assertThat(post("/api/nothing", "{}").statusCode()).isEqualTo(404);
        assertThat(post("/api/Hello", "{}").body()).contains("case-sensitive", "'hello'");
        assertThat(post("/v1/workspaces/a/items/b/functions/hello/invoke", "{}").statusCode())
                .isEqualTo(404);
        assertThat(post(SERVICE_PATH + "hello", "{}").statusCode()).isEqualTo(404);
        assertThat(client.refusals).hasSize(4);
        assertThat(client.told()).isEmpty();
    }

    @Test
    void onlyPostCalls() throws Exception {
        HttpResponse<String> service = client.get(endpoint.address(), SERVICE_PATH + "hello/invoke");
        assertThat(service.statusCode()).isEqualTo(405);
        assertThat(service.headers().firstValue("Allow")).contains("POST");
        assertThat(client.get(endpoint.address(), "/api/hello").statusCode()).isEqualTo(404);
        HttpRequest put = HttpRequest.newBuilder(endpoint.address().resolve("/api/hello"))
                .PUT(HttpRequest.BodyPublishers.ofString("{}"))
                .build();
        assertThat(client.send(put).statusCode()).isEqualTo(404);
    }

    @Test
    void aFunctionThatIsNotPublicIsRefused() throws Exception {
        HttpResponse<String> response = post(SERVICE_PATH + "hidden/invoke", "{}");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(response.body()).contains("isPublicEndpointEnabled");
        assertThat(client.told()).isEmpty();
    }

    @Test
    void nobodyIsLetInWhileTheDefinitionCannotBeRead() throws Exception {
        Path definition = folder.resolve("definition.json");
        try {
            Files.writeString(definition, "{\"runtime\": \"PYTHON\", \"functions\": [{\"na");

            assertThat(post("/api/hidden", "{}").statusCode()).isEqualTo(503);
            HttpResponse<String> open = post("/api/quiet", "{}");
            assertThat(open.statusCode()).isEqualTo(503);
            assertThat(open.body()).contains("definition.json cannot be read");

            Files.delete(definition);
            assertThat(post("/api/hidden", "{}").statusCode()).isEqualTo(503);
        } finally {
            Files.writeString(definition, ServedTestItem.DEFINITION);
        }
        assertThat(post("/api/quiet", "{}").statusCode()).isEqualTo(200);
        assertThat(post("/api/hidden", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void contentTypesOtherThanJsonLeaveEveryParameterMissing() throws Exception {
        HttpResponse<String> response = post("/api/hello", "{\"name\": \"Ada\"}", "Content-Type", "text/plain");

        assertThat(response.statusCode()).isEqualTo(400);
        assertThat(json(response).path("errors").path(0).path("name").asText()).isEqualTo("MissingInput");
        assertThat(client.told().getFirst().logs())
                .as("what tells the developer why")
                .anyMatch(line -> line.message().contains("text/plain"));
    }

    @Test
    void aFormsParametersAreTheArguments() throws Exception {
        String form =
                "--b0\r\nContent-Disposition: form-data; name=\"parameters\"\r\n\r\n{\"name\": \"Zoë\"}\r\n--b0--\r\n";

        HttpResponse<String> response = post("/api/hello", form, "Content-Type", "multipart/form-data; boundary=b0");

        assertThat(json(response).path("output").asText()).isEqualTo("Hello, Zoë!");
    }

    @Test
    void aTableThatCannotBeReadIsSaidInPlainWords() throws Exception {
        byte[] stream = {-1, -1, -1, -1, 0, 1, 2};
        HttpResponse<String> unread =
                client.postTable(endpoint.address(), "/api/rows", "{}", stream, HttpResponse.BodyHandlers.ofString());
        HttpResponse<String> none = client.postTable(
                endpoint.address(), "/api/rows", "{}", new byte[] {1}, HttpResponse.BodyHandlers.ofString());

        assertThat(unread.statusCode()).isEqualTo(400);
        assertThat(json(unread).at("/errors/0/name").asText()).isEqualTo("InvalidInput");
        assertThat(json(unread).at("/errors/0/properties/reason").asText())
                .contains("pandas and pyarrow", "--engine cpython");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(none.body()).contains("'table' is no table in Arrow form");
    }

    @Test
    void theHeadersOfTheFrontAreUnderstood() throws Exception {
        HttpResponse<String> response = post(
                "/api/whoami",
                "{}",
                "x-ms-invocation-id",
                "test-invocation-id",
                "x-ms-fabric-userdatafunctioncontext",
                "{\"ExecutingUser\": {\"Oid\": \"o\", \"TenantId\": \"t\", \"PreferredUsername\": \"ana\"}}",
                "x-ms-fabric-connected-datasources-connections",
                "{\"c_SqlEndpoint\": {\"SqlEndpoint\": \"Server=elsewhere\"}}");

        JsonNode output = json(response).path("output");
        assertThat(output.path("id").asText()).isEqualTo("test-invocation-id");
        assertThat(output.path("user").path("PreferredUsername").asText()).isEqualTo("ana");
        assertThat(response.headers().firstValue("x-ms-invocation-id")).contains("test-invocation-id");
        assertThat(post("/api/whoami", "{}", "x-ms-fabric-userdatafunctioncontext", "ana")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void aTokenIsAskedForWhenThereIsOne() throws Exception {
        try (LocalEndpoint guarded = start(settings(null, "s3cret"))) {
            HttpResponse<String> without = client.post(guarded.address(), "/api/quiet", "{}");
            assertThat(without.statusCode()).isEqualTo(401);
            assertThat(without.headers().firstValue("WWW-Authenticate")).contains("Bearer");
            assertThat(client.post(guarded.address(), "/api/quiet", "{}", "Authorization", "Bearer wrong")
                            .statusCode())
                    .isEqualTo(401);
            assertThat(client.post(guarded.address(), "/api/quiet", "{}", "Authorization", "Bearer s3cret")
                            .statusCode())
                    .isEqualTo(200);
        }
    }

    @Test
    void webPagesMayCallOnlyWhenTheirOriginIsAllowed() throws Exception {
        HttpResponse<String> refused = post("/api/quiet", "{}", "Origin", "https://evil.example");
        assertThat(refused.statusCode()).isEqualTo(403);
        assertThat(refused.headers().firstValue("Access-Control-Allow-Origin")).isEmpty();
        assertThat(client.told()).isEmpty();

        try (LocalEndpoint open = start(settings(null, null, "https://app.example"))) {
            HttpRequest preflight = HttpRequest.newBuilder(open.address().resolve("/api/quiet"))
                    .method("OPTIONS", HttpRequest.BodyPublishers.noBody())
                    .header("Origin", "https://app.example")
                    .build();
            HttpResponse<String> allowed = client.send(preflight);
            assertThat(allowed.statusCode()).isEqualTo(204);
            assertThat(allowed.headers().firstValue("Access-Control-Allow-Methods"))
                    .contains("POST");
            HttpResponse<String> called =
                    client.post(open.address(), "/api/quiet", "{}", "Origin", "https://app.example");
            assertThat(called.statusCode()).isEqualTo(200);
            assertThat(called.headers().firstValue("Access-Control-Allow-Origin"))
                    .contains("https://app.example");
        }
    }

    @Test
    void requestsAtTheSameTimeKeepTheirOwnLogs() throws Exception {
        List<CompletableFuture<HttpResponse<String>>> responses = IntStream.range(0, 8)
                .mapToObj(i -> CompletableFuture.supplyAsync(() -> {
                    try {
                        return post("/api/slow", "{\"name\": \"n" + i + "\"}");
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                }))
                .toList();
        responses.forEach(response -> assertThat(response.join().statusCode()).isEqualTo(200));

        assertThat(client.told()).hasSize(8).allSatisfy(call -> {
            String name = ServedTestItem.JSON
                    .readTree(call.request().body())
                    .path("name")
                    .asText();
            assertThat(call.logs()).extracting(LogLine::message).containsExactly("begin " + name, "end " + name);
        });
    }

    @Test
    void aFunctionThatNeverEndsHarmsNobodyElseAndEndsAtItsLimit() throws Exception {
        try (LocalEndpoint limited = start(settings(Duration.ofSeconds(5), null))) {
            CompletableFuture<HttpResponse<String>> endless = CompletableFuture.supplyAsync(() -> {
                try {
                    return client.post(limited.address(), "/api/endless", "{}");
                } catch (Exception e) {
                    throw new IllegalStateException(e);
                }
            });
            List<Integer> others = new ArrayList<>();
            while (!endless.isDone()) {
                others.add(post("/api/quiet", "{}").statusCode());
            }

            assertThat(endless.join().statusCode()).isEqualTo(408);
            assertThat(json(endless.join()).path("status").asText()).isEqualTo("Timeout");
            assertThat(others).isNotEmpty().containsOnly(200);
        }
    }

    @Test
    void aModuleBesideTheScriptThatWasJustSavedAnswersTheNextRequest() throws Exception {
        Path helper = folder.resolve("helper.py");
        for (String version : List.of("one", "two more", "three and four")) {
            Files.writeString(helper, "VERSION = '" + version + "'\n");

            assertThat(json(post("/api/helped", "{}")).path("output").asText()).isEqualTo(version);
        }
    }

    @Test
    void whatWasJustSavedAnswersTheNextRequest() throws Exception {
        Path script = folder.resolve("function_app.py");
        Files.writeString(script, ServedTestItem.SOURCE.replace("Hello, ", "Good day, "));
        try {
            assertThat(json(post("/api/hello", "{\"name\": \"Ada\"}"))
                            .path("output")
                            .asText())
                    .isEqualTo("Good day, Ada!");
        } finally {
            Files.writeString(script, ServedTestItem.SOURCE);
        }
        assertThat(json(post("/api/hello", "{\"name\": \"Ada\"}"))
                        .path("output")
                        .asText())
                .isEqualTo("Hello, Ada!");
    }

    @Test
    void aUsedPortIsSaidInPlainWords() {
        assertThatThrownBy(() -> start(EndpointSettings.onLoopback(endpoint.port())))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Port " + endpoint.port())
                .hasMessageContaining("Choose another port");
    }

    @Test
    void offersItsFunctionsAndTheirOpenApi() throws Exception {
        URI address = endpoint.address();
        assertThat(client.get(address, "/").body()).contains("/api/hello").doesNotContain("hidden");
        assertThat(json(client.get(address, "/openapi.json")).path("paths").has("/hello/invoke"))
                .isTrue();
        assertThat(client.get(address, "/openapi.yaml").body()).contains("/hello/invoke:");
    }
}
