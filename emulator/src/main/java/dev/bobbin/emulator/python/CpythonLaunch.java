package dev.bobbin.emulator.python;

import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import java.io.File;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The user's own Python, with the libraries installed there.
 *
 * @param pythonHome folder that holds {@code bobbin_worker} and its companions
 * @param memoryMegabytes what a child may use
 * @param keepsLimit whether the system keeps a limit that a process sets for itself; otherwise the child is watched
 */
record CpythonLaunch(PythonFinder finder, Path pythonHome, int memoryMegabytes, boolean keepsLimit)
        implements ChildLaunch {

    @Override
    public String engineName() {
        return "cpython";
    }

    @Override
    public ChildCommand command(@Nullable Path itemFolder) throws IOException {
        PythonInstall python = finder.find(itemFolder);
        List<String> words = new ArrayList<>(List.of(python.executable().toString()));
        // Not the current folder on the path: whatever lies there must not get before the shim.
        words.add("-P");
        words.addAll(List.of("-m", "bobbin_worker"));
        if (keepsLimit) {
            words.add(String.valueOf(memoryMegabytes));
        }
        Map<String, String> environment = new HashMap<>();
        environment.put("PYTHONPATH", searchPath(System.getenv("PYTHONPATH")));
        // Files are UTF-8 unless said otherwise, as in the service, also on Windows.
        environment.put("PYTHONUTF8", "1");
        return new ChildCommand(words, environment);
    }

    @Override
    public boolean holdsManyVersions() {
        return false;
    }

    @Override
    public String installCommand(String module, @Nullable ChildCommand command) {
        String executable = command == null ? "python" : command.words().getFirst();
        return EngineAdvice.pipInstall(executable, List.of(module));
    }

    @Override
    public EngineLimits limits() {
        EngineLimits limits = EngineLimits.withMemoryMegabytes(memoryMegabytes);
        return keepsLimit ? limits : limits.watchedByHost();
    }

    private String searchPath(@Nullable String usersOwn) {
        return usersOwn == null || usersOwn.isBlank()
                ? pythonHome.toString()
                : pythonHome + File.pathSeparator + usersOwn;
    }
}
