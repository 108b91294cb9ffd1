package dev.bobbin.packaging.image;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The parts of an image that are cheap to make: its runtime and its class path. */
class ImageIT {

    private static final Path PROGRAM = Path.of("target", "bobbin").toAbsolutePath();

    @TempDir
    Path folder;

    @Test
    void theRuntimeHasJavaFxAndRunsTheCommandLineFromTheSlimJars() throws Exception {
        Path runtime = folder.resolve("runtime");
        JavaRuntime.link(PROGRAM.resolve("lib/fx"), runtime);
        Path jars = folder.resolve("lib");
        new SlimJars(Natives.ofThisComputer()).copy(PROGRAM.resolve("lib"), jars);
        SqliteLibrary.unpack(PROGRAM.resolve("lib"), runtime, Natives.ofThisComputer());

        assertThat(run(runtime, "--list-modules")).contains("javafx.controls@", "jdk.httpserver@", "java.sql@");
        String natives = System.mapLibraryName("prism_sw");
        assertThat(Stream.of("lib", "bin").map(place -> runtime.resolve(place).resolve(natives)))
                .anyMatch(Files::exists);

        // SQLite and the parser of Python are native.
        Path item = Files.createDirectories(folder.resolve("Any.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(argName="db", alias="Any")
                @udf.function()
                def hello(db: fn.FabricSqlConnection, name: str) -> str:
                    return name
                """);
        String bobbin = jars.resolve("bobbin.jar").toString();
        String main = "dev.bobbin.emulator.cli.Main";
        assertThat(run(runtime, "-cp", bobbin, main, "sql", item.toString(), "Any", "SELECT 6 * 7 AS Answer"))
                .contains("42");
        Path temporary = Files.createDirectories(folder.resolve("tmp"));
        String place = "-Dorg.sqlite.lib.path=" + runtime.resolve(File.separatorChar == '\\' ? "bin" : "lib");
        // What was loaded tells more than what is left: the driver clears away what it unpacked when it ends in order.
        assertThat(run(
                        runtime,
                        place,
                        "-Djava.io.tmpdir=" + temporary,
                        "-Xlog:library=info:stdout",
                        "-cp",
                        bobbin,
                        main,
                        "sql",
                        item.toString(),
                        "Any",
                        "SELECT 6 * 7 AS Answer"))
                .contains("42", runtime.toString())
                .doesNotContain(temporary.resolve("sqlite").toString());
        assertThat(run(runtime, "-cp", bobbin, main, "check", item.toString(), "--json"))
                .contains("\"findings\"");

        assertThat(bytes(jars)).isLessThan(bytes(PROGRAM.resolve("lib")) * 6 / 10);
        assertThat(entries(jars)).containsAll(classesOf(PROGRAM.resolve("lib")));
    }

    private static Set<String> classesOf(Path jars) throws IOException {
        Set<String> names = entries(jars);
        names.removeIf(name -> !name.endsWith(".class"));
        return names;
    }

    private static Set<String> entries(Path jars) throws IOException {
        Set<String> names = new HashSet<>();
        for (Path jar : jarsIn(jars)) {
            try (JarFile file = new JarFile(jar.toFile())) {
                file.stream().map(JarEntry::getName).forEach(names::add);
            }
        }
        return names;
    }

    private static long bytes(Path jars) throws IOException {
        return jarsIn(jars).stream().map(Path::toFile).mapToLong(File::length).sum();
    }

    private static List<Path> jarsIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        }
    }

    private String run(Path runtime, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                runtime.resolve("bin")
                        .resolve(File.separatorChar == '\\' ? "java.exe" : "java")
                        .toString(),
                "-Xlog:disable",
                "-Xlog:all=error:stderr"));
        if (arguments.length > 1) {
            command.add("--enable-native-access=ALL-UNNAMED");
        }
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out.txt");
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(out.toFile())
                .start();
        process.getOutputStream().close();
        process.waitFor();
        return Files.readString(out, UTF_8);
    }
}
