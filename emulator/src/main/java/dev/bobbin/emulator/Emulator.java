package dev.bobbin.emulator;

import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.HostServiceFactory;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.CpythonMemory;
import dev.bobbin.emulator.python.EngineAdvice;
import dev.bobbin.emulator.python.EngineLaunch;
import dev.bobbin.emulator.python.LibraryReport;
import dev.bobbin.emulator.python.PythonEngine;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.HostServices;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.SqlBadDay;
import dev.bobbin.emulator.standin.documents.DocumentHostService;
import dev.bobbin.emulator.standin.events.EventHostService;
import dev.bobbin.emulator.standin.files.FileWatch;
import dev.bobbin.emulator.standin.secrets.SecretHostService;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlHostService;
import dev.bobbin.emulator.standin.sql.SqlWarmUp;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.tables.TableRefresh;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Puts the emulator together: what the window, the command line and the REST endpoint start from. */
public final class Emulator {

    private Emulator() {}

    /** Names of the engines, the one that is always there first. */
    public static final List<String> ENGINES = List.of("embedded", "cpython");

    /** The Python release the embedded engine implements. */
    public static final String EMBEDDED_PYTHON = "3.12";

    /** A new engine with default options; see {@link #engine(String, EngineOptions)}. */
    public static Optional<FunctionEngine> engine(String name) {
        return engine(name, EngineOptions.DEFAULT);
    }

    /**
     * A new engine of that name, which the caller closes; empty when there is no such engine. Whether there is a Python
     * for the engine {@code cpython} shows in its state, or beforehand from {@link #pythons}.
     *
     * @throws UncheckedIOException when the engine's Python files cannot be found or unpacked
     * @throws IllegalArgumentException when a setting of the engine makes no sense
     */
    public static Optional<FunctionEngine> engine(String name, EngineOptions options) {
        return switch (name) {
            case "embedded" -> Optional.of(PythonEngine.embedded(embeddedLaunch(options)));
            case "cpython" ->
                Optional.of(PythonEngine.cpython(
                        pythons(options), launch().pythonHome(), CpythonMemory.megabytes(options.memoryMegabytes())));
            default -> Optional.empty();
        };
    }

    /**
     * What to say before code runs in the embedded engine that imports what is not there; empty when all is well.
     *
     * @param trusted whether programs in the item's folder may be run, such as the Python of its environment
     * @throws UncheckedIOException when the engine's Python files cannot be found or unpacked
     */
    public static Optional<EngineAdvice> advice(ItemCode code, EngineOptions options, boolean trusted) {
        return EngineAdvice.of(code, launch().pythonHome(), pythons(options), trusted);
    }

    /**
     * The item's libraries and whether each engine has them.
     *
     * @throws UncheckedIOException when the engine's Python files cannot be found or unpacked
     */
    public static LibraryReport libraries(ItemFolder item, EngineOptions options) {
        return LibraryReport.of(item, launch().pythonHome(), pythons(options));
    }

    /** Finds the user's own Pythons, for the engine {@code cpython}. */
    public static PythonFinder pythons(EngineOptions options) {
        return PythonFinder.ofThisMachine(options.python());
    }

    private static EngineLaunch embeddedLaunch(EngineOptions options) {
        @Nullable Integer megabytes = options.memoryMegabytes();
        return megabytes == null ? launch() : launch().withHeapMegabytes(megabytes);
    }

    private static EngineLaunch launch() {
        try {
            return EngineLaunch.fromSystemProperties();
        } catch (IOException e) {
            throw new UncheckedIOException("Bobbin's own Python files cannot be used: " + e.getMessage(), e);
        }
    }

    /** An invoker that runs functions in this engine, with all stand-ins. */
    public static Invoker invoker(FunctionEngine engine) {
        return new Invoker(engine, new HostServiceFactory() {
            @Override
            public HostService forRun(String run, Map<String, StandIn> standIns, Map<String, BadDay> sqlBadDays) {
                return services(run, standIns, sqlBadDays);
            }

            @Override
            public Optional<List<String>> tables(StandIn standIn) {
                return standIn instanceof StandIn.Sql sql ? tableNames(sql) : Optional.empty();
            }

            @Override
            public void expectSql() {
                SqlWarmUp.begin();
            }
        });
    }

    private static Optional<List<String>> tableNames(StandIn.Sql database) {
        try (TableBrowser browser = new TableBrowser(SqlDatabase.of(database))) {
            return Optional.of(
                    browser.tables().stream().map(BrowsedTable::qualifiedName).toList());
        } catch (IOException | SqlError e) {
            // What is asked for is advice on another error.
            return Optional.empty();
        }
    }

    private static HostService services(String run, Map<String, StandIn> standIns, Map<String, BadDay> sqlBadDays) {
        Map<String, StandIn.Sql> databases = only(StandIn.Sql.class, standIns);
        HostService sql = new TableRefresh(new SqlHostService(run, databases), databases);
        return new HostServices(Map.of(
                "sql", new SqlBadDay(sql, sqlBadDays),
                "documents", new DocumentHostService(run, only(StandIn.Documents.class, standIns)),
                "secrets", new SecretHostService(run, only(StandIn.Secrets.class, standIns)),
                "events", new EventHostService(run, only(StandIn.Events.class, standIns)),
                "files",
                        new FileWatch(
                                run, only(StandIn.Lakehouse.class, standIns).values())));
    }

    private static <S extends StandIn> Map<String, S> only(Class<S> kind, Map<String, StandIn> standIns) {
        return standIns.entrySet().stream()
                .filter(entry -> kind.isInstance(entry.getValue()))
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> kind.cast(entry.getValue())));
    }
}
