package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.Definition.PrivateLibrary;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The item's own wheels. */
final class LibraryRules {

    private static final String LIBRARIES = "User data function definition, \"PrivateLibraryObject\"";
    private static final String LIMITS = "User data functions, service limits and considerations";

    static final List<Rule> ALL = List.of(
            Rule.warning("missing-wheel", LIBRARIES, LibraryRules::missing),
            Rule.error("wheel-too-large", LIMITS, LibraryRules::tooLarge));

    private LibraryRules() {}

    private static Stream<Breach> missing(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        Set<String> present =
                checked.item().wheels().stream().map(LibraryRules::fileName).collect(Collectors.toSet());
        List<PrivateLibrary> libraries = checked.item().definition().privateLibraries();
        return IntStream.range(0, libraries.size())
                .filter(i -> libraries.get(i).name() != null
                        && !present.contains(libraries.get(i).name()))
                .mapToObj(i -> Breach.of(
                        file.place("/libraries/private/" + i + "/name"),
                        "The library " + libraries.get(i).name() + " is not in the folder privateLibraries."));
    }

    private static Stream<Breach> tooLarge(CheckedItem checked) {
        long most = checked.profile().wheelBytes();
        return checked.item().wheels().stream()
                .filter(wheel -> size(wheel) > most)
                .map(wheel -> Breach.of(
                        Place.of(Path.of(ItemFolder.WHEELS, fileName(wheel))),
                        "%s has %.1f MB; the service accepts %.1f MB at most."
                                .formatted(fileName(wheel), megabytes(size(wheel)), megabytes(most))));
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024.0);
    }

    private static long size(Path wheel) {
        try {
            return Files.size(wheel);
        } catch (IOException e) {
            // Gone since it was listed: there is nothing to say about its size.
            return 0;
        }
    }

    private static String fileName(Path wheel) {
        return String.valueOf(wheel.getFileName());
    }
}
