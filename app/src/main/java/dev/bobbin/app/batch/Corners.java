package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.app.text.Json;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Edge inputs made from a function's types: what callers send sooner or later, one at a time, all else being ordinary.
 * Some of them the service refuses; that is worth seeing as well.
 */
final class Corners {

    /** How many are made, when the types offer that many and each parameter has one. */
    private static final int EDGES = 10;

    private static final ObjectMapper MAPPER = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    private static final String LONG_TEXT = "x".repeat(10_000);

    private record Corner(String key, String json) {}

    private Corners() {}

    /**
     * Ordinary values, then ten edge inputs, or one a parameter when there are more: each parameter in its turn.
     *
     * @param request a body whose values count as ordinary, since nobody else knows which members an object needs; made-up ones
     *     take the place of those that it has not, or that are empty
     */
    static List<BatchCase> of(FunctionSignature function, String request) {
        List<Parameter> parameters = function.parameters();
        Map<String, String> known = values(request);
        Map<String, String> ordinary = new LinkedHashMap<>();
        for (Parameter parameter : parameters) {
            String value = known.get(parameter.name());
            if (value != null || !isBestLeftOut(parameter)) {
                ordinary.put(
                        parameter.name(),
                        value == null ? corners(parameter.type()).getFirst().json() : value);
            }
        }
        List<BatchCase> cases = new ArrayList<>();
        cases.add(new BatchCase(text("corner.ordinary"), body(ordinary)));
        List<BatchCase> last = outside(parameters, ordinary);
        int wanted = Math.max(EDGES, parameters.size() + last.size()) - last.size();
        inTurn(parameters, ordinary).stream().limit(wanted).forEach(cases::add);
        cases.addAll(last);
        return List.copyOf(cases);
    }

    /** Whether no value will do, as the service binds none of the type, but the function has one of its own. */
    private static boolean isBestLeftOut(Parameter parameter) {
        boolean bound =
                !(parameter.type() instanceof ParamType.Unsupported || parameter.type() instanceof ParamType.Missing);
        return !bound && parameter.defaultText() != null;
    }

    private static Map<String, String> values(String request) {
        Map<String, String> values = new LinkedHashMap<>();
        try {
            MAPPER.readTree(request).properties().stream()
                    .filter(member -> !member.getValue().isNull()
                            && !member.getValue().toString().matches("\"\"|\\{}|\\[]"))
                    .forEach(member ->
                            values.put(member.getKey(), member.getValue().toString()));
        } catch (JsonProcessingException _) {
            // What is no JSON has no values; all are made up then.
            return Map.of();
        }
        return values;
    }

    /** One value changed in each: the first edge of every parameter, then the second of every one, and so on. */
    private static List<BatchCase> inTurn(List<Parameter> parameters, Map<String, String> ordinary) {
        int most = parameters.stream()
                .mapToInt(parameter -> corners(parameter.type()).size())
                .max()
                .orElse(0);
        List<BatchCase> cases = new ArrayList<>();
        for (int i = 1; i < most; i++) {
            for (Parameter parameter : parameters) {
                List<Corner> corners = corners(parameter.type());
                if (i < corners.size()) {
                    cases.add(oneChanged(ordinary, parameter.name(), corners.get(i)));
                }
            }
        }
        return cases;
    }

    /** A member too few and one too many. */
    private static List<BatchCase> outside(List<Parameter> parameters, Map<String, String> ordinary) {
        List<BatchCase> cases = new ArrayList<>();
        if (!parameters.isEmpty()) {
            String name = parameters.getFirst().name();
            Map<String, String> missing = new LinkedHashMap<>(ordinary);
            missing.remove(name);
            cases.add(new BatchCase(text("corner.named", name, text("corner.missing")), body(missing)));
        }
        Map<String, String> unknown = new LinkedHashMap<>(ordinary);
        unknown.put("notAParameter", "1");
        cases.add(new BatchCase(text("corner.unknown"), body(unknown)));
        return cases;
    }

    private static BatchCase oneChanged(Map<String, String> ordinary, String name, Corner corner) {
        Map<String, String> changed = new LinkedHashMap<>(ordinary);
        changed.put(name, corner.json());
        return new BatchCase(text("corner.named", name, text("corner." + corner.key())), body(changed));
    }

    private static String body(Map<String, String> members) {
        return members.entrySet().stream()
                .map(member -> Json.quote(member.getKey()) + ": " + member.getValue())
                .collect(Collectors.joining(", ", "{", "}"));
    }

    /** The values to try for a type, an ordinary one first. */
    private static List<Corner> corners(ParamType type) {
        return switch (type) {
            case ParamType.Str _ ->
                List.of(
                        string("ordinary", "Ada"),
                        string("empty", ""),
                        string("quotes", "O'Brien \"said\"; -- %_"),
                        string("emoji", "😀 naïve Ω 中"),
                        new Corner("null", "null"),
                        string("lines", " two\nlines\t "),
                        string("long", LONG_TEXT));
            case ParamType.Int _ ->
                List.of(
                        new Corner("ordinary", "3"),
                        new Corner("zero", "0"),
                        new Corner("negative", "-1"),
                        new Corner("beyond32", "2147483648"),
                        new Corner("beyond64", "9223372036854775808"),
                        string("numberAsText", "12"),
                        new Corner("fraction", "12.7"),
                        new Corner("null", "null"));
            case ParamType.Float _ ->
                List.of(
                        new Corner("ordinary", "2.5"),
                        new Corner("zero", "0"),
                        new Corner("negative", "-0.1"),
                        string("nan", "nan"),
                        new Corner("huge", "1e308"),
                        new Corner("null", "null"));
            case ParamType.Bool _ ->
                List.of(
                        new Corner("ordinary", "true"),
                        new Corner("false", "false"),
                        new Corner("null", "null"),
                        string("yes", "yes"));
            case ParamType.DateTime _ ->
                List.of(
                        string("ordinary", "2026-01-15T12:00:00"),
                        string("leapDay", "2024-02-29T00:00:00"),
                        string("summerTimeGap", "2026-03-29T02:30:00+01:00"),
                        string("farZone", "2026-01-01T00:00:00+14:00"),
                        string("lastMoment", "9999-12-31T23:59:59.999999"),
                        string("noDate", "31.12.2026"),
                        new Corner("null", "null"));
            case ParamType.ListOf(var element) -> lists(element);
            case ParamType.SetOf(var element) -> lists(element);
            case ParamType.Tuple _ -> lists(null);
            case ParamType.Dict _ ->
                List.of(
                        new Corner("ordinary", "{\"key\": \"value\"}"),
                        new Corner("emptyObject", "{}"),
                        new Corner("emptyKey", "{\"\": null}"),
                        new Corner("nested", "{\"a\": {\"b\": {\"c\": [1, [2]]}}}"),
                        new Corner("null", "null"));
            case ParamType.DataFrame _ ->
                List.of(
                        new Corner("ordinary", "[{\"a\": 1, \"b\": \"x\"}, {\"a\": 2, \"b\": \"y\"}]"),
                        new Corner("emptyList", "[]"),
                        new Corner("unevenRows", "[{\"a\": 1}, {\"b\": null}]"),
                        new Corner("null", "null"));
            case ParamType.Series _ ->
                List.of(
                        new Corner("ordinary", "[1, 2, 3]"),
                        new Corner("emptyList", "[]"),
                        new Corner("nullInside", "[1, null]"));
            case ParamType.Unsupported _, ParamType.Missing _ ->
                List.of(string("ordinary", "value"), new Corner("null", "null"));
        };
    }

    private static List<Corner> lists(@Nullable ParamType element) {
        String ordinary =
                element == null ? "\"a\"" : corners(element).getFirst().json();
        return List.of(
                new Corner("ordinary", "[" + ordinary + ", " + ordinary + "]"),
                new Corner("emptyList", "[]"),
                new Corner("nullInside", "[null]"),
                new Corner("mixed", "[1, \"two\", [3], {\"four\": 4}]"),
                new Corner("objectForList", "{\"a\": 1}"),
                new Corner("null", "null"));
    }

    private static Corner string(String key, String value) {
        return new Corner(key, Json.quote(value));
    }
}
