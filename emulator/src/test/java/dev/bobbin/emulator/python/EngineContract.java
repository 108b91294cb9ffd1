package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.invoke.EngineOutcome.Answered;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What every engine does for functions, whatever else they do to it; on real processes. */
@Timeout(240)
abstract class EngineContract extends HarmContract {

    @Test
    void runsAtTheSameTimeDoNotMixTheirLogs() {
        ItemCode code = rig.code("""
                import threading, logging
                from concurrent.futures import ThreadPoolExecutor

                pool = ThreadPoolExecutor(4)
                together = threading.Barrier(3)

                def say(name, number):
                    print(name, number)
                    logging.info("%s logs %d", name, number)

                @udf.function()
                def speak(name: str) -> str:
                    together.wait()
                    for number in range(20):
                        say(name, number)
                    thread = threading.Thread(target=say, args=(name, 20))
                    thread.start()
                    thread.join()
                    list(pool.map(lambda number: say(name, number), range(21, 40)))
                    return name
                """);
        List<String> names = List.of("ada", "bob", "cem");

        List<EngineRig.Call> calls = names.stream()
                .map(name -> rig.begin(code, "speak", "{\"name\": \"" + name + "\"}", EngineRig.LONG))
                .toList();

        for (int i = 0; i < names.size(); i++) {
            String name = names.get(i);
            assertThat(answered(calls.get(i).outcome()).outputJson()).isEqualTo('"' + name + '"');
            assertThat(calls.get(i).messages()).hasSize(80).allMatch(message -> message.startsWith(name));
        }
    }

    @Test
    void moduleStateLastsAsLongAsTheCode() {
        String counting = """
                count = 0

                @udf.function()
                def tick() -> int:
                    global count
                    count += 1
                    return count
                """;
        ItemCode first = rig.code(counting);
        ItemCode changed = rig.code(counting + "\n# changed\n");

        assertThat(List.of(tick(first), tick(first), tick(changed), tick(changed), tick(first)))
                .containsExactly("1", "2", "1", "2", "1");
    }

    @Test
    void asynchronousFunctionsRun() {
        ItemCode code = rig.code("""
                import asyncio

                async def half(number):
                    await asyncio.sleep(0)
                    return number / 2

                @udf.function()
                async def halves(numbers: list) -> list:
                    return await asyncio.gather(*(half(n) for n in numbers))
                """);

        assertThat(answered(rig.call(code, "halves", "{\"numbers\": [1, 2]}")).outputJson())
                .isEqualTo("[0.5, 1.0]");
    }

    @Test
    void aStreamArrivesPieceByPiece() {
        ItemCode code = rig.code("""
                import threading
                read = threading.Event()

                async def pieces():
                    yield "one "
                    read.wait()
                    yield b"two"

                @udf.streaming_function()
                def stream() -> fn.StreamResponse:
                    return fn.StreamResponse(pieces(), media_type="text/plain")

                @udf.function()
                def go_on() -> str:
                    read.set()
                    return "ok"
                """);
        EngineRig.Call stream = rig.begin(code, "stream", "{}", EngineRig.LONG);

        assertThat(stream.next()).isEqualTo("one ");
        assertThat(stream.hasEnded()).isFalse();
        rig.call(code, "go_on", "{}");

        assertThat(stream.next()).isEqualTo("two");
        assertThat(answered(stream.outcome()).outputJson()).isEqualTo("\"one two\"");
    }

    @Test
    void muchOfEverythingGetsThrough() {
        ItemCode code = rig.code("""
                @udf.function()
                def length(text: str) -> int:
                    return len(text)

                @udf.function()
                def long(megabytes: int) -> str:
                    return "x" * (megabytes * 1024 * 1024)

                @udf.function()
                def talk(lines: int) -> int:
                    for line in range(lines):
                        print("line", line)
                    return lines
                """);

        assertThat(answered(rig.call(code, "length", "{\"text\": \"" + "ü".repeat(3_000_000) + "\"}"))
                        .outputJson())
                .isEqualTo("3000000");
        assertThat(answered(rig.call(code, "long", "{\"megabytes\": 29}")).outputJson())
                .hasSize(29 * 1024 * 1024 + 2);
        assertThat(answered(rig.call(code, "long", "{\"megabytes\": 40}")).status())
                .isEqualTo(Status.RESPONSE_TOO_LARGE);
        EngineRig.Call talk = rig.begin(code, "talk", "{\"lines\": 20000}", EngineRig.LONG);
        assertThat(answered(talk.outcome()).outputJson()).isEqualTo("20000");
        assertThat(talk.messages()).hasSize(20_000).endsWith("line 19999");
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "echo is no program there")
    void whatIsPrintedPastPythonIsLogged() {
        ItemCode code = rig.code("""
                import os, subprocess, sys

                @udf.function()
                def shout() -> str:
                    os.write(1, b"raw\\n")
                    sys.stdout.buffer.write(b"bytes\\n")
                    subprocess.run(["echo", "child"])
                    return "ok"
                """);
        EngineRig.Call call = rig.begin(code, "shout", "{}", EngineRig.LONG);

        assertThat(call.outcome()).isInstanceOf(Answered.class);
        assertThat(call.messages()).containsExactlyInAnyOrder("raw", "bytes", "child");
    }

    /** The modules are taken whose names the stand-in has not; the others stay its own. */
    @Test
    void aPackageBroughtAlongFillsWhatTheStandInLacks(@TempDir Path brought) throws IOException {
        Path core = Files.createDirectories(brought.resolve("azure/core"));
        Files.writeString(core.resolve("__init__.py"), "raise RuntimeError('taken for the stand-in')\n");
        Files.writeString(core.resolve("exceptions.py"), "raise RuntimeError('taken for the stand-in')\n");
        Files.writeString(core.resolve("messaging.py"), """
                from .exceptions import ResourceNotFoundError

                class CloudEvent:
                    pass
                """);
        ItemCode code = rig.code("""
                import sys
                sys.path.append(%s)
                from azure.core.messaging import CloudEvent, ResourceNotFoundError

                @udf.function()
                def modules() -> list:
                    return [CloudEvent.__module__, ResourceNotFoundError.__mro__[-4].__name__]
                """.formatted(TextNode.valueOf(brought.toString())));

        assertThat(rig.call(code, "modules", "{}"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> assertThat(answer.outputJson())
                                .isEqualTo("[\"azure.core.messaging\", \"AzureError\"]"));
    }

    /** What the decorators leave of a function is no function any more. */
    @Test
    void oneFunctionCannotCallAnother() {
        ItemCode code = rig.code("""
                @udf.function()
                def rate(net: int) -> int:
                    return net

                @udf.function()
                def gross(net: int) -> int:
                    return rate(net)
                """);

        assertThat(rig.call(code, "gross", "{\"net\": 1}"))
                .isInstanceOfSatisfying(
                        Answered.class,
                        answer -> assertThat(answer.errors().getFirst().properties())
                                .hasToString(
                                        "{\"error_type\":\"TypeError\",\"error_message\":\"'FunctionBuilder' object is not"
                                                + " callable\"}"));
    }

    @Test
    void filesAreReadFromTheItemFolderAndTheShimComesFirst() throws IOException {
        Files.writeString(folder.resolve("rates.txt"), "1.1 €");
        Files.createDirectories(folder.resolve("fabric"));
        Files.writeString(folder.resolve("fabric/__init__.py"), "raise ImportError('not this one')\n");
        Files.writeString(folder.resolve("pyodbc.py"), "raise ImportError('not this one')\n");
        ItemCode code = rig.code("""
                import pyodbc

                @udf.function()
                def rate() -> str:
                    return open("rates.txt", encoding="utf-8").read() + pyodbc.paramstyle
                """);

        assertThat(answered(rig.call(code, "rate", "{}")).outputJson()).isEqualTo("\"1.1 \\u20acqmark\"");
    }

    /** Kinds of functions that analysts write, in a file of their own, with what each answers. */
    @Test
    void functionsOfAllKindsAnswerAsInTheService() throws IOException {
        ItemCode code =
                new ItemCode(folder.resolve("function_app.py"), resource("/python/analyst_functions.py"), List.of());
        for (String line : resource("/python/analyst_functions.jsonl").lines().toList()) {
            JsonNode expected = JSON.readTree(line);
            Answered answered = answered(rig.call(
                    code,
                    expected.path("function").asText(),
                    expected.path("input").toString()));

            assertThat(answered.status())
                    .as(line)
                    .isEqualTo(Status.of(expected.path("status").asText()));
            if (answered.status() == Status.SUCCEEDED) {
                assertThat(JSON.readTree(answered.outputJson())).as(line).isEqualTo(expected.path("output"));
            } else {
                List<String> named =
                        answered.errors().stream().map(EngineContract::named).toList();
                assertThat(JSON.valueToTree(named).toString())
                        .as(line)
                        .isEqualTo(expected.path("errors").toString());
            }
        }
    }

    /** An error's name, and what it is about. */

    /** The interpreter that is embedded has a sleep of its own, which does not keep to whole seconds. */
    @Test
    void sleepTakesSecondsAsPythonDoes() {
        assertThat(run("""
                import time
                said = []
                for seconds in (0, 0.0, True - 1, -1, "1", [1]):
                    try:
                        said.append(time.sleep(seconds))
                    except Exception as error:
                        said.append(str(error))
                return said
                """).toString())
                .isEqualTo("[null,null,null,\"sleep length must be non-negative\","
                        + "\"'str' object cannot be interpreted as an integer\","
                        + "\"'list' object cannot be interpreted as an integer\"]");
    }

    private static String named(ErrorEntry error) {
        JsonNode about = error.properties().has("error_type")
                ? error.properties().path("error_type")
                : error.properties().path("parameter_type");
        return error.name() + ": " + (about.isMissingNode() ? error.message() : about.asText());
    }

    private String tick(ItemCode code) {
        return answered(rig.call(code, "tick", "{}")).outputJson();
    }
}
