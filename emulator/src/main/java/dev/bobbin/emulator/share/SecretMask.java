package dev.bobbin.emulator.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
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

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final String NAMES = "(?:password|passwd|pwd|secret|api[_-]?key|account[_-]?key|access[_-]?token"
            + "|client[_-]?secret|sharedaccesskey)";

    /**
     * Name, sign and value of an assignment in code, JSON, a connection string or a header. Quotes may be escaped, as they
     * are where one text stands within another.
     */
    private static final Pattern NAMED = Pattern.compile("(?is)(\\\\*[\"']?[\\w-]*" + NAMES
            + "\\\\*[\"']?\\s*[:=]\\s*)(?:(\\\\*[\"'])(.*?)(?<!\\\\)\\2|([^\\s,;&\"'\\\\{}\\[\\]()]+))");

    private static final Pattern NAME = Pattern.compile("(?i)[\\w-]*" + NAMES);

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
                known.add(value);
                known.add(escaped(value));
            }
        }
        this.values = List.copyOf(known);
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
        masked = WEB_TOKEN.matcher(masked).replaceAll(Matcher.quoteReplacement(MASKED));
        return SIGNATURE.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASKED));
    }

    /** The value with every secret in its texts masked, and every text whose key says that it is one. */
    JsonNode mask(JsonNode node) {
        switch (node) {
            case ObjectNode object ->
                object.properties().forEach(entry -> {
                    boolean secret = entry.getValue().isTextual()
                            && NAME.matcher(entry.getKey()).matches();
                    entry.setValue(secret ? TextNode.valueOf(MASKED) : mask(entry.getValue()));
                });
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

    /** As the value stands within JSON text. */
    private static String escaped(String value) {
        String quoted = TextNode.valueOf(value).toString();
        return quoted.substring(1, quoted.length() - 1);
    }
}
