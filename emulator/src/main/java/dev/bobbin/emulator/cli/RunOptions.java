package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.EngineAdvice;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Options of every command that runs functions. */
final class RunOptions {

    private static final int MOST_ENGINES = 64;

    /** May be started while calls that do not end hold the others up. */
    private static final int SPARE_ENGINES = 2;

    @Option(
            names = "--engine",
            paramLabel = "ENGINE",
            description = "Python to run functions in: embedded, or cpython for your own Python with its libraries"
                    + ". Without it embedded; of a bug report, that of its run.")
    String engine = "embedded";

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "With --engine cpython: the Python to use, or the folder of its environment.")
    @Nullable
    Path python;

    @Option(names = "--memory", paramLabel = "MB", description = "Memory the functions may use, in megabytes.")
    @Nullable
    Integer memoryMegabytes;

    @Mixin
    ProfileOption profile = new ProfileOption();

    @Option(
            names = "--persona",
            paramLabel = "NAME",
            description = "Who runs the function: a persona of the workspace, see 'bobbin persona'.")
    @Nullable
    String persona;

    @Mixin
    DataOption data = new DataOption();

    @Option(
            names = "--bad-day",
            paramLabel = "ALIAS=WHAT",
            description =
                    "Lets a connection go wrong: denied, not-found, throttled, dropped or read-only (dropped:3 after"
                            + " three calls), or slow:MILLISECONDS.")
    Map<String, String> badDays = new LinkedHashMap<>();

    @Option(
            names = "--value-set",
            paramLabel = "ALIAS=NAME",
            description = "Uses this value set of a variable library instead of the active one.")
    Map<String, String> valueSets = new LinkedHashMap<>();

    /** What is different in this run. @throws CliFailure when it is about an alias that the item does not have */
    Circumstances circumstances(ItemFolder item) throws CliFailure, IOException {
        requireConnections(item, badDays.keySet(), valueSets.keySet());
        Map<String, BadDay> switched = new HashMap<>();
        try {
            badDays.forEach((alias, what) -> switched.put(alias, BadDay.of(what)));
        } catch (IllegalArgumentException e) {
            throw new CliFailure(String.valueOf(e.getMessage()));
        }
        return new Circumstances(switched, valueSets);
    }

    /** @throws CliFailure when the item has no connection of an alias that circumstances are told for */
    void requireConnections(ItemFolder item, Circumstances circumstances) throws CliFailure, IOException {
        requireConnections(
                item,
                circumstances.badDays().keySet(),
                circumstances.valueSets().keySet());
    }

    private void requireConnections(ItemFolder item, Set<String> some, Set<String> more)
            throws CliFailure, IOException {
        Set<String> named = new LinkedHashSet<>(some);
        named.addAll(more);
        if (named.isEmpty()) {
            return;
        }
        List<ItemConnection> connections = ItemConnection.of(item, workspace(item));
        for (String alias : named) {
            if (connections.stream().noneMatch(connection -> connection.alias().equals(alias))) {
                throw DataTarget.unknown(item, workspace(item), alias);
            }
        }
    }

    /** @throws CliFailure when there is no such engine */
    void requireEngine() throws CliFailure {
        if (!Emulator.ENGINES.contains(engine)) {
            throw new CliFailure(
                    "There is no engine '" + engine + "'. Known: " + String.join(", ", Emulator.ENGINES) + ".");
        }
    }

    /**
     * The chosen engine.
     *
     * @throws CliFailure when there is no such engine, or a setting makes no sense
     * @throws IOException when it is the user's own Python, and there is none
     */
    FunctionEngine engine(ItemFolder item) throws CliFailure, IOException {
        requireEngine();
        EngineOptions settings = new EngineOptions(python, memoryMegabytes);
        if (engine.equals("cpython")) {
            Emulator.pythons(settings).find(item.root());
        } else if (engine.equals("embedded")) {
            Emulator.advice(ItemCode.of(item), settings, true).ifPresent(advice -> Output.error(advice.sentence()));
        }
        try {
            return newEngine(settings).orElseThrow();
        } catch (IllegalArgumentException nonsense) {
            throw new CliFailure(String.valueOf(nonsense.getMessage()));
        }
    }

    /** Says on standard error which other Python here has the libraries that the code imports, when one was missing. */
    void adviseOn(InvocationResult.Answered answered, ItemFolder item) throws IOException {
        if (answered.context() instanceof FailureContext.MissingModule && engine.equals("cpython") && python == null) {
            Emulator.advice(ItemCode.of(item), new EngineOptions(null, memoryMegabytes), true)
                    .flatMap(EngineAdvice::otherPython)
                    .ifPresent(Output::error);
        }
    }

    /**
     * Checks an option that says how many engines share the calls.
     *
     * @throws CliFailure when it is not between 1 and {@value #MOST_ENGINES}
     */
    static void checkCount(String option, int count) throws CliFailure {
        if (count < 1 || count > MOST_ENGINES) {
            throw new CliFailure(option + " is a number from 1 to " + MOST_ENGINES + ", not " + count + ".");
        }
    }

    /**
     * Engines that share the calls.
     *
     * @param count how many, checked before
     */
    FunctionEngine engines(ItemFolder item, int count) throws CliFailure, IOException {
        // Tells whether there is such an engine at all; the pool makes its own.
        engine(item).close();
        EngineOptions settings = new EngineOptions(python, memoryMegabytes);
        return new EnginePool(() -> newEngine(settings).orElseThrow(), count, count + SPARE_ENGINES);
    }

    private Optional<FunctionEngine> newEngine(EngineOptions settings) {
        return Emulator.engine(engine, settings);
    }

    /** Who calls when a request names nobody: the persona asked for, else the workspace's current one. */
    ExecutingUser user(ItemFolder item) throws CliFailure, IOException {
        return persona == null
                ? ExecutingUser.of(
                        WorkspaceSettings.read(workspace(item).root()).current())
                : persona(item, persona);
    }

    /** @throws CliFailure when the workspace has no persona of that name */
    ExecutingUser persona(ItemFolder item, String name) throws CliFailure, IOException {
        return WorkspaceSettings.read(workspace(item).root())
                .persona(name)
                .map(ExecutingUser::of)
                .orElseThrow(() -> new CliFailure("There is no persona '" + name
                        + "' in this workspace. Make one with: bobbin persona <item> \"" + name + "\" --add"));
    }

    ServiceProfile profile(ItemFolder item) throws CliFailure, IOException {
        return profile.get(workspace(item));
    }

    /**
     * What the command line makes of the profiles that examples were approved under.
     *
     * @throws CliFailure when it names a profile or a value that does not exist
     */
    UnaryOperator<ServiceProfile> rules() throws CliFailure {
        profile.over(ServiceProfiles.standard());
        return own -> {
            try {
                return profile.over(own);
            } catch (CliFailure nonsense) {
                throw new IllegalArgumentException(nonsense.getMessage(), nonsense);
            }
        };
    }

    Workspace workspace(ItemFolder item) {
        return data.workspace(item);
    }
}
