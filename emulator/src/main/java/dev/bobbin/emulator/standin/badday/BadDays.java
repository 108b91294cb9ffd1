package dev.bobbin.emulator.standin.badday;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.message.RefusedValueException;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** The bad days that are switched on for an item until they are switched off: {@code bad-days.json}, by alias. */
public final class BadDays {

    private static final ObjectMapper JSON = new ObjectMapper();

    private BadDays() {}

    /** @throws IOException when the file is there but cannot be used; the message is in plain words */
    public static Map<String, BadDay> read(Workspace workspace, ItemFolder item) throws IOException {
        Path file = file(workspace, item);
        Map<String, BadDay> byAlias = new TreeMap<>();
        if (!Files.exists(file)) {
            return byAlias;
        }
        try {
            for (Map.Entry<String, JsonNode> entry :
                    JSON.readTree(file.toFile()).properties()) {
                byAlias.put(entry.getKey(), BadDay.of(entry.getValue()));
            }
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.file", file, JsonFault.words(e)).because(e);
        } catch (RefusedValueException e) {
            throw PlainException.of("bad-day.file", file, e.said()).because(e);
        }
        return byAlias;
    }

    /** @throws IOException when nothing can be written */
    public static void write(Workspace workspace, ItemFolder item, Map<String, BadDay> byAlias) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        new TreeMap<>(byAlias).forEach((alias, badDay) -> root.set(alias, badDay.toJson()));
        WholeFile.write(file(workspace, item), root.toPrettyString() + "\n");
    }

    private static Path file(Workspace workspace, ItemFolder item) {
        return workspace.itemData(item).resolve("bad-days.json");
    }
}
