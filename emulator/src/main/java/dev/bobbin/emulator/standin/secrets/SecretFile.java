package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * The JSON file of a vault: {@code {"name": "value"}} as people write it, {@code {"name": {"versions": […]}}} once a
 * function has written it. Values are plain text, readable by the user only where the platform can tell.
 */
final class SecretFile {

    private static final ObjectMapper JSON = new ObjectMapper();

    private SecretFile() {}

    /** @throws IOException when the file is there but is no vault; the message is in plain words */
    static Map<String, Secret> read(Path file) throws IOException {
        return Files.exists(file) ? parse(Files.readString(file), file.toString()) : noSecrets();
    }

    /** Names are the same in capitals and small letters (Azure Key Vault, about keys, secrets and certificates). */
    static Map<String, Secret> noSecrets() {
        return new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    }

    static Map<String, Secret> parse(String text, String source) throws IOException {
        Map<String, Secret> secrets = noSecrets();
        try {
            JsonNode root = JSON.readTree(text.startsWith("\uFEFF") ? text.substring(1) : text);
            if (!root.isObject()) {
                throw PlainException.of("secrets.no-object", source);
            }
            for (Map.Entry<String, JsonNode> entry : root.properties()) {
                if (secrets.put(entry.getKey(), secret(entry.getKey(), entry.getValue())) != null) {
                    throw PlainException.of("secrets.twice", source, entry.getKey());
                }
            }
        } catch (JsonProcessingException e) {
            throw PlainException.of("json.vault", source, JsonFault.words(e)).because(e);
        }
        return secrets;
    }

    private static Secret secret(String name, JsonNode value) throws JsonProcessingException {
        if (value.isObject() && value.has("versions")) {
            return JSON.treeToValue(value, Secret.class);
        }
        return written(name, value.isTextual() ? value.textValue() : value.toString());
    }

    /** A secret as people write it. It has the same version each time, as nobody has given it one. */
    private static Secret written(String name, String value) {
        byte[] seed = (name + '\0' + value).getBytes(StandardCharsets.UTF_8);
        String version = UUID.nameUUIDFromBytes(seed).toString().replace("-", "");
        return new Secret(List.of(new SecretVersion(version, value, true, 0, 0, null, null, null, null)), null);
    }

    /** Writes all secrets; those that people have written stay in that form. */
    static void write(Path file, Map<String, Secret> secrets) throws IOException {
        ObjectNode root = JSON.createObjectNode();
        secrets.forEach((name, secret) -> {
            String value = secret.latest().value();
            root.set(name, secret.equals(written(name, value)) ? TextNode.valueOf(value) : JSON.valueToTree(secret));
        });
        WholeFile.writePrivate(file, JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root) + "\n");
    }
}
