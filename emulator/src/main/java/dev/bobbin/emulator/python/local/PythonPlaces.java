package dev.bobbin.emulator.python.local;

import java.io.File;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where a Python may lie: the item's own environment, the workspace's, the PATH, then the places where installers,
 * version managers and distributions of each platform put it.
 */
final class PythonPlaces {

    /** Newest release first; 3.11 is the oldest that functions run on. */
    private static final List<String> RELEASES = List.of("3.14", "3.13", "3.12", "3.11");

    private static final List<String> ENVIRONMENTS = List.of(".venv", "venv");

    private final Map<String, String> environment;
    private final Path home;
    private final boolean windows;
    private final boolean mac;

    /**
     * @param environment variables of this process
     * @param home the user's home folder
     * @param system name of the operating system, as in {@code os.name}
     */
    PythonPlaces(Map<String, String> environment, Path home, String system) {
        this.environment = Map.copyOf(environment);
        this.home = home;
        String lower = system.toLowerCase(Locale.ROOT);
        this.windows = lower.startsWith("windows");
        this.mac = lower.startsWith("mac");
    }

    /** The places of this machine. */
    static PythonPlaces ofThisMachine() {
        return new PythonPlaces(
                System.getenv(), Path.of(System.getProperty("user.home", "")), System.getProperty("os.name", ""));
    }

    /** Existing files that may be interpreters, best first. @param itemFolder null when there is no item */
    List<PythonCandidate> candidates(@Nullable Path itemFolder) {
        List<PythonCandidate> found = new ArrayList<>();
        if (itemFolder != null) {
            add(found, PythonSource.ITEM, environments(itemFolder));
            @Nullable Path workspace = itemFolder.toAbsolutePath().getParent();
            if (workspace != null) {
                add(found, PythonSource.WORKSPACE, environments(workspace));
            }
        }
        add(found, PythonSource.PATH, onPath());
        add(found, PythonSource.USUAL_PLACE, usual());
        return found;
    }

    /** The interpreter that a user means with this path: itself, or the one in that environment. */
    Path interpreter(Path chosen) {
        return Files.isDirectory(chosen)
                ? inEnvironment(chosen).filter(Files::isRegularFile).findFirst().orElse(chosen)
                : chosen;
    }

    private Stream<Path> environments(Path folder) {
        return ENVIRONMENTS.stream().map(folder::resolve).flatMap(this::inEnvironment);
    }

    private Stream<Path> inEnvironment(Path folder) {
        return windows
                ? Stream.of(folder.resolve("Scripts/python.exe"), folder.resolve("python.exe"))
                : Stream.of(folder.resolve("bin/python3"), folder.resolve("bin/python"));
    }

    private Stream<Path> onPath() {
        String path = environment.getOrDefault(windows && !environment.containsKey("PATH") ? "Path" : "PATH", "");
        List<Path> folders = Stream.of(path.split(File.pathSeparator))
                .filter(entry -> !entry.isBlank())
                .flatMap(PythonPlaces::path)
                .toList();
        return names().flatMap(name -> folders.stream().map(folder -> folder.resolve(name)));
    }

    private Stream<String> names() {
        if (windows) {
            return Stream.of("python3.exe", "python.exe", "py.exe");
        }
        return Stream.concat(Stream.of("python3", "python"), RELEASES.stream().map(release -> "python" + release));
    }

    private Stream<Path> usual() {
        if (windows) {
            return onWindows();
        }
        Stream<Path> versionManagers = Stream.of(
                        children(home.resolve(".pyenv/versions")),
                        children(home.resolve(".local/share/uv/python")),
                        children(home.resolve(".asdf/installs/python")),
                        children(home.resolve(".local/share/mise/installs/python")),
                        Stream.of("miniconda3", "miniforge3", "mambaforge", "anaconda3")
                                .map(home::resolve))
                .flatMap(folders -> folders)
                .flatMap(this::inEnvironment);
        Stream<Path> folders = mac
                ? Stream.of(
                                Stream.of(Path.of("/opt/homebrew/bin"), Path.of("/usr/local/bin")),
                                children(Path.of("/Library/Frameworks/Python.framework/Versions"))
                                        .map(version -> version.resolve("bin")),
                                Stream.of(Path.of("/opt/local/bin"), Path.of("/usr/bin")))
                        .flatMap(places -> places)
                : Stream.of(Path.of("/usr/local/bin"), Path.of("/usr/bin"), home.resolve(".local/bin"));
        return Stream.concat(
                folders.flatMap(folder -> names().map(folder::resolve)),
                Stream.concat(
                        versionManagers,
                        Stream.of("/opt/conda", "/opt/python").map(Path::of).flatMap(this::inEnvironment)));
    }

    private Stream<Path> onWindows() {
        Stream<Path> launcher = folder("WINDIR").map(folder -> folder.resolve("py.exe"));
        Stream<Path> installed = Stream.of(
                        folder("LOCALAPPDATA").flatMap(folder -> children(folder.resolve("Programs/Python"))),
                        folder("ProgramFiles").flatMap(PythonPlaces::children),
                        Stream.of(Path.of("C:\\")).flatMap(PythonPlaces::children),
                        children(home.resolve(".pyenv/pyenv-win/versions")),
                        Stream.of("miniconda3", "miniforge3", "anaconda3").map(home::resolve))
                .flatMap(folders -> folders)
                .map(folder -> folder.resolve("python.exe"));
        return Stream.concat(launcher, installed);
    }

    private Stream<Path> folder(String variable) {
        String value = environment.getOrDefault(variable, "");
        return value.isBlank() ? Stream.empty() : path(value);
    }

    /** Folders in a folder, the highest version first. */
    private static Stream<Path> children(Path folder) {
        List<Path> found = new ArrayList<>();
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder, Files::isDirectory)) {
            entries.forEach(found::add);
        } catch (IOException e) {
            // Not there, or not ours to read: nothing is found in it.
            return Stream.empty();
        }
        found.sort(Comparator.comparing(PythonPlaces::versionKey).reversed());
        return found.stream();
    }

    /** Orders 3.9 before 3.11. */
    private static String versionKey(Path folder) {
        StringBuilder key = new StringBuilder();
        for (String part : String.valueOf(folder.getFileName()).split("(?<=\\d)(?=\\D)|(?<=\\D)(?=\\d)")) {
            boolean number = !part.isEmpty() && Character.isDigit(part.charAt(0));
            key.append(number ? "0".repeat(Math.max(0, 6 - part.length())) + part : part);
        }
        return key.toString();
    }

    private static void add(List<PythonCandidate> found, PythonSource source, Stream<Path> paths) {
        paths.filter(Files::isRegularFile)
                .filter(path ->
                        found.stream().noneMatch(known -> known.executable().equals(path)))
                .forEach(path -> found.add(new PythonCandidate(path, source)));
    }

    private static Stream<Path> path(String text) {
        try {
            return Stream.of(Path.of(text.strip()));
        } catch (InvalidPathException e) {
            return Stream.empty();
        }
    }
}
