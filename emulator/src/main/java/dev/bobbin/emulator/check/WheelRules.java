package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.Definition.PrivateLibrary;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The item's own wheels and what the definition says of them. */
final class WheelRules {

    static final List<Rule> ALL = List.of(
            Rule.warning(
                    "missing-wheel",
                    "Wheels of definition.json are in privateLibraries.",
                    Sources.PRIVATE_LIBRARIES,
                    WheelRules::missing),
            Rule.warning(
                    "wheel-not-listed",
                    "Wheels in privateLibraries are in definition.json.",
                    Sources.PRIVATE_LIBRARIES,
                    WheelRules::notListed),
            Rule.error("wheel-too-large", "A wheel is small enough.", Sources.LIMITS, WheelRules::tooLarge),
            Rule.error(
                    "wheel-unreadable",
                    "A wheel is a zip file.",
                    Sources.WHEELS,
                    each(wheel -> !wheel.readable(), wheel -> Message.of("wheel-unreadable", wheel.fileName()))),
            Rule.error(
                    "wheel-name",
                    "A wheel has the name of a wheel.",
                    Sources.WHEELS,
                    each(wheel -> wheel.tags() == null, wheel -> Message.of("wheel-name", wheel.fileName()))),
            Rule.error(
                    "wheel-for-other-system",
                    "A wheel fits Python 3.11 on Linux.",
                    Sources.RUNTIME,
                    each(
                            wheel -> !wheel.fitsService(),
                            wheel -> Message.of("wheel-for-other-system", wheel.fileName(), wheel.tags()))),
            Rule.error(
                    "wheel-for-other-python",
                    "A wheel works with Python 3.11.",
                    Sources.RUNTIME,
                    each(
                            wheel -> wheel.newerPython().isPresent(),
                            wheel -> Message.of(
                                    "wheel-for-other-python",
                                    wheel.fileName(),
                                    wheel.newerPython().orElse("")))),
            Rule.warning(
                    "wheel-native-code",
                    "A wheel consists of Python alone.",
                    Sources.PRIVATE_LIBRARIES,
                    each(
                            wheel -> wheel.isNative() && wheel.fitsService(),
                            wheel -> Message.of("wheel-native-code", wheel.fileName()))));

    private WheelRules() {}

    private static Function<CheckedItem, Stream<Breach>> each(
            Predicate<Wheel> breaks, Function<Wheel, Message> message) {
        return checked -> checked.wheels().all().stream()
                .filter(breaks)
                .map(wheel -> Breach.of(place(wheel), message.apply(wheel)));
    }

    private static Place place(Wheel wheel) {
        return Place.of(Path.of(ItemFolder.WHEELS, wheel.fileName()));
    }

    private static Stream<Breach> missing(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        List<PrivateLibrary> libraries = checked.item().definition().privateLibraries();
        return IntStream.range(0, libraries.size())
                .filter(i -> libraries.get(i).name() != null
                        && !checked.wheels()
                                .contains(String.valueOf(libraries.get(i).name())))
                .mapToObj(i -> new Breach(
                        file.place("/libraries/private/" + i + "/name"),
                        Message.of("missing-wheel", libraries.get(i).name()),
                        Fixes.offered(
                                Message.of("fix.remove-from-definition"),
                                Fixes.json(file, json -> Definitions.without(json, "/libraries/private/" + i)))));
    }

    private static Stream<Breach> notListed(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        Set<String> listed = checked.item().definition().privateLibraries().stream()
                .map(PrivateLibrary::name)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
        return checked.wheels().all().stream()
                .filter(wheel -> !listed.contains(wheel.fileName()))
                .map(wheel -> new Breach(
                        place(wheel),
                        Message.of("wheel-not-listed", wheel.fileName()),
                        Fixes.automatic(
                                Message.of("fix.add-to-definition"),
                                Fixes.json(file, json -> Definitions.withWheel(json, wheel.fileName())))));
    }

    private static Stream<Breach> tooLarge(CheckedItem checked) {
        long most = checked.profile().wheelBytes();
        return checked.wheels().all().stream()
                .filter(wheel -> wheel.bytes() > most)
                .map(wheel -> Breach.of(
                        place(wheel),
                        Message.of(
                                "wheel-too-large",
                                wheel.fileName(),
                                megabytes(wheel.bytes()),
                                checked.profile().name(),
                                megabytes(most))));
    }

    private static double megabytes(long bytes) {
        return bytes / (1024.0 * 1024.0);
    }
}
