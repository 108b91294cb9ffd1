package dev.bobbin.packaging.image;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;

/** A Java runtime of just the modules Bobbin needs, JavaFX among them, linked from the JDK that runs now. */
final class JavaRuntime {

    /**
     * The root modules: what {@code jdeps} finds in the jars, and what is looked up at run time only. {@code jdk.charsets}
     * and {@code jdk.zipfs} serve functions that read old encodings and archives, {@code jdk.localedata} German dates and
     * numbers. Left out are the compiler interface, which nothing uses without a compiling Python, and
     * {@code jdk.security.auth} for Hadoop's log-ins.
     */
    private static final List<String> MODULES = List.of(
            "java.desktop",
            "java.management",
            "java.naming",
            "java.sql",
            "jdk.charsets",
            "jdk.httpserver",
            "jdk.localedata",
            "jdk.management",
            "jdk.unsupported",
            "jdk.zipfs",
            "javafx.controls");

    private JavaRuntime() {}

    /**
     * Links the runtime.
     *
     * @param fx folder of the JavaFX modules of this platform
     * @param target folder that does not exist yet
     * @throws IOException when {@code jlink} is missing or fails, with what it said
     */
    static void link(Path fx, Path target) throws IOException {
        ToolProvider jlink = ToolProvider.findFirst("jlink")
                .orElseThrow(() -> new IOException("This Java has no jlink: a whole JDK 25 is needed."));
        StringWriter said = new StringWriter();
        PrintWriter out = new PrintWriter(said);
        int code = jlink.run(
                out,
                out,
                "--module-path=" + fx,
                "--add-modules=" + String.join(",", MODULES),
                "--include-locales=en,de",
                "--compress=zip-6",
                "--strip-java-debug-attributes",
                "--no-header-files",
                "--no-man-pages",
                // JavaFX would unpack them into every user's home folder.
                "--exclude-resources=glob:/javafx.*/*.so,glob:/javafx.*/*.dll,glob:/javafx.*/*.dylib",
                "--output=" + target);
        if (code != 0) {
            throw new IOException("jlink failed: " + said);
        }
        unpackNatives(fx, target);
    }

    /** Puts JavaFX's native libraries where it looks for them first. */
    private static void unpackNatives(Path fx, Path target) throws IOException {
        try (Stream<Path> jars = Files.list(fx)) {
            for (Path jar : jars.toList()) {
                try (JarFile file = new JarFile(jar.toFile())) {
                    for (JarEntry entry : Collections.list(file.entries())) {
                        if (Natives.isNative(entry.getName()) && entry.getName().indexOf('/') < 0) {
                            Path folder = target.resolve(entry.getName().endsWith(".dll") ? "bin" : "lib");
                            try (InputStream content = file.getInputStream(entry)) {
                                Files.copy(content, folder.resolve(entry.getName()));
                            }
                        }
                    }
                }
            }
        }
    }
}
