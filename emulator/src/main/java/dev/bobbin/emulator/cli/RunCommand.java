package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.EnvelopeWriter;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin run}: one call; the envelope on standard output, the logs on standard error. */
@Command(
        name = "run",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:the function succeeded", "1:it did not", Main.WRONG_USAGE},
        description = "Runs one function of an item.")
final class RunCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(index = "1", paramLabel = "<function>", description = "Name of the function.")
    String function = "";

    @Option(
            names = "--input",
            paramLabel = "JSON|@file|-",
            description = "The request body: JSON text, a file behind @, or - for standard input.")
    String input = "{}";

    @Option(names = "--timeout", paramLabel = "S", description = "Time limit in seconds instead of the profile's.")
    @Nullable
    Double timeoutSeconds;

    @Option(names = "--json", description = "Prints result, HTTP status, logs and duration as one JSON object.")
    boolean json;

    @Option(names = "--no-history", description = "Leaves the run out of the item's history.")
    boolean noHistory;

    @Option(
            names = "--trace",
            description =
                    "Like --json, and adds each SQL statement (what became of it, and whether the service might answer"
                            + " otherwise) and what changed in the data.")
    boolean trace;

    @Mixin
    RunOptions options = new RunOptions();

    @Mixin
    CallerOption caller = new CallerOption();

    @Override
    public Integer call() throws Exception {
        ItemFolder folder = ItemReader.read(item);
        CallerOption.Call call = caller.apply(folder, function, InputText.read(input), options);
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(),
                function,
                call.body(),
                options.profile(folder),
                TimeLimits.ofSeconds(timeoutSeconds),
                call.user(),
                options.circumstances(folder));
        LogCollector logs = new LogCollector(asJson() ? null : new LiveOutput());
        ItemCode code = ItemCode.of(folder);
        Workspace workspace = options.workspace(folder);
        Instant time = Instant.now();
        try (FunctionEngine engine = options.engine(folder)) {
            InvocationResult result = Emulator.invoker(engine)
                    .start(folder, code, workspace, request, logs)
                    .result()
                    .join();
            int exitCode = report(result, logs, folder);
            // Whoever waits for the answer has it before the history is opened.
            try (KeptRuns history = KeptRuns.of(!noHistory, workspace, folder, options.engine)) {
                history.keep(time, request, code, result, logs.lines());
            }
            return exitCode;
        }
    }

    private boolean asJson() {
        return json || trace;
    }

    private int report(InvocationResult result, LogCollector logs, ItemFolder folder) throws IOException {
        InvocationResult.Answered answered = ResultJson.answered(result);
        print(answered, logs);
        if (!asJson()) {
            // In plain words, behind the envelope that has the errors in the service's.
            answered.explanation(ErrorTexts.ENGLISH).lines().forEach(Output::error);
            options.adviseOn(answered, folder);
        }
        return answered.envelope().status() == Status.SUCCEEDED ? 0 : 1;
    }

    private void print(InvocationResult.Answered answered, LogCollector logs) throws IOException {
        Output.json(!asJson(), (JsonGenerator out) -> {
            if (asJson()) {
                ResultJson.write(null, answered, logs, trace, out);
            } else {
                EnvelopeWriter.write(answered.envelope(), out);
            }
        });
    }

    /** Shows on standard error what a function does, as it does it. */
    private static final class LiveOutput implements InvocationListener {
        @Override
        public void log(LogLine line) {
            Output.error("[" + line.level() + "] " + line.message());
        }

        @Override
        public void chunk(StreamChunk chunk) {
            Output.error("[CHUNK] " + chunk.text());
        }
    }
}
