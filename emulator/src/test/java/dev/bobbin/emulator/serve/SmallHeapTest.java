package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Many large answers at once in a program that has little memory. */
class SmallHeapTest {

    /** All answers together are several times what the program may use. */
    private static final int LENGTH = 6 * 1024 * 1024;

    private static final int CALLERS = 20;

    private final ServedTestItem client = new ServedTestItem();

    @Test
    @Timeout(120)
    void largeAnswersWaitForRoomAndSmallOnesGoOn(@TempDir Path workspace) throws Exception {
        Path item = ServedTestItem.write(workspace);
        List<Socket> callers = new ArrayList<>();
        try (ServeProgram program =
                        ServeProgram.start(List.of("-Xmx96m"), Map.of(), item, QuickEngine.with("--engines", "1"));
                ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            assertThat(client.post(program.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(200);
            for (int i = 0; i < CALLERS; i++) {
                callers.add(caller(program.address().getPort()));
            }
            for (int i = 0; i < 20; i++) {
                // None of the others reads yet.
                assertThat(client.post(program.address(), "/api/quiet", "{}").body())
                        .contains("quiet");
            }

            List<Future<Long>> answers = callers.stream()
                    .map(caller -> threads.submit(() -> lengthOfAnswer(caller)))
                    .toList();

            for (Future<Long> answer : answers) {
                assertThat(answer.get()).isGreaterThan(LENGTH);
            }
            assertThat(client.post(program.address(), "/api/quiet", "{}").statusCode())
                    .isEqualTo(200);
            assertThat(program.end()).doesNotContain("OutOfMemory");
        } finally {
            for (Socket caller : callers) {
                caller.close();
            }
        }
    }

    private static Socket caller(int port) throws IOException {
        Socket socket = new Socket("127.0.0.1", port);
        String body = "{\"length\": " + LENGTH + "}";
        socket.getOutputStream()
                .write(("POST /api/long_text HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: "
                                + body.length() + "\r\n\r\n" + body)
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static long lengthOfAnswer(Socket caller) throws IOException {
        byte[] buffer = new byte[64 * 1024];
        long length = 0;
        for (int count = caller.getInputStream().read(buffer);
                count >= 0;
                count = caller.getInputStream().read(buffer)) {
            length += count;
        }
        return length;
    }
}
