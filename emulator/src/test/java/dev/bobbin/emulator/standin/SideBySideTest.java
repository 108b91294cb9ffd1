package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.standin.events.EventHostService;
import dev.bobbin.emulator.standin.events.EventLog;
import dev.bobbin.emulator.standin.secrets.SecretChanges;
import dev.bobbin.emulator.standin.secrets.SecretHostService;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Two processes at work on one stand-in, and one that finds the disk full. */
@Timeout(120)
class SideBySideTest {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int CHANGES = 60;
    private static final int EVENT_SIZE = 20_000;
    private static final int KILOBYTES_OF_ROOM = 200;

    @TempDir
    Path folder;

    @Test
    void noSecretIsLost() throws Exception {
        inTwoProcesses("secrets");

        assertThat(JSON.readTree(vault(folder).path().toFile())).hasSize(2 * CHANGES);
    }

    @Test
    void aRunTakesItsOwnSecretsBackOnly() throws Exception {
        inTwoProcesses("secrets");

        assertThat(new SecretChanges(vault(folder)).undo("a")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(JSON.readTree(vault(folder).path().toFile()).properties())
                .hasSize(CHANGES)
                .allSatisfy(secret -> assertThat(secret.getKey()).startsWith("b-"));
    }

    @Test
    void noEventIsTorn() throws Exception {
        inTwoProcesses("events");

        List<String> events = new EventLog(schemaSet(folder)).events();
        assertThat(events).hasSize(2 * CHANGES).allSatisfy(event -> JSON.readTree(event));
        assertThat(new EventLog(schemaSet(folder)).changes("a").changes()).hasSize(CHANGES);
    }

    /** A limit of the shell on the size of files is reached in the middle of a write, as is the end of a disk. */
    @Test
    @DisabledOnOs(OS.WINDOWS)
    void anEventThatFindsNoRoomLeavesNothing() throws Exception {
        List<String> limited =
                new ArrayList<>(List.of("sh", "-c", "ulimit -f " + 2 * KILOBYTES_OF_ROOM + " && exec \"$@\"", "sh"));
        limited.addAll(command("events", "a"));
        Process process = start(limited);
        String told = begin(process).readLine();
        process.waitFor();

        assertThat(told).contains("500", "InternalServerError");
        List<String> events = new EventLog(schemaSet(folder)).events();
        assertThat(events).isNotEmpty().hasSizeLessThan(CHANGES).allSatisfy(event -> JSON.readTree(event));
        assertThat(new EventLog(schemaSet(folder)).changes("a").changes()).hasSameSizeAs(events);
        work("events", "b", folder, 1);
        assertThat(new EventLog(schemaSet(folder)).events())
                .hasSize(events.size() + 1)
                .allSatisfy(event -> JSON.readTree(event));
    }

    private void inTwoProcesses(String kind) throws Exception {
        Process one = start(command(kind, "a"));
        Process other = start(command(kind, "b"));
        begin(one);
        begin(other);
        assertThat(one.waitFor()).isZero();
        assertThat(other.waitFor()).isZero();
    }

    private static Process start(List<String> command) throws IOException {
        return new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
    }

    /** Waits until a process is ready and lets it begin. @return what it says from then on */
    private static BufferedReader begin(Process process) throws IOException {
        BufferedReader output = process.inputReader(StandardCharsets.UTF_8);
        assertThat(output.readLine()).isEqualTo("ready");
        process.getOutputStream().write('\n');
        process.getOutputStream().flush();
        return output;
    }

    private List<String> command(String kind, String run) {
        return List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:-UsePerfData",
                "-cp",
                System.getProperty("java.class.path"),
                SideBySideTest.class.getName(),
                kind,
                run,
                folder.toString());
    }

    /** One of the processes: {@code kind run folder}. */
    public static void main(String[] arguments) throws IOException {
        System.out.println("ready");
        System.in.read();
        System.out.println(work(arguments[0], arguments[1], Path.of(arguments[2]), CHANGES));
    }

    /** Makes changes until one fails. @return the answer of the last */
    private static String work(String kind, String run, Path folder, int changes) throws IOException {
        boolean secrets = kind.equals("secrets");
        String outcome = "";
        try (HostService service = secrets
                ? new SecretHostService(run, Map.of("h", vault(folder)))
                : new EventHostService(run, Map.of("h", schemaSet(folder)))) {
            for (int i = 0; i < changes && !outcome.startsWith("500"); i++) {
                outcome = secrets ? set(service, run + "-" + i) : publish(service);
            }
        }
        return outcome;
    }

    private static String set(HostService service, String name) throws IOException {
        return HostCalls.outcome(service, "secrets.set", "'handle': 'h', 'name': '" + name + "', 'value': 'x'");
    }

    private static String publish(HostService service) throws IOException {
        String data = "x".repeat(EVENT_SIZE);
        return HostCalls.outcome(
                service, "events.publish", "'handle': 'h', 'type': 'T', 'version': 'v1', 'data': ['" + data + "']");
    }

    private static StandIn.Secrets vault(Path folder) {
        return new StandIn.Secrets("safe", folder.resolve("safe.secrets.json"));
    }

    private static StandIn.Events schemaSet(Path folder) {
        return new StandIn.Events("Orders", folder.resolve("Orders.events"));
    }
}
