package dev.bobbin.emulator.check;

import dev.bobbin.emulator.check.Rule.Breach;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.Definition.PublicLibrary;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.signature.SourceOutline.Import;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the code imports and the libraries of the definition. */
final class LibraryRules {

    /** Source: Python packaging, "Version specifiers", public version identifiers. */
    private static final Pattern VERSION = Pattern.compile(
            "v?(\\d+!)?\\d+(\\.\\d+)*([-_.]?(a|b|c|rc|alpha|beta|pre|preview)[-_.]?\\d*)?"
                    + "(-\\d+|[-_.]?(post|rev|r)[-_.]?\\d*)?([-_.]?dev[-_.]?\\d*)?(\\+[a-z0-9]+([-_.][a-z0-9]+)*)?",
            Pattern.CASE_INSENSITIVE);

    /** Packages other packages load by themselves, so that no import names them. */
    private static final Set<String> LOADED_BY_OTHERS = Set.of(
            "openpyxl",
            "xlrd",
            "xlsxwriter",
            "pyarrow",
            "fastparquet",
            "lxml",
            "html5lib",
            "tabulate",
            "tzdata",
            "pymssql",
            "aioodbc",
            "jinja2",
            "numexpr",
            "bottleneck",
            "certifi",
            "cryptography",
            "aiohttp",
            "setuptools",
            "wheel",
            "pip");

    static final List<Rule> ALL = List.of(
            Rule.warning(
                    "library-not-listed",
                    "Imported libraries are in definition.json.",
                    Sources.PUBLIC_LIBRARIES,
                    LibraryRules::notListed),
            Rule.warning(
                    "module-not-published",
                    "Code is in function_app.py or in a wheel.",
                    Sources.PARTS,
                    LibraryRules::notPublished),
            Rule.info(
                    "unused-library",
                    "Libraries of definition.json are imported.",
                    Sources.PUBLIC_LIBRARIES,
                    LibraryRules::unused),
            Rule.info(
                    "version-not-pinned", "A library has a version.", Sources.PUBLIC_LIBRARIES, LibraryRules::unpinned),
            Rule.warning(
                    "invalid-version",
                    "The version of a library is one version.",
                    Sources.PUBLIC_LIBRARIES,
                    LibraryRules::invalidVersion),
            Rule.warning(
                    "sdk-not-listed",
                    "The SDK is among the libraries.",
                    Sources.PUBLIC_LIBRARIES,
                    LibraryRules::sdkNotListed));

    private LibraryRules() {}

    private static List<PublicLibrary> listed(CheckedItem checked) {
        return checked.item().definition().publicLibraries();
    }

    /** Imports that need a library of the item: neither Python's own nor the SDK's nor a wheel's. */
    private static Stream<Import> foreign(CheckedItem checked) {
        return checked.outline().imports().stream()
                .filter(module -> !module.module().isEmpty()
                        && !module.module().equals("__future__")
                        && !ImportNames.isStandard(module.module())
                        && paths(module).noneMatch(path -> ImportNames.brings(ImportNames.SDK, path))
                        && !checked.wheels().bring(module.module()));
    }

    /** {@code from azure import identity} may mean the module azure.identity. */
    private static Stream<String> paths(Import module) {
        return Stream.concat(Stream.of(module.path()), module.names().stream().map(name -> module.path() + "." + name));
    }

    private static Stream<Breach> notListed(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null) {
            return Stream.empty();
        }
        Set<String> told = new HashSet<>();
        return unlisted(checked).filter(module -> told.add(packageOf(module))).map(module -> notListed(file, module));
    }

    /** The packages that the script imports and the definition does not list, each once. */
    static List<String> unlistedPackages(CheckedItem checked) {
        return unlisted(checked).map(LibraryRules::packageOf).distinct().toList();
    }

    private static Stream<Import> unlisted(CheckedItem checked) {
        return foreign(checked)
                .filter(module -> !module.guarded() && !isLocal(checked, module))
                .filter(module -> listed(checked).stream()
                        .map(PublicLibrary::name)
                        .filter(Objects::nonNull)
                        .noneMatch(name -> paths(module).anyMatch(path -> ImportNames.brings(name, path))));
    }

    private static String packageOf(Import module) {
        boolean namespace = module.path().equals(module.module())
                && Set.of("azure", "google").contains(module.module());
        String path = namespace && !module.names().isEmpty()
                ? module.path() + "." + module.names().getFirst()
                : module.path();
        return ImportNames.packages(path).getFirst();
    }

    private static Breach notListed(JsonFile file, Import module) {
        String library = packageOf(module);
        return Breach.of(
                module.statement(),
                Message.of("library-not-listed", library, module.path()),
                Fixes.automatic(
                        Message.of("fix.add-library", library),
                        Fixes.json(file, json -> Definitions.withPublicLibrary(json, library, null))));
    }

    private static boolean isLocal(CheckedItem checked, Import module) {
        Path root = checked.item().root();
        try {
            return Files.isRegularFile(root.resolve(module.module() + ".py"))
                    || Files.isRegularFile(root.resolve(module.module()).resolve("__init__.py"));
        } catch (InvalidPathException e) {
            // Damaged code imports names that no file can have.
            return false;
        }
    }

    private static Stream<Breach> notPublished(CheckedItem checked) {
        return foreign(checked)
                .filter(module -> isLocal(checked, module))
                .map(module ->
                        Breach.of(module.statement(), Message.of("module-not-published", module.module()), null));
    }

    private static Stream<Breach> unused(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        if (file == null || !checked.isReadable() || !checked.hasCode()) {
            return Stream.empty();
        }
        return entries(checked)
                .filter(entry -> entry.name() != null && isUnused(checked, entry.name()))
                .map(entry -> new Breach(
                        entry.place(file),
                        Message.of("unused-library", entry.name()),
                        Fixes.offered(
                                Message.of("fix.remove-from-definition"),
                                Fixes.json(file, json -> Definitions.without(json, entry.pointer(file))))));
    }

    private static boolean isUnused(CheckedItem checked, String name) {
        String normalised = ImportNames.normalised(name);
        return !normalised.equals(ImportNames.SDK)
                && !LOADED_BY_OTHERS.contains(normalised)
                && checked.outline().imports().stream()
                        .flatMap(LibraryRules::paths)
                        .noneMatch(path -> ImportNames.brings(name, path));
    }

    /** A library of the definition and its place in the list. */
    private record Entry(PublicLibrary library, int index) {

        @Nullable
        String name() {
            return library.name();
        }

        /** Schema 1.0.0 has one list for all libraries. */
        String pointer(JsonFile file) {
            String one = "/libraries/" + index;
            boolean inOneList = file.place(one).line() > 0;
            return inOneList ? one : "/libraries/public/" + index;
        }

        Place place(JsonFile file) {
            return file.place(pointer(file) + "/name");
        }

        Place versionPlace(JsonFile file) {
            Place version = file.place(pointer(file) + "/version");
            return version.line() > 0 ? version : place(file);
        }
    }

    private static Stream<Entry> entries(CheckedItem checked) {
        List<PublicLibrary> libraries = listed(checked);
        return IntStream.range(0, libraries.size()).mapToObj(i -> new Entry(libraries.get(i), i));
    }

    private static Stream<Breach> unpinned(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        return file == null
                ? Stream.empty()
                : entries(checked)
                        .filter(entry ->
                                entry.name() != null && isBlank(entry.library().version()))
                        .map(entry -> Breach.of(entry.place(file), Message.of("version-not-pinned", entry.name())));
    }

    private static boolean isBlank(@Nullable String version) {
        return version == null || version.isBlank();
    }

    private static Stream<Breach> invalidVersion(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        return file == null
                ? Stream.empty()
                : entries(checked)
                        .filter(entry -> !isBlank(entry.library().version())
                                && !VERSION.matcher(
                                                String.valueOf(entry.library().version())
                                                        .strip())
                                        .matches())
                        .map(entry -> Breach.of(
                                entry.versionPlace(file),
                                Message.of("invalid-version", entry.library().version(), entry.name())));
    }

    /** An item without any list has not been published yet; the service adds the SDK then. */
    private static Stream<Breach> sdkNotListed(CheckedItem checked) {
        JsonFile file = checked.item().definitionFile();
        boolean none = listed(checked).isEmpty()
                || listed(checked).stream()
                        .map(PublicLibrary::name)
                        .filter(Objects::nonNull)
                        .map(ImportNames::normalised)
                        .anyMatch(ImportNames.SDK::equals);
        return file == null || none
                ? Stream.empty()
                : Stream.of(new Breach(
                        file.place("/libraries"),
                        Message.of("sdk-not-listed", ImportNames.SDK),
                        Fixes.automatic(
                                Message.of("fix.add", ImportNames.SDK),
                                Fixes.json(
                                        file, json -> Definitions.withPublicLibrary(json, ImportNames.SDK, "1.0")))));
    }
}
