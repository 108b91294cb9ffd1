package dev.bobbin.emulator.python;

import dev.bobbin.emulator.check.ImportNames;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Libraries that every engine has at the end of its path, for the SDK brings them in the service: {@code requests} and
 * what it needs. Those of the item, or installed in the user's Python, come before them.
 *
 * @param folder with modules and their metadata
 */
record BundledLibraries(Path folder) {

    private static final Pattern METADATA = Pattern.compile("(?<name>.+)-(?<version>[^-]+)\\.dist-info");

    /** @param pythonHome folder of the worker */
    static BundledLibraries in(Path pythonHome) {
        return new BundledLibraries(pythonHome.resolve("bobbin_worker/bundled"));
    }

    /** Whether one of them is the module of that name. */
    boolean bring(String module) {
        return Files.isRegularFile(folder.resolve(module).resolve("__init__.py"));
    }

    /** The version of the package of that name; empty when it is not one of them. */
    Optional<String> version(String packageName) {
        String wanted = ImportNames.normalised(packageName);
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> METADATA.matcher(file.getFileName().toString()))
                    .filter(Matcher::matches)
                    .filter(metadata ->
                            ImportNames.normalised(metadata.group("name")).equals(wanted))
                    .map(metadata -> metadata.group("version"))
                    .findFirst();
        } catch (IOException e) {
            // Another Python home than the program's own brings none.
            return Optional.empty();
        }
    }
}
