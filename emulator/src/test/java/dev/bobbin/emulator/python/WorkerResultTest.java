package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Results to JSON text, errors to entries, streams to chunks. */
@Timeout(60)
class WorkerResultTest extends OneWorker {

    private static final String FUNCTIONS = """
            import asyncio, datetime, decimal, sys

            class Point:
                def __init__(self, x, y):
                    self.x = x
                    self.y = y

            class Silent(Exception):
                def __str__(self):
                    raise RuntimeError("no text")

            class Bare(fn.UserThrownError):
                def __init__(self, left):
                    self.left = left

            def inner(values):
                return values["absent"]

            def deeper(n):
                return deeper(n + 1)

            @udf.function()
            def make(text: str): return eval(text)

            @udf.function()
            async def later(n: int) -> int:
                await asyncio.sleep(0)
                return n + 1

            @udf.function()
            def fails() -> str:
                return inner({})

            @udf.function()
            def throws() -> str:
                raise fn.UserThrownError("Too few.", {"left": decimal.Decimal("2.5"), "day": datetime.date(2025, 1, 2)})

            @udf.function()
            def throwsBare() -> str:
                raise Bare(3)

            @udf.function()
            def silent() -> str:
                raise Silent()

            @udf.function()
            def leaves() -> str:
                sys.exit(3)

            @udf.function()
            def recurses() -> int:
                return deeper(0)

            @udf.function()
            def callsAnother() -> int:
                return fails()

            @udf.streaming_function()
            def streams(parts: list) -> fn.StreamResponse:
                return fn.StreamResponse((p if p != "bytes" else b"\\xff" for p in parts), media_type="text/plain")

            @udf.streaming_function()
            async def streamsLater() -> fn.StreamResponse:
                async def parts():
                    yield "a"
                    await asyncio.sleep(0)
                    yield "b"
                return fn.StreamResponse(parts())

            @udf.function()
            def yields() -> list:
                print("never reached")
                yield 1

            @udf.function()
            async def yieldsLater() -> list:
                yield 1

            @udf.streaming_function()
            def streamsNothing() -> fn.StreamResponse:
                return ["a"]
            """;

    WorkerResultTest() {
        super(FUNCTIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "(1, (2, 'é'))                     | [1, [2, \"\\u00e9\"]]",
                "float('nan')                      | NaN",
                "{1: 'a', None: 'b'}               | {\"1\": \"a\", \"null\": \"b\"}",
                "decimal.Decimal('1.50')           | \"1.50\"",
                "datetime.datetime(2025, 1, 2)     | \"2025-01-02 00:00:00\"",
                "[1, datetime.date(2025, 1, 2)]    | \"[1, datetime.date(2025, 1, 2)]\"",
                "{'a': {1}}                        | \"{'a': {1}}\"",
                "Point(1, [2])                     | {\"x\": 1, \"y\": [2]}",
                "Point(decimal.Decimal('2.5'), Point(1, b'z')) | {\"x\": \"2.5\", \"y\": {\"x\": 1, \"y\": \"b'z'\"}}",
                "ValueError('not raised')          | {}",
                "2 ** 70                           | 1180591620717411303424",
                "b'ab'                             | \"b'ab'\"",
            })
    void writesResultsAsTheSdkDoes(String value, String json) throws IOException {
        Exchange exchange = child.call("make", "{\"text\": \"" + value + "\"}");

        assertThat(exchange.output()).isEqualTo(json);
    }

    @Test
    void runsCoroutines() throws IOException {
        assertThat(child.call("later", "{\"n\": 1}").output()).isEqualTo("2");
    }

    @Test
    void refusesResultsThatAreTooLong() throws IOException {
        String body = "{\"text\": \"'x' * 3000000\"}";

        assertThat(child.callWithin(4_000_000, "make", body).status()).isEqualTo("Succeeded");
        Exchange tooLong = child.callWithin(2 * 1024 * 1024, "make", body);
        assertThat(tooLong.status()).isEqualTo("ResponseTooLarge");
        assertThat(tooLong.output()).isEqualTo("\"\"");
        assertThat(tooLong.last().path("errors").path(0).path("message").asText())
                .contains("2 megabyte");
    }

    @Test
    void tellsTheFramesOfAnExceptionWithoutItsOwn() throws IOException {
        Exchange exchange = child.call("fails", "{}");

        assertThat(exchange.status()).isEqualTo("Failed");
        assertThat(exchange.errorName()).isEqualTo("InternalError");
        assertThat(exchange.property("error_type")).hasToString("\"KeyError\"");
        assertThat(exchange.property("error_message")).hasToString("\"'absent'\"");
        JsonNode traceback = exchange.last().path("traceback");
        assertThat(traceback.path("frames"))
                .extracting(f -> f.path("function").asText())
                .containsExactly("fails", "inner");
        assertThat(traceback.path("frames"))
                .extracting(f -> f.path("code").asText())
                .containsExactly("return inner({})", "return values[\"absent\"]");
        assertThat(traceback.path("text").asText())
                .startsWith("Traceback (most recent call last):")
                .doesNotContain("bobbin_worker")
                .endsWith("KeyError: 'absent'\n");
        assertThat(exchange.logs()).anyMatch(line -> line.startsWith("ERROR Traceback"));
    }

    @Test
    void passesOnWhatTheUserThrows() throws IOException {
        Exchange exchange = child.call("throws", "{}");

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.last().path("errors").path(0))
                .isEqualTo(WorkerChild.json("{\"name\": \"UserThrown\", \"message\": \"Too few.\","
                        + " \"properties\": {\"left\": \"2.5\", \"day\": \"2025-01-02\"}}"));
    }

    @ParameterizedTest
    @CsvSource({"throwsBare,BadRequest", "silent,Failed", "leaves,Failed", "recurses,Failed", "callsAnother,Failed"})
    void answersWhateverIsRaised(String function, String status) throws IOException {
        assertThat(child.call(function, "{}").status()).isEqualTo(status);
        assertThat(child.call("later", "{\"n\": 1}").status()).isEqualTo("Succeeded");
    }

    @Test
    void keepsTheFramesOfAnEndlessRecursionShort() throws IOException {
        JsonNode traceback = child.call("recurses", "{}").last().path("traceback");

        assertThat(traceback.path("type").asText()).isEqualTo("RecursionError");
        assertThat(traceback.path("frames").size()).isBetween(50, 100);
    }

    @Test
    void sendsStreamsPieceByPiece() throws IOException {
        Exchange exchange = child.call("streams", "{\"parts\": [\"one\", \"zwö\", \"bytes\"]}");

        List<JsonNode> chunks = exchange.ofType("chunk");
        assertThat(chunks).extracting(c -> c.path("base64").asBoolean()).containsExactly(false, false, true);
        assertThat(chunks.get(1).path("data").asText()).isEqualTo("zwö");
        assertThat(Base64.getDecoder().decode(chunks.get(2).path("data").asText()))
                .containsExactly(0xff);
        assertThat(WorkerChild.json(exchange.output()).asText()).isEqualTo("onezwö\uFFFD");
        assertThat(child.call("streamsLater", "{}").output()).isEqualTo("\"ab\"");
    }

    @Test
    void saysThatAStreamingFunctionMustStream() throws IOException {
        assertThat(child.call("streamsNothing", "{}").property("error_message"))
                .hasToString("\"Streaming function 'streamsNothing' must return a fabric.functions.StreamResponse,"
                        + " got 'list'.\"");
    }

    /** As in the SDK: a generator is no JSON, so its text is what callers get. */
    @ParameterizedTest
    @CsvSource({"yields, generator", "yieldsLater, async_generator"})
    void aFunctionThatYieldsNeverRuns(String function, String kind) throws IOException {
        Exchange exchange = child.call(function, "{}");

        assertThat(exchange.output()).startsWith("\"<" + kind + " object " + function + " at 0x");
        assertThat(exchange.logs()).singleElement().asString().contains(function + " has yield in it");
    }

    /** What callers would wonder about is said in the log, and nothing is said of results that are as they should be. */
    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {'a': [1, {'price': decimal.Decimal('1.5')}]} | result['a'][1]['price'] is a Decimal, which JSON does not know: use float(…) or str(…).
            [(1, datetime.date(2025, 1, 2))]              | result[0][1] is a date, which JSON does not know: use .isoformat().
            {'later': asyncio.sleep(0)}                   | result['later'] is a coroutine, which JSON does not know: use await, which is missing.
            [(n for n in 'ab')]                           | result[0] is a generator, which JSON does not know: use list(…).
            (n for n in 'ab')                             | The result is a generator, so callers get a text: use list(…).
            fn.StreamResponse(['a'])                      | with @udf.streaming_function() above the function; here callers get its attributes.
            {'ratio': [1.0, float('nan')]}                | result['ratio'][1] is nan, which is no JSON: most callers cannot read the answer. Return None instead.
            {'NaN': 'Infinity', 'b': [1.5, None, True]}   |
            'NaN'                                         |
            decimal.Decimal('1.5')                        |
            """)
    void remarksOnResultsThatCallersWonderAbout(String value, String remark) throws IOException {
        Exchange exchange = child.call("make", "{\"text\": \"" + value + "\"}");

        assertThat(exchange.status()).isEqualTo("Succeeded");
        if (remark == null) {
            assertThat(exchange.logs()).isEmpty();
        } else {
            // Python itself may have more to say, of a coroutine that nobody awaits.
            assertThat(exchange.logs()).first().asString().endsWith(remark);
        }
    }
}
