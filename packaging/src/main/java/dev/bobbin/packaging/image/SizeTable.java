package dev.bobbin.packaging.image;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What takes how much of an image, in megabytes of 1,000,000 bytes. */
final class SizeTable {

    /** What a file belongs to: the first pattern that matches its path in the image. */
    private static final Map<Pattern, String> PARTS = new LinkedHashMap<>();

    static {
        part("runtime/lib/(server|modules).*", "Java runtime: the machine and its modules, JavaFX among them");
        part("runtime/.*", "Java runtime: native libraries and the rest");
        part(
                "lib/(python|truffle|icu4j|regex|polyglot|profiler|xz-25|json-25|jniutils|nativeimage|collections|word).*",
                "GraalPy: jars");
        part("graalpy/.*\\.pyc|python/.*\\.pyc", "GraalPy: compiled modules");
        part("graalpy/.*", "GraalPy: Python's standard library");
        part("aot/.*", "caches for quick starts, packed");
        part(
                "lib/(parquet|delta|zstd|snappy|aircompressor|jts|RoaringBitmap|commons|fastexcel|aalto|stax2|fastcsv).*",
                "reading and writing data files: Parquet, Delta, Excel, CSV");
        part("lib/(sqlite|pgcodekeeper|antlr).*", "T-SQL on SQLite");
        part("lib/(bobbin).*|python/.*|bin/.*", "Bobbin itself");
        part(".*", "other libraries, licences");
    }

    private SizeTable() {}

    private static void part(String pattern, String name) {
        PARTS.put(Pattern.compile(pattern), name);
    }

    /** A table for people, one part a line, the sum last. */
    static String of(Path image) throws IOException {
        Map<String, Long> sizes = new LinkedHashMap<>();
        PARTS.values().forEach(name -> sizes.put(name, 0L));
        try (Stream<Path> files = Files.walk(image)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                sizes.merge(partOf(image.relativize(file)), Files.size(file), Long::sum);
            }
        }
        long sum = sizes.values().stream().mapToLong(Long::longValue).sum();
        return sizes.entrySet().stream()
                        .map(entry -> line(entry.getValue(), entry.getKey()))
                        .collect(Collectors.joining())
                + line(sum, "all");
    }

    private static String partOf(Path file) {
        String path = file.toString().replace('\\', '/');
        return PARTS.entrySet().stream()
                .filter(part -> part.getKey().matcher(path).matches())
                .map(Map.Entry::getValue)
                .findFirst()
                .orElseThrow();
    }

    private static String line(long bytes, String name) {
        return String.format(Locale.ROOT, "%7.1f MB  %s%n", bytes / 1e6, name);
    }
}
