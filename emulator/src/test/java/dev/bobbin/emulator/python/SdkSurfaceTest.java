package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The clients have the public names, parameters, defaults and options that the real packages document. */
@Timeout(60)
class SdkSurfaceTest {

    private static final String FUNCTIONS = """
            import importlib, inspect

            def shown(parameters):
                kept = [p for p in parameters if p.name != "self" and p.kind not in (p.VAR_KEYWORD, p.VAR_POSITIONAL)]
                return [p.name if p.default is p.empty else f"{p.name}={p.default!r}" for p in kept]

            @udf.function()
            def differences(module: str, lines: list) -> list:
                found = []
                package = importlib.import_module(module)
                for line in lines:
                    head, _, options = line.partition(" | ")
                    name, _, parameters = head.partition("(")
                    cls, _, method = name.partition(".")
                    member = getattr(getattr(package, cls, None), method, None)
                    if member is None:
                        found.append(name + " is missing")
                        continue
                    wanted = [p for p in parameters[:-1].split(", ") if p and p != "*"]
                    given = shown(inspect.signature(member).parameters.values())
                    if given[: len(wanted)] != wanted or any("=" not in extra for extra in given[len(wanted):]):
                        found.append(f"{name} has {given} instead of {wanted}")
                    known = getattr(member, "options", ())
                    conditions = "if_modified_since if_unmodified_since etag match_condition"
                    missing = [o for o in options.replace("~", conditions).split() if o not in known
                               and not any(g.split("=")[0] == o for g in given)]
                    takes_any = any(p.kind == p.VAR_KEYWORD for p in inspect.signature(member).parameters.values())
                    if missing and not (takes_any and not hasattr(member, "options")):
                        found.append(f"{name} does not take {missing}")
                return found
            """;

    @TempDir
    Path folder;

    @ParameterizedTest
    @CsvSource({
        "filedatalake.txt,azure.storage.filedatalake",
        "filedatalake.txt,azure.storage.filedatalake.aio",
        "cosmos.txt,azure.cosmos",
    })
    void isThatOfThePackage(String list, String module) throws IOException {
        try (WorkerChild child = WorkerChild.with(folder, FUNCTIONS)) {
            JsonNode lines = WorkerChild.json(WorkerChild.message("x")
                    .put("module", module)
                    .set("lines", WorkerChild.json(asJson(lines(list))))
                    .toString());

            Exchange answer = child.call("differences", lines.toString());

            assertThat(answer.status()).as(answer.last().toString()).isEqualTo("Succeeded");
            assertThat(answer.output()).isEqualTo("[]");
        }
    }

    private static List<String> lines(String list) {
        try (InputStream stream = SdkSurfaceTest.class.getResourceAsStream("/surface/" + list)) {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String asJson(List<String> lines) {
        List<String> quoted = new ArrayList<>();
        lines.forEach(line -> quoted.add('"' + line.replace("\"", "\\\"") + '"'));
        return quoted.toString();
    }
}
