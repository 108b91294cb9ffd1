package dev.bobbin.emulator.python.local;

import dev.bobbin.emulator.python.local.PythonProbe.Answer;
import dev.bobbin.emulator.python.local.PythonProbe.Unusable;
import dev.bobbin.emulator.python.local.PythonProbe.Usable;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Finds the Python an item's functions run in: the chosen one, or the first that is new enough of the item's
 * environment, the workspace's, the PATH and the usual places of the platform. Safe for use by several threads.
 */
public final class PythonFinder {

    /** Environment variable and, in lower case with a dot, system property that choose a Python. */
    private static final String CHOICE_VARIABLE = "BOBBIN_PYTHON";

    private static final String CHOICE_PROPERTY = "bobbin.python";

    private static final String NEEDED = "Functions need Python 3.11 or newer.";

    private static final String WHAT_TO_DO =
            " Install it from https://www.python.org/downloads/, or name the one to use"
                    + " with --python or in the environment variable " + CHOICE_VARIABLE + ".";

    private final PythonPlaces places;
    private final @Nullable Path chosen;
    private final Map<Asked, Answer> answers = new ConcurrentHashMap<>();

    /** An interpreter as it was when it was asked. */
    private record Asked(PythonCandidate candidate, FileTime changed) {}

    PythonFinder(PythonPlaces places, @Nullable Path chosen) {
        this.places = places;
        this.chosen = chosen;
    }

    /**
     * A finder for this machine.
     *
     * @param chosen the interpreter to use, or the folder of its environment; null when the user has not chosen one:
     *     then the environment variable {@code BOBBIN_PYTHON} or the system property {@code bobbin.python} may
     */
    public static PythonFinder ofThisMachine(@Nullable Path chosen) {
        return new PythonFinder(PythonPlaces.ofThisMachine(), chosen == null ? configured() : chosen);
    }

    /**
     * The Python to run an item's functions in.
     *
     * @param itemFolder null when there is no item
     * @throws IOException when there is none; the message says what was found instead, and what to do
     */
    public PythonInstall find(@Nullable Path itemFolder) throws IOException {
        List<String> unusable = new ArrayList<>();
        for (PythonCandidate candidate : candidates(itemFolder)) {
            switch (ask(candidate)) {
                case Usable usable -> {
                    return usable.install();
                }
                case Unusable other -> unusable.add(candidate.executable() + " " + other.reason());
            }
        }
        if (chosen != null) {
            String what = unusable.isEmpty() ? chosen + " is not there" : unusable.getFirst();
            throw new IOException("The chosen Python cannot be used: " + what + ". " + NEEDED + WHAT_TO_DO);
        }
        throw new IOException("There is no Python on this machine that can run functions. " + NEEDED
                + (unusable.isEmpty() ? "" : " Found: " + String.join("; ", unusable) + ".") + WHAT_TO_DO);
    }

    /** Every Python that can run functions, the one {@link #find} gives first; each once, however many names it has. */
    public List<PythonInstall> all(@Nullable Path itemFolder) {
        return List.copyOf(candidates(itemFolder).parallelStream()
                .map(this::ask)
                .filter(Usable.class::isInstance)
                .map(answer -> ((Usable) answer).install())
                .collect(Collectors.toMap(
                        PythonInstall::environment, install -> install, (first, _) -> first, LinkedHashMap::new))
                .values());
    }

    /**
     * The libraries installed in a Python, by name.
     *
     * @throws IOException when it does not answer
     */
    public List<PythonLibrary> libraries(PythonInstall install) throws IOException {
        return PythonProbe.libraries(install.executable());
    }

    /**
     * Those of these top-level modules that a Python cannot import; none of them is imported to find out.
     *
     * @throws IOException when it does not answer
     */
    public List<String> lacking(PythonInstall install, List<String> modules) throws IOException {
        return PythonProbe.lacking(install.executable(), modules);
    }

    private List<PythonCandidate> candidates(@Nullable Path itemFolder) {
        if (chosen == null) {
            return places.candidates(itemFolder);
        }
        Path interpreter = places.interpreter(chosen);
        return Files.exists(interpreter) ? List.of(new PythonCandidate(interpreter, PythonSource.CHOSEN)) : List.of();
    }

    /** An interpreter is asked again only when its file has changed. */
    private Answer ask(PythonCandidate candidate) {
        try {
            Asked key = new Asked(candidate, Files.getLastModifiedTime(candidate.executable()));
            return answers.computeIfAbsent(key, asked -> PythonProbe.ask(asked.candidate()));
        } catch (IOException e) {
            return new Unusable("cannot be read");
        }
    }

    private static @Nullable Path configured() {
        @Nullable String variable = System.getenv(CHOICE_VARIABLE);
        @Nullable
        String value = variable == null || variable.isBlank() ? System.getProperty(CHOICE_PROPERTY) : variable;
        return value == null || value.isBlank() ? null : Path.of(value);
    }
}
