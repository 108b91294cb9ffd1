package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Client code for one call with given values, made from the templates {@code clients/*.txt}. It needs nothing but what
 * comes with the language, except for a token of the real service. A token of an endpoint is never part of it.
 */
public final class ClientCode {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern PLACE = Pattern.compile("\\$\\{(\\w+)}");

    /**
     * What JSON takes as it is, but not every language or file: characters that C# ends a line at, control characters, and
     * halves of characters, which UTF-8 cannot write. They only occur in texts, where they can be escaped.
     */
    private static final Pattern ODD = Pattern.compile("[\\x7f-\\x9f\\u2028\\u2029\\ufeff]|\\p{Cs}");

    private ClientCode() {}

    /** Code that makes a call. */
    public static String of(ClientLanguage language, ClientCall call, ClientTarget target) {
        String url = target.url(call.function());
        String json = pretty(call.body());
        return switch (language) {
            case PYTHON ->
                fill(
                        "python",
                        call,
                        target,
                        Map.of("url", PythonLiterals.quoted(url), "body", PythonLiterals.fromJson(call.body())));
            case NOTEBOOK ->
                fill(
                        template("notebook"),
                        Map.of(
                                "item",
                                PythonLiterals.quoted(call.itemName()),
                                "function",
                                call.function(),
                                "arguments",
                                PythonLiterals.arguments(call.body())));
            case JAVASCRIPT ->
                fill(
                        "javascript",
                        call,
                        target,
                        isPlain(call.body())
                                ? Map.of("url", compact(url), "body", json, "text", "JSON.stringify(body)")
                                : Map.of("url", compact(url), "body", compact(json), "text", "body"));
            case CSHARP ->
                fill(
                        "csharp",
                        call,
                        target,
                        Map.of("url", compact(url), "body", json.indent(12).strip()));
            case CURL -> fill("curl", call, target, Map.of("url", shell(url), "body", shell(json)));
            case POWERSHELL ->
                fill(
                        "powershell",
                        call,
                        target,
                        Map.of("url", "'" + url.replace("'", "''") + "'", "body", ascii(json)));
        };
    }

    /** @param language beginning of its templates' names: one for each kind of target, one for each kind of answer */
    private static String fill(String language, ClientCall call, ClientTarget target, Map<String, String> values) {
        String kind =
                switch (target) {
                    case ClientTarget.Local _ -> "-local";
                    case ClientTarget.Service _ -> "-service";
                };
        boolean token = target instanceof ClientTarget.Local local && local.wantsToken();
        Map<String, String> all = new HashMap<>(values);
        all.put("token", token ? template(language + "-token").stripTrailing() : "");
        all.put("imports", token ? "import os\n" : "");
        all.put(
                "read",
                template(language + (call.streaming() ? "-stream" : "-answer")).stripTrailing());
        return fill(template(language + kind), all);
    }

    /** Whether JavaScript keeps the value as an object: its numbers are doubles, and one name is no key there. */
    private static boolean isPlain(JsonNode value) {
        if (value.isNumber()) {
            double number = value.doubleValue();
            return Double.isFinite(number) && new BigDecimal(number + "").compareTo(value.decimalValue()) == 0;
        }
        return !value.has("__proto__") && value.valueStream().allMatch(ClientCode::isPlain);
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String pretty(ObjectNode body) {
        // Line feeds only, whatever the platform, so that the same code comes out everywhere.
        return ODD.matcher(body.toPrettyString().replace("\r\n", "\n"))
                .replaceAll(odd -> "\\\\u%04x".formatted((int) odd.group().charAt(0)));
    }

    /** Windows PowerShell reads a script without a mark at its beginning in the computer's code page. */
    private static String ascii(String json) {
        StringBuilder text = new StringBuilder(json.length());
        json.chars().forEach(c -> text.append(c < 0x80 ? String.valueOf((char) c) : "\\u%04x".formatted(c)));
        return text.toString();
    }

    private static String compact(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        }
    }

    private static String template(String name) {
        String resource = "/clients/" + name + ".txt";
        try (InputStream in = ClientCode.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: " + resource + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String fill(String template, Map<String, String> values) {
        return PLACE.matcher(template)
                .replaceAll(place -> Matcher.quoteReplacement(values.getOrDefault(place.group(1), place.group())));
    }
}
