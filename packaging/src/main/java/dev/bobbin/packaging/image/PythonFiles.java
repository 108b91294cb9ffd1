package dev.bobbin.packaging.image;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.python.EngineLaunch;
import dev.bobbin.packaging.Folders;
import dev.bobbin.packaging.TrainingItem;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.graalvm.polyglot.Engine;

/** GraalPy's Python files unpacked, and compiled modules beside those that functions commonly import. */
final class PythonFiles {

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * What a function has no use for: windows, terminals and games, pip and virtual environments, the texts of
     * {@code help()}, headers and patches for building native packages, and tests of the interpreter itself.
     */
    private static final List<String> UNNEEDED = List.of(
            "include",
            "lib/python3.12/{curses,ensurepip,idlelib,lib2to3,msilib,pydoc_data,test,tkinter,turtledemo,turtle.py,venv}",
            "lib/graalpy*/{patches,graalpy_virtualenv,modules/_test*,modules/graalpy_virtualenv*}",
            "lib/graalpy*/modules/_ctypes_test*");

    private final Path image;
    private final Path java;
    private final Path work;

    /**
     * @param java the image's own
     * @param work an empty folder
     */
    PythonFiles(Path image, Path java, Path work) {
        this.image = image;
        this.java = java;
        this.work = work;
    }

    /**
     * Unpacks GraalPy's files into the image's folder {@code graalpy}.
     *
     * @param jars the folder of all jars
     */
    void unpack(Path jars) throws IOException {
        Path folder = image.resolve("graalpy");
        if (!Engine.copyResources(folder)) {
            throw new IOException("GraalPy has no files to unpack.");
        }
        unpackAttachLibrary(jars, Files.createDirectories(folder.resolve("engine/libtruffleattach/bin")));
        Path home = folder.resolve("python/python-home");
        List<PathMatcher> unneeded = UNNEEDED.stream()
                .map(pattern -> FileSystems.getDefault().getPathMatcher("glob:" + pattern))
                .toList();
        List<Path> found;
        try (Stream<Path> files = Files.walk(home)) {
            found = files.filter(file -> unneeded.stream().anyMatch(pattern -> pattern.matches(home.relativize(file))))
                    .toList();
        }
        for (Path file : found) {
            Folders.delete(file);
        }
    }

    /** The one file that {@code copyResources} leaves out. The engine runs without it, but not on the quicker runtime. */
    private static void unpackAttachLibrary(Path jars, Path target) throws IOException {
        Natives natives = Natives.ofThisComputer();
        try (DirectoryStream<Path> found = Files.newDirectoryStream(jars, "truffle-api-*.jar")) {
            for (Path jar : found) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (JarEntry entry : Collections.list(file.entries())) {
                        String name = entry.getName();
                        if (name.contains("/libtruffleattach/") && Natives.isNative(name) && !natives.isForeign(name)) {
                            try (InputStream content = file.getInputStream(entry)) {
                                Files.copy(content, target.resolve(name.substring(name.lastIndexOf('/') + 1)));
                            }
                        }
                    }
                }
            }
        }
    }

    /** Compiles in the image's own engine, which so proves that it starts with what is left. */
    void compile() throws IOException, InterruptedException {
        TrainingItem item = TrainingItem.in(work);
        Path python = image.resolve("python");
        Path resources = image.resolve("graalpy");
        Path messages =
                Files.writeString(work.resolve("compile.jsonl"), item.compilingMessages(List.of(python, resources)));
        EngineLaunch engine = new EngineLaunch(
                java,
                image.resolve("lib/bobbin.jar").toString(),
                null,
                List.of(),
                EngineLaunch.DEFAULT_HEAP_MEGABYTES,
                python,
                resources,
                work.resolve("cache"),
                null);
        Path answers = work.resolve("compiled.jsonl");
        Process process = new ProcessBuilder(engine.command())
                .redirectInput(messages.toFile())
                .redirectOutput(answers.toFile())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        int code = process.waitFor();
        List<String> lines = Files.readAllLines(answers);
        if (code != 0 || lines.stream().noneMatch(PythonFiles::isCompiled)) {
            throw new IOException("The engine could not compile its modules (exit code " + code + "): " + lines);
        }
    }

    private static boolean isCompiled(String line) {
        try {
            JsonNode answer = JSON.readTree(line);
            return answer.path("type").asText().equals("result")
                    && answer.path("output").asText().matches("[1-9]\\d+");
        } catch (IOException e) {
            return false;
        }
    }
}
