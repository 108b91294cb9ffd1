package dev.bobbin.emulator.serve;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Answers that come piece by piece. */
@Timeout(120)
class StreamedAnswerTest extends ServedEndpoint {

    @Test
    void aStreamArrivesPieceByPiece() throws Exception {
        Path gate = workspace.resolve("gate");
        String body = ServedTestItem.JSON
                .createObjectNode()
                .put("count", 3)
                .put("gate", gate.toString())
                .toString();
        HttpRequest request = HttpRequest.newBuilder(endpoint.address().resolve("/api/letters"))
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        HttpResponse<InputStream> response =
                HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofInputStream());
        byte[] first = response.body().readNBytes("piece 0;".length());

        // The function waits for the gate: were the answer sent as a whole, nothing would have come yet.
        assertThat(client.calls).isEmpty();
        assertThat(new String(first, UTF_8)).isEqualTo("piece 0;");
        Files.createFile(gate);
        assertThat(response.statusCode()).isEqualTo(201);
        assertThat(response.headers().firstValue("Content-Type")).contains("text/event-stream");
        assertThat(response.headers().firstValue("X-Own")).contains("yes");
        assertThat(new String(response.body().readAllBytes(), UTF_8)).isEqualTo("piece 1;piece 2;");
    }

    @Test
    void aStreamThatBreaksOffIsNotTakenForWhole() throws Exception {
        assertThatThrownBy(() -> post("/api/broken_stream", "{}")).isInstanceOf(IOException.class);

        while (client.calls.isEmpty()) {
            Thread.onSpinWait();
        }
        assertThat(client.calls.getFirst().result())
                .as("what is kept of it is what the caller got")
                .isInstanceOfSatisfying(InvocationResult.Answered.class, kept -> {
                    assertThat(kept.envelope().status()).isEqualTo(Status.FAILED);
                    assertThat(kept.httpStatus()).isEqualTo(200);
                    assertThat(kept.envelope().outputJson()).isEqualTo("\"beginning\"");
                    assertThat(kept.explanation(ErrorTexts.ENGLISH))
                            .contains("ValueError", "have reached the caller with status 200")
                            .doesNotContain("409");
                });
        assertThat(post("/api/letters", "{}").statusCode()).isEqualTo(400);
    }

    @Test
    void aPieceOfAnySizeArrivesWhole() throws Exception {
        HttpResponse<String> response = post("/api/one_piece", "{\"megabytes\": 33}");

        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).hasSize(33 * 1024 * 1024);
    }

    @Test
    void theStatusOfAStreamIsKeptAsItWasSent() throws Exception {
        HttpResponse<String> teapot = post("/api/teapot", "{\"status\": 418}");
        HttpResponse<String> empty = post("/api/teapot", "{\"status\": 204}");

        assertThat(teapot.statusCode()).isEqualTo(418);
        assertThat(teapot.body()).isEqualTo("short and stout");
        assertThat(empty.statusCode()).isEqualTo(204);
        while (client.calls.size() < 2) {
            Thread.onSpinWait();
        }
        assertThat(client.calls)
                .extracting(call -> ((InvocationResult.Answered) call.result()).httpStatus())
                .containsExactlyInAnyOrder(418, 204);
    }

    @Test
    void piecesThatAreNeitherTextNorBytesFail() throws Exception {
        HttpResponse<String> response = post("/api/numbers", "{}");

        assertThat(response.statusCode()).isEqualTo(409);
        assertThat(response.body()).contains("AttributeError", "'int' object has no attribute 'encode'");
    }
}
