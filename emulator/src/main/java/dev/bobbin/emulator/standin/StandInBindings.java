package dev.bobbin.emulator.standin;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Which alias of an item means which stand-in: {@code {"aliases": {"Sales": {"kind": "warehouse", "name": "sales"}}}}.
 * An alias that is not listed means the stand-in of its own name.
 */
public record StandInBindings(Map<String, Target> aliases) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** What an alias is bound to. */
    public record Target(StandInKind kind, String name) {

        private static final Pattern NAME = Pattern.compile("[^./\\\\\\p{Cntrl}][^/\\\\\\p{Cntrl}]{0,99}");

        /** Whether a stand-in may be called so: its name is a part of the paths that functions see. */
        public static boolean isName(String name) {
            return NAME.matcher(name).matches();
        }
    }

    public StandInBindings {
        aliases = Map.copyOf(aliases);
    }

    /** The target of an alias; null when it is not bound. */
    @Nullable
    Target target(String alias) {
        return aliases.get(alias);
    }

    /** The same with another target for an alias. @param target null takes the binding away */
    public StandInBindings with(String alias, @Nullable Target target) {
        Map<String, Target> changed = new TreeMap<>(aliases);
        if (target == null) {
            changed.remove(alias);
        } else {
            changed.put(alias, target);
        }
        return new StandInBindings(changed);
    }

    /**
     * Reads a file; none means no bindings.
     *
     * @throws IOException when the file is there but cannot be read; the message says what is wrong in plain words
     */
    public static StandInBindings read(Path file) throws IOException {
        if (!Files.exists(file)) {
            return new StandInBindings(Map.of());
        }
        Map<String, Target> aliases = new TreeMap<>();
        try {
            for (Map.Entry<String, JsonNode> entry :
                    JSON.readTree(file.toFile()).path("aliases").properties()) {
                String kind = entry.getValue().path("kind").asText();
                Optional<StandInKind> known = StandInKind.of(kind);
                if (known.isEmpty()) {
                    throw PlainException.of("standin.unknown-kind", file, entry.getKey(), kind);
                }
                String name = entry.getValue().path("name").asText(entry.getKey());
                aliases.put(entry.getKey(), new Target(known.get(), name));
            }
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.file", file, JsonFault.words(e)).because(e);
        }
        return new StandInBindings(aliases);
    }

    /**
     * Writes the file, making its folder.
     *
     * @throws IOException when it cannot be written
     */
    public void write(Path file) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        ObjectNode entries = root.putObject("aliases");
        new TreeMap<>(aliases)
                .forEach((alias, target) -> entries.putObject(alias)
                        .put("kind", target.kind().wireName())
                        .put("name", target.name()));
        Files.createDirectories(file.getParent());
        Files.writeString(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
