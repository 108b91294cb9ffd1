package dev.bobbin.emulator.python;

import dev.bobbin.emulator.check.ImportNames;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipFile;
import org.jspecify.annotations.Nullable;

/**
 * What to say before code runs that imports what the embedded engine has not: which modules, and which Python to run it
 * in instead.
 *
 * @param modules top-level names of the modules, in the order of the text
 * @param line of the first of them, from 1
 * @param python the Python of this machine to run it in; null when there is none
 * @param usual whether the engine {@code cpython} uses that Python unless another is chosen
 * @param missingThere those of the modules that this Python has not either
 */
public record EngineAdvice(
        List<String> modules, int line, @Nullable PythonInstall python, boolean usual, List<String> missingThere) {

    public EngineAdvice {
        modules = List.copyOf(modules);
        missingThere = List.copyOf(missingThere);
    }

    /**
     * Advice for code that the embedded engine cannot load as a whole; empty when it can. Runs the user's Python to
     * ask what it has, but none of the code.
     *
     * @param pythonHome folder of the worker and the stand-ins for libraries
     * @param trusted whether programs in the item's folder and workspace may be run, such as the Python of an environment
     */
    public static Optional<EngineAdvice> of(ItemCode code, Path pythonHome, PythonFinder finder, boolean trusted) {
        List<SourceOutline.Import> missing = missing(code, pythonHome);
        if (missing.isEmpty()) {
            return Optional.empty();
        }
        Set<String> modules =
                missing.stream().map(SourceOutline.Import::module).collect(Collectors.toCollection(LinkedHashSet::new));
        int line = missing.getFirst().line();
        @Nullable Path folder = trusted ? code.script().getParent() : null;
        return Optional.of(forPython(List.copyOf(modules), line, folder, finder));
    }

    private static EngineAdvice forPython(List<String> modules, int line, @Nullable Path folder, PythonFinder finder) {
        try {
            PythonInstall usual = finder.find(folder);
            List<String> lacking = finder.lacking(usual, modules);
            if (!lacking.isEmpty()) {
                for (PythonInstall other : finder.all(folder)) {
                    if (finder.lacking(other, modules).isEmpty()) {
                        return new EngineAdvice(modules, line, other, false, List.of());
                    }
                }
            }
            return new EngineAdvice(modules, line, usual, true, lacking);
        } catch (IOException noPython) {
            return new EngineAdvice(modules, line, null, true, List.of());
        }
    }

    /** Imports that neither Python itself, nor Bobbin, nor the item brings, and whose failure the code does not expect. */
    static List<SourceOutline.Import> missing(ItemCode code, Path pythonHome) {
        Set<String> brought = new LinkedHashSet<>();
        code.libraries().forEach(library -> brought.addAll(modulesIn(library)));
        @Nullable Path folder = code.script().getParent();
        BundledLibraries bundled = BundledLibraries.in(pythonHome);
        return SourceParser.outline(code.text()).imports().stream()
                .filter(statement -> !statement.guarded() && !statement.module().isEmpty())
                .filter(statement -> !ImportNames.isStandard(statement.module())
                        && !brought.contains(statement.module())
                        && !isModule(folder, statement.module())
                        && !isStandIn(pythonHome, statement.path())
                        && !bundled.bring(statement.module()))
                .toList();
    }

    /** The command that installs what that Python lacks; empty when it lacks nothing, or when there is none. */
    public Optional<String> installCommand() {
        return python == null || missingThere.isEmpty()
                ? Optional.empty()
                : Optional.of(pipInstall(python.executable().toString(), missingThere));
    }

    /** One sentence: why, and what to do. */
    public String sentence() {
        String names = String.join(", ", modules);
        String why =
                "function_app.py imports " + names + " (line " + line + "), which the embedded engine does not have: ";
        if (python == null) {
            return why + "install Python 3.11 or newer with "
                    + (modules.size() == 1 ? "that library" : "those libraries")
                    + ", and run it in the engine cpython.";
        }
        String there = "run it in the engine cpython, your Python " + python.version() + " at " + python.executable()
                + (usual ? "" : " (--python " + python.executable() + ": it is not the first on this machine)");
        return why + there
                + installCommand().map(command -> ", after: " + command).orElse("") + ".";
    }

    /** Which Python has what the one used lacks, and how to choose it; empty when there is none. */
    public Optional<String> otherPython() {
        return python == null || usual
                ? Optional.empty()
                : Optional.of("The Python " + python.version() + " at " + python.executable() + " has "
                        + String.join(", ", modules) + ": add --python " + python.executable() + ".");
    }

    /** The command that installs what brings these modules. */
    static String pipInstall(String executable, List<String> modules) {
        return executable + " -m pip install "
                + modules.stream()
                        .map(module -> ImportNames.packages(module).getFirst())
                        .collect(Collectors.joining(" "));
    }

    /** Whether Bobbin has a stand-in for it: a module of the shim, or something in one. */
    static boolean isStandIn(Path pythonHome, String path) {
        Path place = pythonHome;
        for (String part : path.split("\\.")) {
            if (isFile(place.resolve(part + ".py"))
                    || isFile(place.resolve(part).resolve("__init__.py"))) {
                return true;
            }
            place = place.resolve(part);
        }
        return false;
    }

    private static boolean isModule(@Nullable Path folder, String name) {
        return folder != null && (isFile(folder.resolve(name + ".py")) || Files.isDirectory(folder.resolve(name)));
    }

    private static boolean isFile(Path path) {
        return Files.isRegularFile(path);
    }

    private static Set<String> modulesIn(Path library) {
        try (ZipFile wheel = new ZipFile(library.toFile());
                Stream<String> names = wheel.stream().map(entry -> entry.getName())) {
            return names.map(name -> name.contains("/") ? name.substring(0, name.indexOf('/')) : name)
                    .map(name -> name.endsWith(".py") ? name.substring(0, name.length() - 3) : name)
                    .collect(Collectors.toSet());
        } catch (IOException e) {
            // No wheel, or a broken one: it brings nothing.
            return Set.of();
        }
    }
}
