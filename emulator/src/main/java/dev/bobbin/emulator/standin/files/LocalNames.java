package dev.bobbin.emulator.standin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The names behind local ones; the twin of {@code _names.py}, which says how and why they differ. */
final class LocalNames {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-F]{2})");
    private static final int HEXADECIMAL = 16;

    private LocalNames() {}

    /** The entry of a folder that has this name for the service; empty when there is none. */
    static Optional<Path> find(Path folder, String name) throws IOException {
        if (!Files.isDirectory(folder)) {
            return Optional.empty();
        }
        try (Stream<Path> entries = Files.list(folder)) {
            return entries.filter(
                            entry -> service(entry.getFileName().toString()).equals(name))
                    .findFirst();
        }
    }

    /** The path that the service has for a local one. */
    static String service(String local) {
        return ESCAPE.matcher(local)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), HEXADECIMAL))));
    }
}
