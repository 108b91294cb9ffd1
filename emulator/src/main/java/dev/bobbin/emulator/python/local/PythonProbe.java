package dev.bobbin.emulator.python.local;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Asks interpreters what they are, by running them. */
final class PythonProbe {

    /** The oldest Python functions run on. Source: service limits, "Python 3.11". */
    private static final int OLDEST_MINOR = 11;

    private static final String LACKING = "import json, sys; from importlib.util import find_spec;"
            + " print(json.dumps([name for name in sys.argv[1:] if find_spec(name) is None]))";

    private static final long PATIENCE_SECONDS = 30;

    private static final String WHO = "import json, sys; print(json.dumps([sys.executable, list(sys.version_info[:3]),"
            + " sys.implementation.name, sys.prefix]))";

    private static final String LIBRARIES = "import json; from importlib.metadata import distributions;"
            + " print(json.dumps(sorted({d.metadata['Name']: d.version for d in distributions()"
            + " if d.metadata['Name']}.items(), key=lambda e: e[0].lower())))";

    private static final JsonMapper JSON = new JsonMapper();

    private PythonProbe() {}

    /** What an interpreter said about itself. */
    sealed interface Answer {}

    record Usable(PythonInstall install) implements Answer {}

    /** @param reason a clause that follows the name of the file */
    record Unusable(String reason) implements Answer {}

    static Answer ask(PythonCandidate candidate) {
        try {
            JsonNode answer = run(candidate.executable(), WHO);
            JsonNode release = answer.path(1);
            String version = release.path(0).asText() + "." + release.path(1).asText() + "."
                    + release.path(2).asText();
            if (release.path(0).asInt() != 3 || release.path(1).asInt() < OLDEST_MINOR) {
                return new Unusable("is Python " + version);
            }
            return new Usable(new PythonInstall(
                    Path.of(answer.path(0).asText()),
                    Path.of(answer.path(3).asText()),
                    version,
                    answer.path(2).asText(),
                    candidate.source()));
        } catch (IOException e) {
            return new Unusable("does not run as Python: " + e.getMessage());
        }
    }

    /** @throws IOException when the interpreter does not answer */
    static List<PythonLibrary> libraries(Path executable) throws IOException {
        List<PythonLibrary> libraries = new ArrayList<>();
        for (JsonNode entry : run(executable, LIBRARIES)) {
            libraries.add(
                    new PythonLibrary(entry.path(0).asText(), entry.path(1).asText()));
        }
        return libraries;
    }

    /** Those of these top-level modules that are not there. @throws IOException when the interpreter does not answer */
    static List<String> lacking(Path executable, List<String> modules) throws IOException {
        List<String> lacking = new ArrayList<>();
        run(executable, LACKING, modules.toArray(String[]::new)).forEach(name -> lacking.add(name.asText()));
        return lacking;
    }

    private static JsonNode run(Path executable, String program, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(executable.toString(), "-c", program));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        process.getOutputStream().close();
        Thread watch = Thread.ofVirtual().start(() -> endWhenLate(process));
        try (InputStream out = process.getInputStream()) {
            String answer = new String(out.readAllBytes(), StandardCharsets.UTF_8);
            JsonNode value = JSON.readTree(answer);
            if (!value.isArray()) {
                throw new IOException("it gave no answer");
            }
            return value;
        } finally {
            watch.interrupt();
            process.destroyForcibly();
        }
    }

    private static void endWhenLate(Process process) {
        try {
            if (!process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            // It answered in time.
            Thread.currentThread().interrupt();
        }
    }
}
