package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.EngineOutcome.LoadFailed;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.python.local.PythonFinder;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.lifecycle.AfterContainer;
import net.jqwik.api.lifecycle.BeforeContainer;

/** Whatever a caller sends and whatever a file holds: always an answer, and never the end of the process. */
class ArbitraryInputProperties {

    private static final List<String> TYPES = List.of(
            "str",
            "int",
            "float",
            "bool",
            "list",
            "dict",
            "set",
            "tuple",
            "datetime.datetime",
            "datetime.date",
            "list[int]",
            "dict[str, float]",
            "typing.Optional[int]",
            "int | None",
            "typing.Any",
            "bytes",
            "decimal.Decimal",
            "Shape",
            "typing.Literal[1]");

    private static final String SOURCE = """
            import datetime, decimal, typing

            class Shape:
                pass

            """
            + IntStream.range(0, TYPES.size())
                    .mapToObj(i -> """
                            @udf.function()
                            def f%d(v: %s) -> str:
                                return str(v)

                            """.formatted(i, TYPES.get(i)))
                    .collect(Collectors.joining());

    private static Path folder;
    private static List<PythonEngine> engines;

    @BeforeContainer
    static void start() throws IOException {
        folder = Files.createTempDirectory("arbitrary");
        PythonFinder finder = PythonFinder.ofThisMachine(null);
        EngineLaunch launch = EngineLaunch.fromSystemProperties();
        PythonEngine embedded = PythonEngine.embedded(launch);
        engines = finder.all(null).isEmpty()
                ? List.of(embedded)
                : List.of(embedded, PythonEngine.cpython(finder, launch.pythonHome(), CpythonMemory.DEFAULT_MEGABYTES));
    }

    @AfterContainer
    static void close() throws IOException {
        engines.forEach(PythonEngine::close);
        Files.deleteIfExists(folder.resolve("function_app.py"));
        Files.delete(folder);
    }

    @Property(tries = 150)
    void everyJsonValueForEveryTypeIsAnswered(@ForAll("json") String value) {
        String body = "{\"v\": " + value + "}";
        for (PythonEngine engine : engines) {
            EngineRig rig = new EngineRig(engine, folder);
            ItemCode code = rig.code(SOURCE);
            for (int i = 0; i < TYPES.size(); i++) {
                assertThat(rig.call(code, "f" + i, body))
                        .isInstanceOfSatisfying(
                                Answered.class,
                                answered -> assertThat(answered.status()).isIn(Status.SUCCEEDED, Status.BAD_REQUEST));
            }
        }
    }

    @Property(tries = 150)
    void everyBodyIsAnswered(@ForAll("bodies") String body) {
        for (PythonEngine engine : engines) {
            EngineRig rig = new EngineRig(engine, folder);
            assertThat(rig.call(rig.code(SOURCE), "f0", body)).isInstanceOf(Answered.class);
        }
    }

    @Property(tries = 6)
    void everyFileIsAnItemsCode(@ForAll byte[] content) throws IOException {
        Files.write(folder.resolve("function_app.py"), content);
        ItemCode code = ItemCode.of(ItemReader.read(folder));
        for (PythonEngine engine : engines) {
            EngineOutcome outcome = new EngineRig(engine, folder).call(code, "any", "{}");
            assertThat(outcome).isInstanceOfAny(LoadFailed.class, Answered.class);
        }
    }

    @Property(tries = 5)
    void everyFileIsAWheelThatHarmsNoOtherImport(@ForAll byte[] content) throws IOException {
        Path wheel = Files.write(folder.resolve("damaged-1.0-py3-none-any.whl"), content);
        try {
            for (PythonEngine engine : engines) {
                EngineRig rig = new EngineRig(engine, folder);
                ItemCode sound = rig.code(SOURCE);
                ItemCode code = new ItemCode(sound.script(), sound.text() + "import json\n", List.of(wheel));
                assertThat(rig.call(code, "f0", "{\"v\": 1}"))
                        .isInstanceOfSatisfying(
                                Answered.class,
                                answered -> assertThat(answered.status()).isEqualTo(Status.SUCCEEDED));
            }
        } finally {
            Files.deleteIfExists(wheel);
        }
    }

    @Provide
    Arbitrary<String> bodies() {
        return Arbitraries.oneOf(Arbitraries.strings(), json());
    }

    @Provide
    Arbitrary<String> json() {
        Arbitrary<String> text = Arbitraries.strings().ofMaxLength(20).map(ArbitraryInputProperties::quoted);
        Arbitrary<String> leaf = Arbitraries.oneOf(
                text,
                Arbitraries.bigIntegers().map(String::valueOf),
                Arbitraries.doubles().map(String::valueOf),
                Arbitraries.of(
                        "null",
                        "true",
                        "false",
                        "NaN",
                        "Infinity",
                        "-0",
                        "1e400",
                        "\"nan\"",
                        "\"2025-01-01\"",
                        "\"[1]\""));
        return Arbitraries.recursive(
                () -> leaf,
                inner -> Arbitraries.oneOf(
                        inner.list().ofMaxSize(3).map(items -> "[" + String.join(",", items) + "]"),
                        inner.list().ofMaxSize(3).map(ArbitraryInputProperties::object)),
                0,
                3);
    }

    private static String object(List<String> values) {
        StringBuilder object = new StringBuilder("{");
        for (int i = 0; i < values.size(); i++) {
            object.append(i == 0 ? "" : ",")
                    .append("\"k")
                    .append(i)
                    .append("\":")
                    .append(values.get(i));
        }
        return object.append('}').toString();
    }

    private static String quoted(String text) {
        return TextNode.valueOf(text).toString();
    }
}
