package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.python.local.PythonInstall;
import dev.bobbin.emulator.python.local.PythonLibrary;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin engines}: which Pythons functions can run in, and what is installed there. */
@Command(
        name = "engines",
        mixinStandardHelpOptions = true,
        exitCodeListHeading = Main.EXIT_CODES,
        exitCodeList = {
            "0:there is a Python of your own",
            "1:there is none; the embedded one is always there",
            Main.WRONG_USAGE
        },
        description = "Shows the Pythons that functions can run in, and their libraries.")
final class EnginesCommand implements Callable<Integer> {

    @Parameters(
            index = "0",
            arity = "0..1",
            paramLabel = "<item>",
            description = "An item folder: its own environment, or its workspace's, comes first.")
    @Nullable
    Path item;

    @Option(
            names = "--python",
            paramLabel = "FILE",
            description = "The Python to use, or the folder of its environment.")
    @Nullable
    Path python;

    @Option(names = "--json", description = "Prints one JSON object.")
    boolean json;

    /** The user's own Python: found, or not and why. */
    private record Own(
            @Nullable PythonInstall install,
            List<PythonLibrary> libraries,
            List<PythonInstall> others,
            String reason) {}

    @Override
    public Integer call() throws IOException {
        PythonFinder finder = Emulator.pythons(new EngineOptions(python, null));
        Own own = own(finder, item == null ? null : item.toAbsolutePath().normalize());
        if (json) {
            Output.json(false, out -> write(own, out));
        } else {
            show(own);
        }
        return own.install() == null ? 1 : 0;
    }

    private static Own own(PythonFinder finder, @Nullable Path folder) {
        try {
            PythonInstall install = finder.find(folder);
            List<PythonInstall> others = finder.all(folder).stream()
                    .filter(other -> !other.environment().equals(install.environment()))
                    .toList();
            return new Own(install, finder.libraries(install), others, "");
        } catch (IOException e) {
            return new Own(null, List.of(), List.of(), String.valueOf(e.getMessage()));
        }
    }

    private static void show(Own own) throws IOException {
        Output.line("embedded   Python " + Emulator.EMBEDDED_PYTHON + " (GraalPy), always there:"
                + " the standard library, and libraries in pure Python from the item's privateLibraries");
        @Nullable PythonInstall install = own.install();
        if (install == null) {
            Output.lines("cpython    " + own.reason());
            return;
        }
        Output.line("cpython    " + describe(install));
        Output.line("           "
                + (own.libraries().isEmpty()
                        ? "no libraries installed"
                        : own.libraries().stream()
                                .map(library -> library.name() + " " + library.version())
                                .collect(Collectors.joining(", "))));
        for (PythonInstall other : own.others()) {
            Output.line("also here  " + describe(other));
        }
    }

    private static String describe(PythonInstall install) {
        return "Python " + install.version() + ", " + install.executable() + " ("
                + install.source().words() + ")";
    }

    private static void write(Own own, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("engines");
        out.writeStartObject();
        out.writeStringField("name", Emulator.ENGINES.getFirst());
        out.writeBooleanField("available", true);
        out.writeStringField("version", Emulator.EMBEDDED_PYTHON);
        out.writeStringField("implementation", "graalpy");
        out.writeEndObject();
        out.writeStartObject();
        out.writeStringField("name", Emulator.ENGINES.getLast());
        @Nullable PythonInstall install = own.install();
        out.writeBooleanField("available", install != null);
        if (install == null) {
            out.writeStringField("reason", own.reason());
        } else {
            writeFields(install, out);
            out.writeArrayFieldStart("libraries");
            for (PythonLibrary library : own.libraries()) {
                out.writeStartObject();
                out.writeStringField("name", library.name());
                out.writeStringField("version", library.version());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeArrayFieldStart("others");
            for (PythonInstall other : own.others()) {
                out.writeStartObject();
                writeFields(other, out);
                out.writeEndObject();
            }
            out.writeEndArray();
        }
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private static void writeFields(PythonInstall install, JsonGenerator out) throws IOException {
        out.writeStringField("version", install.version());
        out.writeStringField("implementation", install.implementation());
        out.writeStringField("executable", install.executable().toString());
        out.writeStringField("source", install.source().words());
    }
}
