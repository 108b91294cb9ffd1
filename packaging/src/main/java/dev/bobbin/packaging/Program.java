package dev.bobbin.packaging;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * The program as it is handed out, started through its launcher, so that what is measured and trained is what users start.
 *
 * @param home absolute path of the folder with {@code bin} and {@code lib}
 */
public record Program(Path home) {

    private static final boolean WINDOWS = File.separatorChar == '\\';
    private static final String JAVA = WINDOWS ? "java.exe" : "java";

    /** @throws IOException when no program lies there */
    public static Program in(Path home) throws IOException {
        Program program = new Program(home.toAbsolutePath().normalize());
        if (!Files.isRegularFile(program.launcher())) {
            throw new IOException("No Bobbin in " + program.home + ": " + program.launcher() + " is missing.");
        }
        return program;
    }

    /** Where the caches for quick starts lie. */
    public Path caches() {
        return home.resolve("aot");
    }

    /**
     * A start of this program, not started yet, with the Java that was installed with it, or else the one that runs now.
     *
     * @param folder working folder
     * @param javaOptions further options of the Java machine; none may hold a blank
     * @param arguments as on the command line; none starts the window
     */
    public ProcessBuilder start(Path folder, List<String> javaOptions, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(launcher().toString());
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
        if (Files.isDirectory(home.resolve("runtime"))) {
            builder.environment().remove("BOBBIN_JAVA");
        } else {
            builder.environment().put("BOBBIN_JAVA", java().toString());
        }
        builder.environment().put("BOBBIN_JAVA_OPTS", String.join(" ", javaOptions));
        return builder;
    }

    /**
     * A start of another main class with everything the window has: its Java and that one's options, its jars, JavaFX, and
     * its cache once there is one.
     *
     * @param folder working folder
     */
    public ProcessBuilder startInWindow(Path folder, List<String> javaOptions, Class<?> main, List<String> arguments) {
        Path lib = home.resolve("lib");
        Path own = home.resolve("runtime/bin").resolve(JAVA);
        List<String> command = new ArrayList<>();
        command.add(Files.exists(own) ? own.toString() : java().toString());
        command.add("@" + lib.resolve("window.options"));
        if (Files.isDirectory(lib.resolve("fx"))) {
            command.add("--module-path=" + lib.resolve("fx"));
        }
        Path cache = caches().resolve("window.aot");
        if (Files.exists(cache)) {
            command.add("-XX:AOTCache=" + cache);
        }
        command.addAll(List.of(
                "-Dbobbin.home=" + home, "-cp", lib.resolve("bobbin.jar").toString()));
        command.addAll(javaOptions);
        command.add(main.getName());
        command.addAll(arguments);
        return new ProcessBuilder(command).directory(folder.toFile());
    }

    private static Path java() {
        return Path.of(System.getProperty("java.home"), "bin", JAVA);
    }

    private Path launcher() {
        return home.resolve("bin").resolve(WINDOWS ? "bobbin.cmd" : "bobbin");
    }
}
