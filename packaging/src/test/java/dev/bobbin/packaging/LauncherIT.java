package dev.bobbin.packaging;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher as users meet it: started as a program of its own, from any folder. */
@DisabledOnOs(value = OS.WINDOWS, disabledReason = "bin/bobbin is for Unix shells; Windows has bin/bobbin.cmd")
class LauncherIT {

    private static final Path HOME = Path.of("target", "bobbin").toAbsolutePath();

    @TempDir
    Path folder;

    private Map<String, String> environment;

    @BeforeEach
    void startFromAnEmptyEnvironment() {
        environment = new LinkedHashMap<>(Map.of("PATH", System.getenv("PATH"), "HOME", folder.toString()));
    }

    @Test
    void showsTheHelpOfTheCommandLineAndNothingElse() throws Exception {
        Outcome outcome = launch(HOME.resolve("bin/bobbin"), "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Usage: bobbin");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void exitCodeIsThatOfTheCommand() throws Exception {
        Outcome outcome = launch(
                HOME.resolve("bin/bobbin"),
                "list",
                folder.resolve("no such item").toString());

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("no such item");
    }

    @Test
    void worksThroughLinksAndWhereFolderNamesHaveBlanks() throws Exception {
        Path moved = copyOfTheLauncher("with some blanks");
        useFakeJava(javaHome("jdk", "25.0.3"));
        Path absolute = Files.createSymbolicLink(folder.resolve("absolute link"), moved.resolve("bin/bobbin"));
        Path relative = Files.createSymbolicLink(folder.resolve("relative"), Path.of("absolute link"));

        Outcome outcome = launch(relative, "list", "an item");

        assertThat(outcome.out())
                .contains(moved + "/lib/bobbin.jar", "dev.bobbin.emulator.cli.Main", "list", "an item");
        assertThat(outcome.arguments()).endsWith("dev.bobbin.emulator.cli.Main", "list", "an item");
        assertThat(launch(absolute, "list").exitCode()).isZero();
    }

    @Test
    void withoutArgumentsOrWithOpenItStartsTheWindow() throws Exception {
        useFakeJava(javaHome("jdk", "25"));
        environment.put("DISPLAY", ":99");

        assertThat(launch(HOME.resolve("bin/bobbin")).arguments()).endsWith("dev.bobbin.app.Main");
        assertThat(launch(HOME.resolve("bin/bobbin"), "open", "my item").arguments())
                .contains("--module-path=" + HOME.resolve("lib/fx"))
                .endsWith("dev.bobbin.app.Main", "my item");
    }

    @Test
    void thePathOfAFolderStartsTheWindowOnIt() throws Exception {
        useFakeJava(javaHome("jdk", "25"));
        environment.put("DISPLAY", ":99");
        Files.createDirectory(folder.resolve("data"));

        assertThat(launch(HOME.resolve("bin/bobbin"), "./data").arguments()).endsWith("dev.bobbin.app.Main", "./data");
        assertThat(launch(HOME.resolve("bin/bobbin"), ".").arguments()).endsWith("dev.bobbin.app.Main", ".");
        assertThat(launch(HOME.resolve("bin/bobbin"), "data").arguments())
                .as("a bare name is a command")
                .endsWith("dev.bobbin.emulator.cli.Main", "data");
    }

    @Test
    void passesOverAJavaHomeOfAnotherVersion() throws Exception {
        environment.put("JAVA_HOME", javaHome("older", "17.0.15").toString());

        Outcome outcome = launch(HOME.resolve("bin/bobbin"), "--help");

        assertThat(outcome.out()).startsWith("Usage: bobbin");
    }

    @Test
    void aJavaNamedOutrightIsUsedAndGetsTheFurtherOptions() throws Exception {
        Path java = javaHome("named", "25").resolve("bin/java");
        environment.put("BOBBIN_JAVA", java.toString());
        environment.put("BOBBIN_JAVA_OPTS", "-Done=1 -Dtwo=2");

        assertThat(launch(HOME.resolve("bin/bobbin"), "list").arguments())
                .containsSequence("-Done=1", "-Dtwo=2", "dev.bobbin.emulator.cli.Main", "list");
    }

    @Test
    void theJavaInstalledWithItGoesFirstAndHasJavaFxInIt() throws Exception {
        Path installed = copyOfTheLauncher("installed");
        Files.move(javaHome("jdk", "25"), installed.resolve("runtime"));
        environment.put("JAVA_HOME", javaHome("another", "25").toString());
        environment.put("DISPLAY", ":99");

        Outcome outcome = launch(installed.resolve("bin/bobbin"));

        assertThat(outcome.exitCode()).as(outcome.err()).isZero();
        assertThat(outcome.arguments())
                .endsWith("dev.bobbin.app.Main")
                .noneMatch(argument -> argument.startsWith("--module-path"));
    }

    @Test
    void aNamedJavaThatIsNotThereIsSaid() throws Exception {
        environment.put("BOBBIN_JAVA", "/nowhere/java");

        Outcome outcome = launch(HOME.resolve("bin/bobbin"), "list");

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("BOBBIN_JAVA", "/nowhere/java");
    }

    @Test
    @DisabledOnOs(value = OS.MAC, disabledReason = "a Mac always has a display")
    void withoutADisplayItSaysSoAndNamesTheCommandLine() throws Exception {
        Outcome outcome = launch(HOME.resolve("bin/bobbin"));

        assertThat(outcome.exitCode()).isEqualTo(2);
        assertThat(outcome.out()).isEmpty();
        assertThat(outcome.err()).contains("display", "bobbin list");
    }

    @Test
    void aDamagedCacheDoesNotKeepItFromStarting() throws Exception {
        Path copy = copyOfTheLauncher("damaged cache");
        Files.createDirectories(copy.resolve("aot"));
        Files.writeString(copy.resolve("aot/command.aot"), "not a cache");
        linkJarsInto(copy);

        Outcome outcome = launch(copy.resolve("bin/bobbin"), "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.out()).startsWith("Usage: bobbin");
        assertThat(outcome.err()).isEmpty();
    }

    @Test
    void packedCachesAreUnpackedOnceIntoTheUsersCache() throws Exception {
        Path copy = copyOfTheLauncher("packed caches");
        Path aot = Files.createDirectories(copy.resolve("aot"));
        Files.writeString(aot.resolve("command.aot"), "not a cache");
        PackedCaches.pack(aot);
        linkJarsInto(copy);
        Path own = folder.resolve(
                ".cache/bobbin/aot-" + Files.readString(aot.resolve("build")).strip());

        Outcome outcome = launch(copy.resolve("bin/bobbin"), "--help");

        assertThat(outcome.exitCode()).isZero();
        assertThat(outcome.err()).isEmpty();
        assertThat(own.resolve("command.aot")).hasContent("not a cache");

        useFakeJava(javaHome("jdk", "25"));
        assertThat(launch(copy.resolve("bin/bobbin"), "list").arguments())
                .contains(
                        "-XX:AOTCache=" + own.resolve("command.aot"),
                        "-Dbobbin.engine.aot=" + own.resolve("engine.aot"))
                .doesNotContain(PackedCaches.class.getName());
    }

    @Test
    void withoutAPlaceForUnpackedCachesItStartsAllTheSame() throws Exception {
        Path copy = copyOfTheLauncher("no place");
        Files.createDirectories(copy.resolve("aot"));
        Files.writeString(copy.resolve("aot/build"), "abc\n");
        Files.writeString(folder.resolve("file"), "");
        environment.put("XDG_CACHE_HOME", folder.resolve("file").toString());
        useFakeJava(javaHome("jdk", "25"));

        Outcome outcome = launch(copy.resolve("bin/bobbin"), "list");

        assertThat(outcome.err()).isEmpty();
        assertThat(outcome.arguments())
                .contains("dev.bobbin.emulator.cli.Main")
                .noneMatch(argument -> argument.startsWith("-XX:AOTCache"));
    }

    private static void linkJarsInto(Path copy) throws IOException {
        try (Stream<Path> jars = Files.list(HOME.resolve("lib"))) {
            for (Path jar :
                    jars.filter(file -> file.toString().endsWith(".jar")).toList()) {
                Files.createSymbolicLink(copy.resolve("lib").resolve(jar.getFileName()), jar);
            }
        }
    }

    /** A program folder with a launcher and what it reads, but without jars. */
    private Path copyOfTheLauncher(String name) throws IOException {
        Path copy = folder.resolve(name);
        Path source = Path.of("src", "main", "launcher").toAbsolutePath();
        try (Stream<Path> files = Files.walk(source)) {
            for (Path file : files.toList()) {
                Files.copy(file, copy.resolve(source.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
        return copy;
    }

    /** A folder that looks like a Java installation; its java command prints its arguments, one a line. */
    private Path javaHome(String name, String version) throws IOException {
        Path home = folder.resolve(name);
        Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Files.writeString(home.resolve("release"), "IMPLEMENTOR=\"Test\"\nJAVA_VERSION=\"" + version + "\"\n");
        return home;
    }

    private void useFakeJava(Path home) {
        environment.put("JAVA_HOME", home.toString());
    }

    private Outcome launch(Path launcher, String... arguments) throws IOException, InterruptedException {
        Path out = Files.createTempFile(folder, "out", ".txt");
        Path err = Files.createTempFile(folder, "err", ".txt");
        ProcessBuilder builder = new ProcessBuilder(Stream.concat(Stream.of(launcher.toString()), Stream.of(arguments))
                .toList());
        builder.directory(folder.toFile()).redirectOutput(out.toFile()).redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(environment);
        Process process = builder.start();
        process.getOutputStream().close();
        return new Outcome(process.waitFor(), Files.readString(out, UTF_8), Files.readString(err, UTF_8));
    }

    private record Outcome(int exitCode, String out, String err) {

        /** What the stand-in for Java was given. */
        List<String> arguments() {
            return out.lines().toList();
        }
    }
}
