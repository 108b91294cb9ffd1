package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Commands for callers from outside, as programs: what they print and how they end. */
@Timeout(120)
class ProgramTest {

    @TempDir
    Path folder;

    private String item;

    @BeforeEach
    void write() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Shop.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.function()
                def order(count: int, note: str = "none") -> str:
                    "Orders something."
                    return note * count
                """);
        item = root.toString();
    }

    @Test
    void openApiIsPrintedAndNothingElse() throws Exception {
        Program.Ended ended = Program.run("openapi", item, "--format", "json");

        assertThat(ended.exitCode()).isZero();
        JsonNode document = new ObjectMapper().readTree(ended.output());
        assertThat(document.path("openapi").asText()).startsWith("3.");
        assertThat(document.path("paths").toString()).contains("/order/invoke", "Orders something.");
    }

    @Test
    void clientCodeIsPrintedWithTheValuesGiven() throws Exception {
        Program.Ended ended = Program.run(
                "client",
                item,
                "order",
                "--language",
                "python",
                "--local",
                "http://127.0.0.1:7071/",
                "--input",
                "{\"count\": 3}");

        assertThat(ended.exitCode()).isZero();
        assertThat(ended.output()).contains("http://127.0.0.1:7071/api/order", "\"count\": 3");
    }

    @Test
    void enginesNamesTheOneThatIsAlwaysThereAndWhyThereIsNoOther() throws Exception {
        String nowhere = folder.resolve("nowhere").toString();
        Program.Ended ended = Program.run("engines", item, "--python", nowhere);

        assertThat(ended.exitCode()).isEqualTo(1);
        assertThat(ended.output()).contains("embedded   Python", "GraalPy", "cpython", nowhere);
    }

    @Test
    void serveDoesNotBeginAtAPortInUse() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            Program.Ended ended = Program.run("serve", item, "--port", String.valueOf(other.getLocalPort()));

            assertThat(ended.exitCode()).isEqualTo(2);
            assertThat(ended.errors()).contains("Port " + other.getLocalPort(), "Choose another port");
            assertThat(ended.output()).isEmpty();
        }
    }
}
