package dev.bobbin.packaging.image;

import dev.bobbin.packaging.Caches;
import dev.bobbin.packaging.Folders;
import dev.bobbin.packaging.PackedCaches;
import dev.bobbin.samples.SampleItem;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Makes the folder that every installer wraps: the built program with a Java runtime, GraalPy's files and the caches for
 * quick starts. It may lie anywhere, needs nothing else, and writes nothing into itself.
 */
public final class ImageMaker {

    /**
     * The time of all files, because the caches hold for jars of one exact time. An even second: zip archives know no odd
     * ones.
     */
    static final Instant TIME = Instant.parse("2026-01-01T00:00:00Z");

    private static final boolean WINDOWS = File.separatorChar == '\\';

    private static final List<String> COPIED = List.of("bin", "python", "LICENSE", "THIRD-PARTY.txt", "sbom.json");

    private final Path program;
    private final Path image;

    private ImageMaker(Path program, Path image) {
        this.program = program;
        this.image = image;
    }

    /**
     * @param arguments the built program's folder, and the folder to make; an earlier image there is replaced
     * @throws IOException when a step fails, with what its tool said
     */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        if (arguments.length != 2) {
            throw new IllegalArgumentException("Give the folder of the program and the folder of the image to make.");
        }
        Path program = Path.of(arguments[0]).toRealPath();
        Path image = Path.of(arguments[1]).toAbsolutePath().normalize();
        Path work = Files.createTempDirectory("bobbin-image");
        try {
            new ImageMaker(program, image).make(work);
        } finally {
            Folders.delete(work);
        }
        System.out.println(SizeTable.of(image));
    }

    private void make(Path work) throws IOException, InterruptedException {
        Folders.delete(image);
        Files.createDirectories(image);
        for (String name : COPIED) {
            copy(program.resolve(name), image.resolve(name));
        }
        for (SampleItem sample : SampleItem.all()) {
            sample.copyTo(image.resolve("samples"));
        }
        Path runtime = image.resolve("runtime");
        JavaRuntime.link(program.resolve("lib/fx"), runtime);
        SqliteLibrary.unpack(program.resolve("lib"), runtime, Natives.ofThisComputer());
        new SlimJars(Natives.ofThisComputer()).copy(program.resolve("lib"), image.resolve("lib"));

        Path java = runtime.resolve("bin").resolve(WINDOWS ? "java.exe" : "java");
        PythonFiles python = new PythonFiles(image, java, work);
        python.unpack(program.resolve("lib"));
        python.compile();
        setTimes();
        makeCaches(java);
        setTimes();
    }

    /** In a process on the image's own Java, for which alone they hold. */
    private void makeCaches(Path java) throws IOException, InterruptedException {
        int code = new ProcessBuilder(
                        java.toString(),
                        "-cp",
                        image.resolve("lib/bobbin.jar").toString(),
                        Caches.class.getName(),
                        image.toString())
                .inheritIO()
                .start()
                .waitFor();
        // They hold wherever the image lies, so it does not matter where they were made.
        Files.deleteIfExists(image.resolve("aot/made"));
        for (String part : List.of("window", "command", "engine")) {
            Path cache = image.resolve("aot").resolve(part + ".aot");
            if (code != 0 || !Files.isRegularFile(cache)) {
                throw new IOException("The cache " + cache + " could not be made. See the messages above.");
            }
        }
        // The Start menu of Windows names them where they lie.
        if (!WINDOWS) {
            PackedCaches.pack(image.resolve("aot"));
        }
    }

    private void setTimes() throws IOException {
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(file -> !Files.isSymbolicLink(file)).toList()) {
                Files.setLastModifiedTime(file, FileTime.from(TIME));
            }
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                if (!file.toString().contains("__pycache__")) {
                    Files.copy(file, to.resolve(from.relativize(file)), StandardCopyOption.COPY_ATTRIBUTES);
                }
            }
        }
    }
}
