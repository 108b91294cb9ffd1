package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.app.form.SavedInputs;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Inputs in two files of the workspace: named ones in {@code inputs.json}, which may go into Git, and those of the last
 * runs in {@code last-inputs.json}, which stays out. Bodies of the last runs are kept as texts, exactly as they were sent.
 * A named one is kept as JSON, so that Git can tell what changed in it, unless that would change more than its white space.
 */
public final class InputFiles implements SavedInputs {

    /** Longest body kept as a last input, in characters: a form is not filled by hand with more. */
    private static final int LONGEST_LAST = 1_000_000;

    private static final String LAST = "last-inputs.json";
    private static final String NAMED = "inputs.json";
    private static final Pattern WHITE_SPACE = Pattern.compile("\\s+");

    @Override
    public Map<String, String> last(ItemFolder item) throws IOException {
        return texts(readFile(file(item, LAST)));
    }

    @Override
    public Map<String, Map<String, String>> named(ItemFolder item) throws IOException {
        return named(readFile(file(item, NAMED)));
    }

    @Override
    public boolean keepLast(ItemFolder item, String function, String body) throws IOException {
        if (body.length() > LONGEST_LAST) {
            return false;
        }
        try (StoreLock _ = turn(item)) {
            ObjectNode kept = readFile(file(item, LAST));
            writeFile(file(item, LAST), kept.put(function, body));
        }
        return true;
    }

    @Override
    public Map<String, Map<String, String>> keepNamed(
            ItemFolder item, String function, String name, @Nullable String body) throws IOException {
        try (StoreLock _ = turn(item)) {
            ObjectNode kept = readFile(file(item, NAMED));
            ObjectNode ofFunction = kept.withObjectProperty(function);
            if (body == null) {
                ofFunction.remove(name);
            } else {
                ofFunction.set(name, kept(body));
            }
            if (ofFunction.isEmpty()) {
                kept.remove(function);
            }
            writeFile(file(item, NAMED), kept);
            return named(kept);
        }
    }

    /** Windows and programs that have the item open take turns: each changes what it finds there. */
    private static StoreLock turn(ItemFolder item) throws IOException {
        return StoreLock.in(ItemWorkspace.of(item).itemData(item));
    }

    private static Path file(ItemFolder item, String name) throws IOException {
        return ItemWorkspace.of(item).itemData(item).resolve(name);
    }

    private static ObjectNode readFile(Path file) throws IOException {
        if (!Files.exists(file)) {
            return JsonNodeFactory.instance.objectNode();
        }
        try {
            if (JsonValues.read(Files.readString(file)) instanceof ObjectNode object) {
                return object;
            }
            throw new IOException(text("inputs.noJson", file, 1));
        } catch (JsonProcessingException e) {
            int line = e.getLocation() == null ? 1 : e.getLocation().getLineNr();
            throw new IOException(text("inputs.noJson", file, line), e);
        }
    }

    private static Map<String, Map<String, String>> named(ObjectNode content) {
        Map<String, Map<String, String>> named = new LinkedHashMap<>();
        content.properties().forEach(function -> named.put(function.getKey(), texts(function.getValue())));
        return named;
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties().forEach(member -> texts.put(member.getKey(), body(member.getValue())));
        return texts;
    }

    /** A text stays one when it is no JSON object, repeats a member, or holds what JSON has no word for, such as NaN. */
    private static JsonNode kept(String body) {
        try {
            JsonNode value = JsonValues.read(body);
            if (value.isObject() && bare(body).equals(bare(JsonValues.write(value)))) {
                return value;
            }
        } catch (JsonProcessingException _) {
            // Whoever tests what a wrong request does keeps wrong ones, too.
        }
        return TextNode.valueOf(body);
    }

    private static String bare(String json) {
        return WHITE_SPACE.matcher(json).replaceAll("");
    }

    private static String body(JsonNode kept) {
        return kept.isTextual() ? kept.asText() : JsonValues.write(kept);
    }

    private static void writeFile(Path file, ObjectNode content) throws IOException {
        WholeFile.writePrivate(file, JsonValues.indented(content) + "\n");
    }
}
