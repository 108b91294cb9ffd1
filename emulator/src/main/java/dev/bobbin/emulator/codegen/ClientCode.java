package dev.bobbin.emulator.codegen;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Client code for one call with given values, made from the templates {@code clients/*.txt}. It needs nothing but what
 * comes with the language, except for a token of the real service.
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

    /**
     * Code that calls a function.
     *
     * @param itemName name of the item in its workspace, which notebooks call it by
     * @param body the values to pass, by parameter
     */
    public static String of(
            ClientLanguage language, String itemName, String function, ObjectNode body, ClientTarget target) {
        String url = target.url(function);
        String json = pretty(body);
        return switch (language) {
            case PYTHON ->
                fill(
                        template("python", target),
                        Map.of("url", PythonLiterals.quoted(url), "body", PythonLiterals.fromJson(body)));
            case NOTEBOOK ->
                fill(
                        template("notebook"),
                        Map.of(
                                "item",
                                PythonLiterals.quoted(itemName),
                                "function",
                                function,
                                "arguments",
                                arguments(body)));
            case JAVASCRIPT -> fill(template("javascript", target), Map.of("url", compact(url), "body", json));
            case CSHARP ->
                fill(
                        template("csharp", target),
                        Map.of("url", compact(url), "body", json.indent(12).strip()));
            case CURL -> fill(template("curl", target), Map.of("url", shell(url), "body", shell(json)));
            case POWERSHELL ->
                fill(template("powershell", target), Map.of("url", "'" + url.replace("'", "''") + "'", "body", json));
        };
    }

    private static String arguments(ObjectNode body) {
        return body.propertyStream()
                .map(entry -> entry.getKey() + "=" + PythonLiterals.fromJson(entry.getValue()))
                .collect(Collectors.joining(", "));
    }

    private static String shell(String text) {
        return "'" + text.replace("'", "'\\''") + "'";
    }

    private static String pretty(ObjectNode body) {
        // Line feeds only, whatever the platform, so that the same code comes out everywhere.
        return ODD.matcher(body.toPrettyString().replace("\r\n", "\n"))
                .replaceAll(odd -> "\\\\u%04x".formatted((int) odd.group().charAt(0)));
    }

    private static String compact(String text) {
        try {
            return JSON.writeValueAsString(text);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException("Writing to a string failed.", e);
        }
    }

    private static String template(String name, ClientTarget target) {
        return template(
                switch (target) {
                    case ClientTarget.Local _ -> name + "-local";
                    case ClientTarget.Service _ -> name + "-service";
                });
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
