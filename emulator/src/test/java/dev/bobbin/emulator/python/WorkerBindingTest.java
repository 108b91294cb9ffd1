package dev.bobbin.emulator.python;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.python.WorkerChild.Exchange;
import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** JSON body to arguments, as the SDK does it. */
@Timeout(60)
class WorkerBindingTest extends OneWorker {

    private static final String FUNCTIONS = """
            import datetime, functools
            from datetime import datetime as moment
            from decimal import Decimal
            from typing import Any, Dict, List, Optional

            def logged(function):
                @functools.wraps(function)
                def call(*args, **kwargs):
                    return function(*args, **kwargs)
                return call

            @udf.function()
            def aStr(v: str) -> str: return repr(v)
            @udf.function()
            def anInt(v: int) -> str: return repr(v)
            @udf.function()
            def aFloat(v: float) -> str: return repr(v)
            @udf.function()
            def aBool(v: bool) -> str: return repr(v)
            @udf.function()
            def aList(v: List[int]) -> str: return repr(v)
            @udf.function()
            def aDict(v: Dict[str, Any]) -> str: return repr(v)
            @udf.function()
            def aSet(v: set) -> str: return repr(v)
            @udf.function()
            def aTuple(v: tuple[int, ...]) -> str: return repr(v)
            @udf.function()
            def aMoment(v: moment) -> str: return v.isoformat()
            @udf.function()
            def inQuotes(v: "list[int]") -> str: return repr(v)
            @udf.function()
            def aDecimal(v: Decimal) -> str: return repr(v)
            @udf.function()
            def anOptional(v: Optional[str]) -> str: return repr(v)
            @udf.function()
            def noAnnotation(v): return repr(v)

            @udf.function()
            @logged
            def wrapped(count: int, *, label: str = "none") -> str:
                return f"{count + 1} {label}"

            @udf.function()
            def three(city: str, size: int, open: bool = True) -> str:
                return f"{city} {size} {open}"

            @udf.function()
            def reserved(req, reqInvocationId: str, name: str) -> list:
                return [req.get_json(), req.method, reqInvocationId, name]
            """;

    WorkerBindingTest() {
        super(FUNCTIONS);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "aStr     | null                  | 'None'",
                "aStr     | {\"a\": true}         | `\"{'a': True}\"`",
                "anInt    | 12.7                  | 12",
                "anInt    | \" 12 \"              | 12",
                "anInt    | true                  | 1",
                "aFloat   | \"1e3\"               | 1000.0",
                "aFloat   | NaN                   | nan",
                "aBool    | null                  | False",
                "aBool    | \"FALSE\"             | False",
                "aBool    | \"1.0\"               | True",
                "aBool    | 1.0                   | True",
                "aList    | [\"1\", 2]            | ['1', 2]",
                "aList    | \"[1]\"               | [1]",
                "aList    | {\"a\": 1}            | ['a']",
                "aDict    | \"{\\\"a\\\": 1}\"    | {'a': 1}",
                "aSet     | [2, 2]                | {2}",
                "aTuple   | [1, [2]]              | (1, [2])",
                "aMoment  | \"2025-03-20T10:30Z\" | 2025-03-20T10:30:00+00:00",
                "inQuotes | [1]                   | [1]",
            })
    void converts(String function, String value, String expected) throws IOException {
        Exchange exchange = child.call(function, "{\"v\": " + value + "}");

        assertThat(WorkerChild.json(exchange.output()).asText()).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "anInt        | \"12.5\"       | int",
                "anInt        | null           | int",
                "anInt        | Infinity       | int",
                "aFloat       | \"much\"       | float",
                "aBool        | 2              | bool",
                "aBool        | \"yes\"        | bool",
                "aBool        | []             | bool",
                "aList        | null           | list",
                "aList        | \"a, b\"       | list",
                "aDict        | [1]            | dict",
                "aSet         | [[1]]          | set",
                "aMoment      | \"20/03/2025\" | datetime",
                "aMoment      | 1742466600     | datetime",
                "aDecimal     | \"1.5\"        | Decimal",
                "anOptional   | \"x\"          | Union",
                "noAnnotation | 1              | _empty",
            })
    void refusesWithTheOriginalValue(String function, String value, String type) throws IOException {
        Exchange exchange = child.call(function, "{\"v\": " + value + "}");

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.output()).isEqualTo("\"\"");
        assertThat(exchange.errorName()).isEqualTo("InvalidInput");
        assertThat(exchange.property("parameter_name")).hasToString("\"v\"");
        assertThat(exchange.property("parameter_type")).hasToString("\"" + type + "\"");
        assertThat(exchange.property("parameter_value"))
                .hasToString(WorkerChild.json(value).toString());
    }

    @Test
    void collectsAllErrorsAndDoesNotCall() throws IOException {
        Exchange exchange = child.call("three", "{\"size\": \"big\", \"more\": 1}");

        assertThat(exchange.last().path("errors"))
                .extracting(e -> e.path("name").asText())
                .containsExactly("MissingInput", "InvalidInput");
        assertThat(exchange.last().path("errors").path(0).path("properties"))
                .isEqualTo(WorkerChild.json("{\"parameter_value\": \"Parameter not found in request\","
                        + " \"parameter_type\": \"str\", \"parameter_name\": \"city\"}"));
        assertThat(exchange.logs()).hasSize(2).allMatch(line -> line.startsWith("ERROR Python Worker: Error during"));
    }

    @Test
    void usesDefaults() throws IOException {
        assertThat(child.call("three", "{\"city\": \"Oslo\", \"size\": 2}").output())
                .isEqualTo("\"Oslo 2 True\"");
    }

    @Test
    void seesThroughDecoratorsOfTheUser() throws IOException {
        assertThat(child.call("wrapped", "{\"count\": \"4\"}").output()).isEqualTo("\"5 none\"");
        assertThat(child.call("wrapped", "{\"count\": 4, \"label\": 1}").output())
                .isEqualTo("\"5 1\"");
    }

    @Test
    void fillsReservedParametersItself() throws IOException {
        JsonNode output = WorkerChild.json(
                child.call("reserved", "{\"name\": \"x\", \"req\": 1}").output());

        assertThat(output.path(0).path("req").asInt()).isEqualTo(1);
        assertThat(output.path(1).asText()).isEqualTo("POST");
        assertThat(output.path(2).asText()).startsWith("3f0a1111-");
        assertThat(output.path(3).asText()).isEqualTo("x");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"{\"v\": | not valid JSON", "[1] | JSON object", "'' | not valid JSON"})
    void saysWhatIsWrongWithTheBody(String body, String words) throws IOException {
        Exchange exchange = child.call("aStr", body);

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.errorName()).isEqualTo("InvalidInput");
        assertThat(String.valueOf(exchange.property("reason"))).contains(words);
    }

    @Test
    void namesTheFunctionsWhenOneIsUnknown() throws IOException {
        Exchange exchange = child.call("nobody", "{}");

        assertThat(exchange.status()).isEqualTo("BadRequest");
        assertThat(exchange.last().path("errors").path(0).path("message").asText())
                .contains("'nobody'")
                .contains("aStr");
    }
}
