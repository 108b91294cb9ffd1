package dev.bobbin.emulator.standin;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;

/** An item in a real workspace whose functions run in a real engine. */
public final class RealRuns implements AutoCloseable {

    /** {@code attempt} tells a result from what a client raises. */
    private static final String START = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            def attempt(work):
                try:
                    return work()
                except Exception as error:
                    return f"{type(error).__name__} {getattr(error, 'status_code', '') or ''}".strip()

            """;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final FunctionEngine engine;
    private final ItemFolder item;
    private String lastRun = "";

    /**
     * @param engine its name
     * @param folder the workspace's, empty
     * @param source the functions
     */
    public RealRuns(String engine, Path folder, String source) throws IOException {
        this(Emulator.engine(engine).orElseThrow(), folder, source);
    }

    /** @param engine which this closes */
    public RealRuns(FunctionEngine engine, Path folder, String source) throws IOException {
        Path root = Files.createDirectories(folder.resolve("Running.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), START + source);
        this.item = ItemReader.read(root);
        this.engine = engine;
    }

    public ItemFolder item() {
        return item;
    }

    public Workspace workspace() {
        return Workspace.of(item);
    }

    /** The invocation's id of the run before. */
    public String lastRun() {
        return lastRun;
    }

    /** Calls a function and waits for its answer. */
    public InvocationResult.Answered run(String function, String body, Circumstances circumstances) {
        lastRun = UUID.randomUUID().toString();
        InvocationRequest request = new InvocationRequest(
                lastRun, function, body, ServiceProfiles.standard(), null, ExecutingUser.LOCAL, circumstances);
        return (InvocationResult.Answered) Emulator.invoker(engine)
                .start(item, ItemCode.of(item), workspace(), request, line -> {})
                .result()
                .join();
    }

    /** Calls a function that must succeed; returns what the run changed. */
    public ChangeSet changes(String function, String body) {
        InvocationResult.Answered answered = run(function, body, Circumstances.USUAL);
        assertThat(answered.envelope().errors()).as(body).isEmpty();
        return answered.trace().changes();
    }

    /** Calls a function that must succeed; returns its output as JSON text. */
    public String output(String function, String body, Circumstances circumstances) {
        InvocationResult.Answered answered = run(function, body, circumstances);
        assertThat(answered.envelope().errors()).as(body).isEmpty();
        return String.valueOf(answered.envelope().outputJson());
    }

    /** Calls a function without arguments that must succeed; returns its output. */
    public JsonNode output(String function) throws IOException {
        return JSON.readTree(output(function, "{}", Circumstances.USUAL));
    }

    @Override
    public void close() {
        engine.close();
    }
}
