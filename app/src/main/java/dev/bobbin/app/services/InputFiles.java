package dev.bobbin.app.services;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.form.SavedInputs;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Inputs in two files of the workspace: named ones in {@code inputs.json}, which may go into Git, and those of the last
 * runs in {@code last-inputs.json}, which stays out. Bodies are kept as texts, exactly as they were sent.
 */
public final class InputFiles implements SavedInputs {

    /** Longest body kept as a last input, in characters: a form is not filled by hand with more. */
    private static final int LONGEST_LAST = 1_000_000;

    private static final ObjectMapper JSON = new ObjectMapper();

    @Override
    public Inputs read(ItemFolder item) throws IOException {
        Map<String, Map<String, String>> named = new LinkedHashMap<>();
        for (var function : readFile(named(item)).properties()) {
            named.put(function.getKey(), texts(function.getValue()));
        }
        return new Inputs(texts(readFile(last(item))), named);
    }

    @Override
    public synchronized void write(ItemFolder item, Inputs inputs) throws IOException {
        ObjectNode last = JSON.createObjectNode();
        inputs.last().forEach((function, body) -> {
            if (body.length() <= LONGEST_LAST) {
                last.put(function, body);
            }
        });
        ObjectNode named = JSON.createObjectNode();
        inputs.named().forEach((function, bodies) -> {
            if (!bodies.isEmpty()) {
                ObjectNode entry = named.putObject(function);
                bodies.forEach(entry::put);
            }
        });
        writeFile(last(item), last);
        if (!named.isEmpty() || Files.exists(named(item))) {
            writeFile(named(item), named);
        }
    }

    private static Path named(ItemFolder item) throws IOException {
        return ItemWorkspace.of(item).itemData(item).resolve("inputs.json");
    }

    private static Path last(ItemFolder item) throws IOException {
        return ItemWorkspace.of(item).itemData(item).resolve("last-inputs.json");
    }

    private static JsonNode readFile(Path file) throws IOException {
        return Files.exists(file) ? JSON.readTree(file.toFile()) : JSON.createObjectNode();
    }

    private static Map<String, String> texts(JsonNode object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.properties()
                .forEach(member -> texts.put(member.getKey(), member.getValue().asText()));
        return texts;
    }

    private static void writeFile(Path file, ObjectNode content) throws IOException {
        Path folder = Files.createDirectories(file.getParent());
        Path fresh = Files.createTempFile(folder, "inputs", ".tmp");
        Files.writeString(fresh, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(content) + "\n");
        Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
    }
}
