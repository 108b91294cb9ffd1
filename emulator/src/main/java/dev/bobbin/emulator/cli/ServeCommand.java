package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.serve.EndpointListener;
import dev.bobbin.emulator.serve.EndpointSettings;
import dev.bobbin.emulator.serve.JournalListener;
import dev.bobbin.emulator.serve.LocalEndpoint;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.net.InetAddress;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin serve}: the REST endpoint, until it is interrupted. */
@Command(
        name = "serve",
        mixinStandardHelpOptions = true,
        description = "Answers HTTP requests to the functions of an item, until Ctrl+C.")
final class ServeCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Option(
            names = "--port",
            paramLabel = "N",
            description = "Port to listen on, 0 for any free one (default: ${DEFAULT-VALUE}).")
    int port = EndpointSettings.USUAL_PORT;

    @Option(
            names = "--host",
            paramLabel = "ADDRESS",
            description = "Address to listen on; any other than this computer's own needs --allow-network, too.")
    @Nullable
    String host;

    @Option(
            names = "--allow-network",
            description =
                    "Lets other computers call: everyone who reaches the address of --host can run the functions.")
    boolean allowNetwork;

    @Option(
            names = "--token",
            paramLabel = "TEXT|@file",
            description =
                    "Callers must send this bearer token; @ and a file, or the variable BOBBIN_TOKEN, keep it from"
                            + " the eyes of other users.",
            defaultValue = "${env:BOBBIN_TOKEN}")
    @Nullable
    String token;

    @Option(
            names = "--cors",
            paramLabel = "ORIGIN",
            description =
                    "Lets web pages of this origin call, such as https://example.com; * for all. May be repeated.")
    Set<String> origins = new LinkedHashSet<>();

    @Option(names = "--timeout", paramLabel = "S", description = "Time limit in seconds instead of the profile's.")
    @Nullable
    Double timeoutSeconds;

    @Option(
            names = "--engines",
            paramLabel = "N",
            description = "Python processes that share the calls (default: one a core, 4 at most).")
    int engines = Math.clamp(Runtime.getRuntime().availableProcessors(), 1, 4);

    @Option(names = "--no-history", description = "Leaves the calls out of the item's history.")
    boolean noHistory;

    @Mixin
    RunOptions options = new RunOptions();

    @Override
    public Integer call() throws Exception {
        RunOptions.checkCount("--engines", engines);
        ItemFolder folder = ItemReader.read(item);
        if (!folder.scriptExists()) {
            throw new CliFailure(
                    "There is no " + ItemFolder.SCRIPT + " in " + folder.root() + ", so there is nothing to serve.");
        }
        EndpointSettings settings = settings(folder);
        CountDownLatch end = new CountDownLatch(1);
        Workspace workspace = options.workspace(folder);
        try (ErrorQueue errors = ErrorQueue.open();
                FunctionEngine engine = options.engines(folder, engines);
                KeptRuns history = KeptRuns.of(!noHistory, workspace, folder, options.engine);
                LocalEndpoint endpoint = LocalEndpoint.start(
                        folder.root(), workspace, Emulator.invoker(engine), settings, listener(history, errors))) {
            Runtime.getRuntime().addShutdownHook(new Thread(() -> {
                endpoint.close();
                close(history, errors);
                engine.close();
                errors.close();
            }));
            announce(folder, endpoint);
            end.await();
        }
        return 0;
    }

    private EndpointListener listener(KeptRuns history, ErrorQueue errors) {
        EndpointListener log = new ServeLog(errors);
        return history.recorder() == null ? log : new JournalListener(history.recorder(), options.engine, log);
    }

    private static void close(KeptRuns history, ErrorQueue errors) {
        try {
            history.close();
        } catch (IOException e) {
            errors.line("The history could not be written to its end: " + CliFailure.messageOf(e));
        }
    }

    private EndpointSettings settings(ItemFolder folder) throws CliFailure, IOException {
        try {
            return checkedSettings(folder);
        } catch (IllegalArgumentException nonsense) {
            throw new CliFailure(String.valueOf(nonsense.getMessage()));
        }
    }

    private EndpointSettings checkedSettings(ItemFolder folder) throws CliFailure, IOException {
        EndpointSettings standard =
                EndpointSettings.onLoopback(port).with(options.profile(folder), options.user(folder));
        InetAddress address = host == null ? standard.address() : InetAddress.getByName(host);
        if (!address.isLoopbackAddress() && !allowNetwork) {
            throw new CliFailure("With --host " + host + " other computers could run the functions. If that is what you"
                    + " want, add --allow-network.");
        }
        return new EndpointSettings(
                address,
                port,
                standard.profile(),
                TimeLimits.ofSeconds(timeoutSeconds),
                token == null ? null : InputText.read(token).strip(),
                origins,
                standard.user(),
                options.circumstances(folder));
    }

    private static void announce(ItemFolder folder, LocalEndpoint endpoint) throws IOException {
        Output.line("Serving " + folder.displayName() + " at " + endpoint.address() + " - Ctrl+C ends it.");
        for (var function : endpoint.served().publicFunctions()) {
            Output.line("  POST " + endpoint.address() + "api/" + function.name());
        }
    }
}
