package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Masks secrets in texts: every value of the workspace's key vaults wherever it turns up, and what looks like a secret by
 * its name or form.
 */
public final class SecretMask {

    /** What stands in place of a secret. */
    public static final String MASKED = "***";

    /** A secret of few characters would mask half of every text. */
    private static final int SHORTEST = 4;

    /** A line of a longer secret may turn up alone, but not one such as "}". */
    private static final int SHORTEST_LINE = 12;

    private static final ObjectMapper JSON = new ObjectMapper();

    /** How names of secrets end, in a pattern that takes small and capital letters for the same. */
    static final String NAMES = "(?:password|passwd|passphrase|pwd|secret|token|api[_-]?key|account[_-]?key"
            + "|private[_-]?key|sharedaccesskey)";

    /**
     * Name, sign and value of an assignment in code, JSON, a connection string or a header. Quotes may be escaped, as they
     * are where one text stands within another.
     */
    private static final Pattern NAMED = Pattern.compile("(?is)(\\\\*[\"']?[\\w-]*" + NAMES
            + "\\\\*[\"']?\\s*[:=]\\s*)(?:(\\\\*[\"'])(.*?)(?<!\\\\)\\2|([^\\s,;&\"'\\\\{}\\[\\]()]+))");

    private static final Pattern NAME = Pattern.compile("(?i)[\\w-]*" + NAMES);

    /** In the address of a database, as in {@code postgres://user:password@host}. */
    private static final Pattern ADDRESS =
            Pattern.compile("(?i)(\\b[a-z][a-z0-9+.-]*://[^\\s/:@\"']*:)[^\\s/@\"']+(?=@)");

    private static final Pattern BEARER = Pattern.compile("(?i)(bearer\\s+)[A-Za-z0-9._~+/=-]{8,}");

    /** A JSON web token, wherever it stands. */
    private static final Pattern WEB_TOKEN =
            Pattern.compile("eyJ[A-Za-z0-9_-]{10,}\\.[A-Za-z0-9_-]{5,}\\.[A-Za-z0-9_-]*");

    private static final Pattern SIGNATURE = Pattern.compile("(?i)([?&]sig=)[^&\\s\"']+");

    private final List<String> values;

    /** @param values secrets to mask wherever they turn up, beside what looks like one */
    public SecretMask(Iterable<String> values) {
        TreeSet<String> known = new TreeSet<>(
                Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()));
        for (String value : values) {
            if (value.length() >= SHORTEST) {
                addForms(known, value);
            }
            value.lines()
                    .filter(line -> line.length() >= SHORTEST_LINE && line.length() < value.length())
                    .forEach(line -> addForms(known, line));
        }
        this.values = List.copyOf(known);
    }

    /** As it is, as JSON has it, as Python writes JSON, and each of these as a text within JSON once more. */
    private static void addForms(Set<String> known, String value) {
        for (String form : List.of(value, escaped(value), ascii(escaped(value)))) {
            known.add(form);
            known.add(escaped(form));
        }
    }

    /**
     * This mask, and beyond it one for the secrets a run was given: what its input calls a secret is masked wherever it
     * turns up, in logs and answers too.
     */
    SecretMask knowing(RunRecord run) {
        List<String> all = new ArrayList<>(values);
        try {
            collectNamed(JSON.readTree(run.input().body()), false, all);
        } catch (JsonProcessingException noJson) {
            // Then nothing in it has a name.
        }
        return new SecretMask(all);
    }

    private static void collectNamed(JsonNode node, boolean secret, List<String> values) {
        if (secret && node.isValueNode() && !node.isBoolean() && !node.isNull()) {
            values.add(node.asText());
        }
        node.properties().forEach(entry -> collectNamed(entry.getValue(), secret || isNamed(entry.getKey()), values));
        if (node.isArray()) {
            node.forEach(element -> collectNamed(element, secret, values));
        }
    }

    private static boolean isNamed(String key) {
        return NAME.matcher(key).matches();
    }

    /**
     * The mask for a workspace.
     *
     * @throws IOException when its key vaults cannot be read: then nothing may leave
     */
    public static SecretMask of(Workspace workspace) throws IOException {
        List<String> values = new ArrayList<>();
        if (Files.isDirectory(workspace.standIns())) {
            try (Stream<Path> files = Files.list(workspace.standIns())) {
                for (Path file : files.filter(path -> path.toString().endsWith(".secrets.json"))
                        .toList()) {
                    collect(JSON.readTree(file.toFile()), values);
                }
            }
        }
        return new SecretMask(values);
    }

    /** The text with every secret masked. */
    public String mask(String text) {
        String masked = text;
        for (String value : values) {
            masked = masked.replace(value, MASKED);
        }
        masked = NAMED.matcher(masked).replaceAll(SecretMask::maskValue);
        masked = BEARER.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASKED));
        masked = ADDRESS.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASKED));
        masked = WEB_TOKEN.matcher(masked).replaceAll(Matcher.quoteReplacement(MASKED));
        return SIGNATURE.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASKED));
    }

    /** Python code with every secret masked, which stays the code it is. */
    String maskCode(String code) {
        return CodeMask.mask(this, code);
    }

    /** The value with every secret in its texts masked, and every text and number whose key says that it is one. */
    JsonNode mask(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties()
                        .forEach(entry -> entry.setValue(
                                isNamed(entry.getKey()) ? blank(entry.getValue()) : mask(entry.getValue())));
            case ArrayNode array -> {
                for (int i = 0; i < array.size(); i++) {
                    array.set(i, mask(array.get(i)));
                }
            }
            case TextNode text -> {
                return TextNode.valueOf(mask(text.textValue()));
            }
            default -> {}
        }
        return node;
    }

    /** The same shape without its texts and numbers. */
    private static JsonNode blank(JsonNode node) {
        if (node.isTextual() || node.isNumber()) {
            return TextNode.valueOf(MASKED);
        }
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(blank(entry.getValue())));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                array.set(i, blank(array.get(i)));
            }
        }
        return node;
    }

    private static String maskValue(MatchResult assignment) {
        String quote = assignment.group(2);
        if (quote != null) {
            return Matcher.quoteReplacement(assignment.group(1) + quote + MASKED + quote);
        }
        // None, null, a number or a call in code are no secrets.
        boolean harmless = assignment.group(4).matches("(?i)none|null|true|false|str|[\\d.]+|[a-z_]\\w*[.(].*");
        return Matcher.quoteReplacement(harmless ? assignment.group() : assignment.group(1) + MASKED);
    }

    private static void collect(JsonNode node, List<String> values) {
        if (node.isTextual()) {
            values.add(node.textValue());
        }
        node.forEach(child -> collect(child, values));
    }

    /** As Python's JSON has letters that are not ASCII. */
    private static String ascii(String value) {
        StringBuilder text = new StringBuilder();
        for (char c : value.toCharArray()) {
            text.append(c < 0x80 ? String.valueOf(c) : "\\u%04x".formatted((int) c));
        }
        return text.toString();
    }

    /** As the value stands within JSON text. */
    private static String escaped(String value) {
        String quoted = TextNode.valueOf(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
