package dev.bobbin.emulator.check;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Which packages of PyPI bring which modules, and which modules Python brings itself. */
public final class ImportNames {

    /** The package every item has. */
    static final String SDK = "fabric-user-data-functions";

    private static final Set<String> STANDARD =
            lines("standard-library-3.11.txt").collect(Collectors.toSet());
    private static final Map<String, List<String>> PACKAGES = lines("import-names.properties")
            .map(line -> line.split("=", 2))
            .collect(Collectors.toMap(
                    entry -> entry[0].strip(),
                    entry -> Arrays.stream(entry[1].split(","))
                            .map(String::strip)
                            .toList(),
                    (first, _) -> first,
                    HashMap::new));

    private ImportNames() {}

    /** Whether Python 3.11 has the module. */
    public static boolean isStandard(String module) {
        return STANDARD.contains(module);
    }

    /**
     * The packages that bring a module, the usual one first.
     *
     * @param path such as {@code azure.storage.blob}; {@code azure.cosmos.aio} is in the package of {@code azure.cosmos}
     */
    public static List<String> packages(String path) {
        for (String part = path; !part.isEmpty(); part = parent(part)) {
            List<String> known = PACKAGES.get(part);
            if (known != null) {
                return known;
            }
            String last = part.substring(part.lastIndexOf('.') + 1);
            List<String> family = PACKAGES.get(parent(part) + ".*");
            if (family != null) {
                return family.stream()
                        .map(name -> name.replace("*", last.replace('_', '-')))
                        .toList();
            }
        }
        return List.of(top(path));
    }

    /** Whether a package is the SDK, which every item has. */
    public static boolean isSdk(String packageName) {
        return normalised(packageName).equals(SDK);
    }

    /** The modules that a package brings: those of the table, else the one that its name stands for. */
    public static List<String> modules(String packageName) {
        String wanted = normalised(packageName);
        List<String> known = PACKAGES.entrySet().stream()
                .filter(entry ->
                        entry.getValue().stream().map(ImportNames::normalised).anyMatch(wanted::equals))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
        String likely = wanted.startsWith("azure-") ? wanted.replace('-', '.') : wanted.replace('-', '_');
        return known.isEmpty() ? List.of(likely) : known;
    }

    /** Whether a package of that name brings the module, by the table or by the likeness of the names. */
    static boolean brings(String packageName, String path) {
        String listed = normalised(packageName);
        if (packages(path).stream().map(ImportNames::normalised).anyMatch(listed::equals)) {
            return true;
        }
        String module = normalised(path);
        String top = normalised(top(path));
        boolean alike = Stream.of(
                        top, "python-" + top, "py" + top, top + "-python", top + "-py", "py-" + top, top + "-binary")
                .anyMatch(listed::equals);
        // azure.identity.aio is in azure-identity; foo_bar may be in foo.
        boolean namespace = module.equals(listed) || module.startsWith(listed + "-");
        return ofNamespace(path) ? namespace : alike || namespace;
    }

    /** A package's name as PyPI compares it. Source: Python packaging, "Names and normalization". */
    public static String normalised(String name) {
        return name.replaceAll("[-_.]+", "-").toLowerCase(Locale.ROOT);
    }

    private static boolean ofNamespace(String path) {
        return path.startsWith("azure.") || path.startsWith("google.cloud.");
    }

    /** The package around a module; empty for one that stands alone. */
    private static String parent(String path) {
        return path.substring(0, Math.max(path.lastIndexOf('.'), 0));
    }

    private static String top(String path) {
        int dot = path.indexOf('.');
        return dot < 0 ? path : path.substring(0, dot);
    }

    private static Stream<String> lines(String resource) {
        try (InputStream in = ImportNames.class.getResourceAsStream("/dev/bobbin/emulator/check/" + resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8));
            return reader.lines().filter(line -> !line.isBlank() && !line.startsWith("#")).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
