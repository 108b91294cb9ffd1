package dev.bobbin.emulator.python;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the embedded engine's process is started. The settings are described in {@code docs/engine.md}.
 *
 * @param java the java executable
 * @param classPath class path in the platform's spelling
 * @param aotCache null when there is none
 * @param options further JVM options
 * @param heapMegabytes heap limit of the child
 * @param pythonHome folder that holds {@code bobbin_worker} and its companions
 * @param resources GraalPy's own files; null lets GraalPy unpack them into the cache
 * @param cache folder for what can be made again
 * @param compiled the program's folder when compiled modules lie beside its Python files; null when there are none
 */
public record EngineLaunch(
        Path java,
        String classPath,
        @Nullable Path aotCache,
        List<String> options,
        int heapMegabytes,
        Path pythonHome,
        @Nullable Path resources,
        Path cache,
        @Nullable Path compiled) {

    /** Main class of the child. */
    public static final String MAIN_CLASS = "dev.bobbin.emulator.python.EmbeddedMain";

    /** Heap limit when none is set, in megabytes. */
    public static final int DEFAULT_HEAP_MEGABYTES = 1024;

    /** One part in five is for young objects: a start then ends before the first collection, which would copy most of it. */
    private static final int YOUNG_SHARE = 5;

    /**
     * Options every child gets. The JVM's own messages go to standard error, because standard output carries the
     * protocol. The client compiler alone starts faster and loses nothing, as Python is interpreted (loops ran a third
     * faster than with both compilers); it has no use for the profiles in the cache. With its usual code cache of 48 MB
     * a full collection falls into every start.
     */
    public static final List<String> FIXED_OPTIONS = List.of(
            "-XX:+UseSerialGC",
            "-XX:TieredStopAtLevel=1",
            "-XX:ReservedCodeCacheSize=128m",
            "-XX:+UnlockDiagnosticVMOptions",
            "-XX:-AOTReplayTraining",
            "-XX:-UsePerfData",
            "-Xlog:disable",
            "-Xlog:all=error:stderr",
            "--enable-native-access=ALL-UNNAMED",
            "--sun-misc-unsafe-memory-access=allow",
            "-Dpolyglot.engine.WarnInterpreterOnly=false",
            "-Djava.awt.headless=true",
            // A crash in native code is told as an ended process; nothing is left in the current folder.
            "-XX:+SuppressFatalErrorMessage",
            "-XX:-CreateCoredumpOnCrash");

    public EngineLaunch {
        options = List.copyOf(options);
        if (heapMegabytes < 256 || heapMegabytes > 65536) {
            throw new IllegalArgumentException(
                    "The memory limit must lie between 256 and 65536 MB, but it is " + heapMegabytes + ".");
        }
    }

    /**
     * The launch that the system properties describe.
     *
     * @throws IOException when the Python files cannot be found or unpacked
     * @throws IllegalArgumentException when a setting makes no sense
     */
    public static EngineLaunch fromSystemProperties() throws IOException {
        Path cache = UserCache.folder();
        @Nullable Path home = path("bobbin.home");
        @Nullable Path pythonHome = firstFolder(path("bobbin.python.home"), within(home, "python"));
        return new EngineLaunch(
                javaToUse(),
                System.getProperty("bobbin.engine.classpath", System.getProperty("java.class.path", "")),
                firstFile(path("bobbin.engine.aot"), within(home, "aot/engine.aot")),
                words(System.getProperty("bobbin.engine.options", "")),
                heap(System.getProperty("bobbin.engine.heap")),
                pythonHome == null ? PythonFiles.locate(cache) : pythonHome,
                firstFolder(path("bobbin.python.resources"), within(home, "graalpy")),
                cache,
                firstFolder(null, within(home, "graalpy")) == null ? null : home);
    }

    /** The same launch with another heap limit. */
    public EngineLaunch withHeapMegabytes(int megabytes) {
        return new EngineLaunch(java, classPath, aotCache, options, megabytes, pythonHome, resources, cache, compiled);
    }

    /** The same launch with another class path, cache and further options; how an AOT cache is made. */
    public EngineLaunch with(String otherClassPath, @Nullable Path otherCache, List<String> otherOptions) {
        return new EngineLaunch(
                java, otherClassPath, otherCache, otherOptions, heapMegabytes, pythonHome, resources, cache, compiled);
    }

    /** The command line of the child. */
    public List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(java.toString());
        command.addAll(FIXED_OPTIONS);
        command.add("-Xmx" + heapMegabytes + "m");
        command.add("-Xmn" + heapMegabytes / YOUNG_SHARE + "m");
        command.add(
                resources == null
                        ? "-Dpolyglot.engine.userResourceCache=" + cache.resolve("graalpy")
                        : "-Dpolyglot.engine.resourcePath=" + resources);
        if (aotCache != null) {
            command.add("-XX:AOTCache=" + aotCache);
        }
        command.addAll(options);
        command.addAll(List.of(
                "-cp",
                classPath,
                MAIN_CLASS,
                pythonHome.toString(),
                cache.resolve("bytecode").toString(),
                compiled == null ? "" : compiled.toString()));
        return command;
    }

    private static Path javaToUse() {
        @Nullable Path chosen = path("bobbin.engine.java");
        if (chosen != null) {
            return chosen;
        }
        return ProcessHandle.current()
                .info()
                .command()
                .map(Path::of)
                .orElse(Path.of(System.getProperty("java.home", ""), "bin", "java"));
    }

    private static int heap(@Nullable String text) {
        if (text == null || text.isBlank()) {
            return DEFAULT_HEAP_MEGABYTES;
        }
        try {
            return Integer.parseInt(text.strip());
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "bobbin.engine.heap must be a number of megabytes, but it is '" + text + "'.", e);
        }
    }

    private static List<String> words(String text) {
        return text.isBlank() ? List.of() : List.of(text.strip().split("\\s+"));
    }

    private static @Nullable Path path(String property) {
        @Nullable String value = System.getProperty(property);
        return value == null || value.isBlank() ? null : Path.of(value);
    }

    private static @Nullable Path within(@Nullable Path home, String relative) {
        return home == null ? null : home.resolve(relative);
    }

    private static @Nullable Path firstFolder(@Nullable Path chosen, @Nullable Path packaged) {
        if (chosen != null) {
            return chosen;
        }
        return packaged != null && Files.isDirectory(packaged) ? packaged : null;
    }

    private static @Nullable Path firstFile(@Nullable Path chosen, @Nullable Path packaged) {
        @Nullable Path file = chosen == null ? packaged : chosen;
        return file != null && Files.isRegularFile(file) ? file : null;
    }
}
