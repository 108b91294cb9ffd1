package dev.bobbin.emulator.standin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The names behind local ones; the twin of {@code _names.py}, which says how and why they differ. */
final class LocalNames {

    private static final Pattern ESCAPE = Pattern.compile("%([0-9A-F]{2})");
    private static final Pattern IN_THE_WAY = Pattern.compile("[<>:\"|?*\\x00-\\x1F]|[. ]\\z");
    private static final int HEXADECIMAL = 16;
    private static final Set<String> DEVICES = Stream.concat(
                    Stream.of("con", "prn", "aux", "nul"),
                    Stream.of("com", "lpt")
                            .flatMap(device -> IntStream.rangeClosed(1, 9).mapToObj(number -> device + number)))
            .collect(Collectors.toUnmodifiableSet());

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
        return Stream.of(local.split("/", -1)).map(LocalNames::servicePart).collect(Collectors.joining("/"));
    }

    /** A name that Bobbin would not give, such as {@code a%20b.csv}, stands for itself. */
    private static String servicePart(String kept) {
        String name = ESCAPE.matcher(kept)
                .replaceAll(escape -> Matcher.quoteReplacement(
                        String.valueOf((char) Integer.parseInt(escape.group(1), HEXADECIMAL))));
        return localPart(name).equals(kept) ? name : kept;
    }

    /** The local name of one part of a path. */
    static String localPart(String name) {
        String plain = ESCAPE.matcher(name).replaceAll("%25$1");
        String kept = IN_THE_WAY
                .matcher(plain)
                .replaceAll(match -> escaped(match.group().charAt(0)));
        String stem = kept.contains(".") ? kept.substring(0, kept.indexOf('.')) : kept;
        return DEVICES.contains(stem.toLowerCase(Locale.ROOT)) ? escaped(kept.charAt(0)) + kept.substring(1) : kept;
    }

    private static String escaped(char character) {
        return String.format(Locale.ROOT, "%%%02X", (int) character);
    }
}
