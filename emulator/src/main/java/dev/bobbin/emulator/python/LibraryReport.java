package dev.bobbin.emulator.python;

import dev.bobbin.emulator.check.ImportNames;
import dev.bobbin.emulator.check.UnlistedLibraries;
import dev.bobbin.emulator.check.Wheel;
import dev.bobbin.emulator.item.Definition.PrivateLibrary;
import dev.bobbin.emulator.item.Definition.PublicLibrary;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.python.local.PythonLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The libraries of an item and whether each engine has them, found out without running anything of the item.
 *
 * @param publicLibraries of the package index, in the order of {@code definition.json}, then those only imported
 * @param wheels the item's own, those in {@code privateLibraries} first, then those that are listed but not there
 * @param python which the engine {@code cpython} uses; null when there is none
 */
public record LibraryReport(
        List<PublicEntry> publicLibraries,
        List<WheelEntry> wheels,
        @Nullable PythonInstall python) {

    /**
     * A library of the package index.
     *
     * @param version as written; empty when none is
     * @param listed whether {@code definition.json} lists it; if not, the script imports it all the same
     */
    public record PublicEntry(
            String name, String version, boolean listed, Availability embedded, Availability cpython) {}

    /**
     * A wheel of the item.
     *
     * @param listed whether {@code definition.json} lists it, without which Fabric ignores it
     * @param otherSystem what it was built for, when that is not where published functions run; null when it fits
     * @param needs libraries it asks for that neither {@code definition.json} nor a wheel nor Bobbin brings
     */
    public record WheelEntry(
            String fileName,
            long bytes,
            boolean listed,
            @Nullable String otherSystem,
            List<String> needs,
            Availability embedded,
            Availability cpython) {

        public WheelEntry {
            needs = List.copyOf(needs);
        }
    }

    /** Whether an engine has a library, and why not. */
    public sealed interface Availability {

        /** Bobbin brings it, or what stands in for it. */
        record Own() implements Availability {}

        /** Bobbin brings a copy, in that version, for engines that do not find another. */
        record Bundled(String version) implements Availability {}

        /** It is installed in the Python of the engine, in that version. */
        record Installed(String version) implements Availability {}

        /** It comes from a wheel of the item. */
        record InWheel(String fileName) implements Availability {}

        /** Nobody has it. */
        record Missing() implements Availability {}

        /** It holds code for one kind of machine, which the engine cannot load from a wheel. */
        record NativeCode() implements Availability {}

        /** Its file is no wheel that can be read. */
        record Damaged() implements Availability {}

        /** There is no Python for this engine. */
        record NoPython() implements Availability {}
    }

    public LibraryReport {
        publicLibraries = List.copyOf(publicLibraries);
        wheels = List.copyOf(wheels);
    }

    /**
     * Looks at an item. Asks the user's Python what it has, and runs nothing else.
     *
     * @param pythonHome folder of the worker and the stand-ins for libraries
     */
    public static LibraryReport of(ItemFolder item, Path pythonHome, PythonFinder finder) {
        @Nullable PythonInstall python = null;
        Map<String, String> installed = new HashMap<>();
        try {
            python = finder.find(item.root());
            for (PythonLibrary library : finder.libraries(python)) {
                installed.put(ImportNames.normalised(library.name()), library.version());
            }
        } catch (IOException noPython) {
            // Every answer about the engine says so; the rest of the report stands.
        }
        List<Wheel> wheels = item.wheels().stream().map(Wheel::read).toList();
        Looker looker = new Looker(wheels, pythonHome, python == null ? Optional.empty() : Optional.of(installed));
        return new LibraryReport(looker.publicLibraries(item), looker.wheels(item), python);
    }

    /** What the answers are found out from. @param installed versions by normalised name; empty without a Python */
    private record Looker(List<Wheel> wheels, Path pythonHome, Optional<Map<String, String>> installed) {

        List<PublicEntry> publicLibraries(ItemFolder item) {
            List<PublicEntry> entries = new ArrayList<>();
            for (PublicLibrary library : item.definition().publicLibraries()) {
                String name = library.name();
                if (name != null && !name.isBlank()) {
                    @Nullable String version = library.version();
                    entries.add(
                            new PublicEntry(name, version == null ? "" : version, true, embedded(name), cpython(name)));
                }
            }
            UnlistedLibraries.of(item)
                    .forEach(name -> entries.add(new PublicEntry(name, "", false, embedded(name), cpython(name))));
            return entries;
        }

        private Availability embedded(String name) {
            List<String> modules = ImportNames.modules(name);
            if (ImportNames.isSdk(name)
                    || modules.stream().anyMatch(module -> EngineAdvice.isStandIn(pythonHome, module))) {
                return new Availability.Own();
            }
            return modules.stream()
                    .flatMap(module ->
                            wheels.stream().filter(wheel -> wheel.modules().contains(module)))
                    .findFirst()
                    .map(this::embedded)
                    .orElseGet(() -> BundledLibraries.in(pythonHome)
                            .version(name)
                            .<Availability>map(Availability.Bundled::new)
                            .orElseGet(Availability.Missing::new));
        }

        private Availability embedded(Wheel wheel) {
            return !wheel.readable()
                    ? new Availability.Damaged()
                    : wheel.isNative() ? new Availability.NativeCode() : new Availability.InWheel(wheel.fileName());
        }

        private Availability cpython(String name) {
            if (installed.isEmpty()) {
                return new Availability.NoPython();
            }
            Availability withoutPython = embedded(name);
            @Nullable String version = installed.get().get(ImportNames.normalised(name));
            // What Bobbin stands in for is its own in every engine.
            return withoutPython instanceof Availability.Own || version == null
                    ? withoutPython
                    : new Availability.Installed(version);
        }

        List<WheelEntry> wheels(ItemFolder item) {
            List<String> listed = item.definition().privateLibraries().stream()
                    .map(PrivateLibrary::name)
                    .filter(name -> name != null && !name.isBlank())
                    .map(String::valueOf)
                    .toList();
            List<WheelEntry> entries = new ArrayList<>();
            for (Wheel wheel : wheels) {
                Availability cpython = installed.isEmpty() ? new Availability.NoPython() : cpython(wheel);
                entries.add(new WheelEntry(
                        wheel.fileName(),
                        wheel.bytes(),
                        listed.contains(wheel.fileName()),
                        wheel.fitsService() ? null : wheel.builtFor(),
                        needs(wheel, item),
                        embedded(wheel),
                        cpython));
            }
            listed.stream()
                    .filter(name ->
                            wheels.stream().noneMatch(wheel -> wheel.fileName().equals(name)))
                    .forEach(name -> entries.add(new WheelEntry(
                            name, 0, true, null, List.of(), new Availability.Missing(), new Availability.Missing())));
            return entries;
        }

        private List<String> needs(Wheel wheel, ItemFolder item) {
            Set<String> brought = Stream.concat(
                            item.definition().publicLibraries().stream()
                                    .map(PublicLibrary::name)
                                    .filter(Objects::nonNull)
                                    .map(String::valueOf),
                            wheels.stream().map(Looker::distribution))
                    .map(ImportNames::normalised)
                    .collect(Collectors.toSet());
            return wheel.requires().stream()
                    .filter(name -> !brought.contains(ImportNames.normalised(name)))
                    .filter(name -> !isBrought(embedded(name)))
                    .toList();
        }

        private static boolean isBrought(Availability availability) {
            return availability instanceof Availability.Own || availability instanceof Availability.Bundled;
        }

        private static String distribution(Wheel wheel) {
            return wheel.fileName().split("-", 2)[0];
        }

        /** Python imports from a wheel as it lies there, which native code does not take part in. */
        private Availability cpython(Wheel wheel) {
            @Nullable
            String version = installed
                    .map(all -> all.get(ImportNames.normalised(distribution(wheel))))
                    .orElse(null);
            return wheel.isNative() && version != null ? new Availability.Installed(version) : embedded(wheel);
        }
    }
}
