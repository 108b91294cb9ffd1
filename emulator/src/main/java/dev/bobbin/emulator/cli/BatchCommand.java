package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin batch}: request lines in, result lines out, in order, one for every line whatever happens. */
@Command(
        name = "batch",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {"0:every line was answered, whatever the answers say", Main.WRONG_USAGE},
        description = "Runs many requests, one JSON object a line, with one warm engine.")
final class BatchCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(index = "1", paramLabel = "<requests.jsonl|->", description = "Request lines; - for standard input.")
    String requests = "-";

    @Option(names = "--history", description = "Keeps the runs in the item's history.")
    boolean history;

    @Option(
            names = "--trace",
            description =
                    "Adds to each result line the SQL statements of the run, with what became of them, and what changed"
                            + " in the data.")
    boolean trace;

    @Mixin
    RunOptions options = new RunOptions();

    private final Set<String> warned = new HashSet<>();

    @Override
    public Integer call() throws Exception {
        ItemFolder folder = ItemReader.read(item);
        ServiceProfile profile = options.profile(folder);
        ExecutingUser user = options.user(folder);
        Circumstances circumstances = options.circumstances(folder);
        Workspace workspace = options.workspace(folder);
        ItemCode code = ItemCode.of(folder);
        try (BufferedReader lines = open();
                KeptRuns kept = KeptRuns.of(history, workspace, folder, options.engine);
                FunctionEngine engine = options.engine(folder)) {
            Invoker invoker = Emulator.invoker(engine);
            invoker.prepare(code);
            for (String line = lines.readLine(); line != null && Output.isRead(); line = lines.readLine()) {
                if (!line.isBlank()) {
                    warnOf(line);
                    answer(line, profile, user, circumstances, (request, logs) -> {
                        options.requireConnections(folder, request.circumstances());
                        Instant time = Instant.now();
                        InvocationResult result = invoker.start(folder, code, workspace, request, logs)
                                .result()
                                .join();
                        kept.keep(time, request, code, result, logs.lines());
                        return result;
                    });
                }
            }
        }
        return 0;
    }

    /** A misspelt key would otherwise look as if the function had not got its values. Told once a key. */
    private void warnOf(String line) {
        for (String key : BatchRequest.unknownKeys(line)) {
            if (warned.add(key)) {
                Output.error("A request line has no \"" + key
                        + "\": it is ignored. The values of the parameters belong in \"input\".");
            }
        }
    }

    /** Carries out one request. */
    private interface Runner {
        InvocationResult run(InvocationRequest request, LogCollector logs) throws CliFailure, IOException;
    }

    private void answer(
            String line, ServiceProfile profile, ExecutingUser user, Circumstances circumstances, Runner runner)
            throws IOException {
        LogCollector logs = new LogCollector(null);
        try {
            BatchRequest request = BatchRequest.parse(line, profile, user, circumstances);
            InvocationResult.Answered answered = ResultJson.answered(runner.run(request.invocation(), logs));
            Output.json(false, out -> ResultJson.write(request.id(), answered, logs, trace, out));
        } catch (CliFailure badLine) {
            InvocationResult.Answered refused = refused(String.valueOf(badLine.getMessage()));
            Output.json(false, out -> ResultJson.write(BatchRequest.idOf(line), refused, logs, trace, out));
        }
    }

    private static InvocationResult.Answered refused(String reason) {
        ErrorEntry error = new ErrorEntry("InvalidRequestLine", reason, JsonNodeFactory.instance.objectNode());
        Envelope envelope = new Envelope("", "", Status.BAD_REQUEST, Envelope.NO_OUTPUT, List.of(error));
        return new InvocationResult.Answered(envelope, 400, null, FailureContext.NONE, Duration.ZERO, RunTrace.EMPTY);
    }

    private BufferedReader open() throws IOException {
        return requests.equals("-")
                ? new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                : Files.newBufferedReader(Path.of(requests));
    }
}
