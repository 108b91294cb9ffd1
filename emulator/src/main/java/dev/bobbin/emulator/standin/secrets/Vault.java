package dev.bobbin.emulator.standin.secrets;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.ServiceRefusal;
import java.time.Clock;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The secrets of a vault, with the service's rules. Answers are JSON, as the shim takes them. */
final class Vault {

    private static final Pattern NAME = Pattern.compile("[0-9a-zA-Z-]{1,127}");
    private static final int LONGEST_VALUE = 25_600;
    private static final int MOST_TAGS = 15;
    private static final long RECOVERABLE_SECONDS = 90L * 24 * 60 * 60;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Map<String, Secret> secrets;
    private final Clock clock;

    /** @param secrets by name; changes are made in it */
    Vault(Map<String, Secret> secrets, Clock clock) {
        this.secrets = secrets;
        this.clock = clock;
    }

    JsonNode get(String name, String version) throws ServiceRefusal {
        SecretVersion found = version(name, version);
        if (!found.enabled()) {
            throw new ServiceRefusal(403, "Forbidden", "Operation get is not allowed on a disabled secret.");
        }
        return described(name, found, true);
    }

    JsonNode set(String name, String value, JsonNode attributes) throws ServiceRefusal {
        checkName(name);
        if (value.length() > LONGEST_VALUE) {
            throw new ServiceRefusal(
                    400, "BadParameter", "The secret is too long: it may have " + LONGEST_VALUE + " characters.");
        }
        @Nullable Secret before = secrets.get(name);
        if (before != null && before.isDeleted()) {
            throw new ServiceRefusal(
                    409,
                    "Conflict",
                    "Secret " + name
                            + " is currently in a deleted but recoverable state, and its name cannot be reused;"
                            + " in this state, the secret can only be recovered or purged.");
        }
        long now = clock.instant().getEpochSecond();
        String version = UUID.randomUUID().toString().replace("-", "");
        SecretVersion made =
                changed(new SecretVersion(version, value, true, now, now, null, null, null, null), attributes, now);
        secrets.put(name, before == null ? new Secret(List.of(made), null) : before.with(made));
        return described(name, made, true);
    }

    JsonNode update(String name, String version, JsonNode attributes) throws ServiceRefusal {
        SecretVersion changed =
                changed(version(name, version), attributes, clock.instant().getEpochSecond());
        secrets.computeIfPresent(name, (n, secret) -> secret.replacing(changed));
        return described(name, changed, false);
    }

    JsonNode list() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        secrets.forEach((name, secret) -> {
            if (!secret.isDeleted()) {
                all.add(withoutVersion(described(name, secret.latest(), false)));
            }
        });
        return all;
    }

    JsonNode versions(String name) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        @Nullable Secret secret = secrets.get(name);
        if (secret != null && !secret.isDeleted()) {
            secret.versions().forEach(version -> all.add(described(name, version, false)));
        }
        return all;
    }

    JsonNode delete(String name) throws ServiceRefusal {
        Secret secret = existing(name);
        Secret deleted = new Secret(secret.versions(), clock.instant().getEpochSecond());
        secrets.put(name, deleted);
        return describedDeleted(name, deleted);
    }

    JsonNode listDeleted() {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        secrets.forEach((name, secret) -> {
            if (secret.isDeleted()) {
                all.add(withoutVersion(describedDeleted(name, secret)));
            }
        });
        return all;
    }

    JsonNode getDeleted(String name) throws ServiceRefusal {
        return describedDeleted(name, deleted(name));
    }

    JsonNode recover(String name) throws ServiceRefusal {
        Secret secret = deleted(name);
        secrets.put(name, new Secret(secret.versions(), null));
        return described(name, secret.latest(), false);
    }

    void purge(String name) throws ServiceRefusal {
        deleted(name);
        secrets.remove(name);
    }

    /** A backup of a secret with all its versions, as text. */
    JsonNode backup(String name) throws ServiceRefusal {
        return JsonNodeFactory.instance.objectNode().put("name", name).set("secret", JSON.valueToTree(existing(name)));
    }

    JsonNode restore(JsonNode backup) throws ServiceRefusal {
        String name = backup.path("name").asText();
        if (name.isEmpty() || !backup.path("secret").isObject()) {
            throw new ServiceRefusal(400, "BadParameter", "The backup is not one of a secret.");
        }
        if (secrets.containsKey(name)) {
            throw new ServiceRefusal(409, "Conflict", "There is a secret " + name + " in this key vault already.");
        }
        Secret secret = JSON.convertValue(backup.path("secret"), Secret.class);
        secrets.put(name, secret);
        return described(name, secret.latest(), false);
    }

    private static void checkName(String name) throws ServiceRefusal {
        if (!NAME.matcher(name).matches()) {
            throw new ServiceRefusal(
                    400,
                    "BadParameter",
                    "The request URI contains an invalid name: " + name + ". It may have letters, digits and dashes.");
        }
    }

    private Secret existing(String name) throws ServiceRefusal {
        checkName(name);
        @Nullable Secret secret = secrets.get(name);
        if (secret == null || secret.isDeleted()) {
            throw new ServiceRefusal(
                    404,
                    "SecretNotFound",
                    "A secret with (name/id) " + name + " was not found in this key vault. If you recently deleted this"
                            + " secret you may be able to recover it using the correct recovery command.");
        }
        return secret;
    }

    private Secret deleted(String name) throws ServiceRefusal {
        @Nullable Secret secret = secrets.get(name);
        if (secret == null || !secret.isDeleted()) {
            throw new ServiceRefusal(404, "SecretNotFound", "Deleted Secret not found: " + name);
        }
        return secret;
    }

    private SecretVersion version(String name, String version) throws ServiceRefusal {
        Secret secret = existing(name);
        if (version.isEmpty()) {
            return secret.latest();
        }
        return secret.version(version)
                .orElseThrow(() -> new ServiceRefusal(
                        404,
                        "SecretNotFound",
                        "A secret with (name/id) " + name + "/" + version + " was not found in this key vault."));
    }

    /** Takes over the attributes that were given. */
    private static SecretVersion changed(SecretVersion version, JsonNode attributes, long now) throws ServiceRefusal {
        if (attributes.path("tags").size() > MOST_TAGS) {
            throw new ServiceRefusal(400, "BadParameter", "A secret may have " + MOST_TAGS + " tags.");
        }
        @Nullable Map<String, String> tags = version.tags();
        if (attributes.path("tags").isObject()) {
            Map<String, String> given = new HashMap<>();
            attributes
                    .path("tags")
                    .properties()
                    .forEach(tag -> given.put(tag.getKey(), tag.getValue().asText()));
            tags = given;
        }
        return new SecretVersion(
                version.version(),
                version.value(),
                attributes.path("enabled").asBoolean(version.enabled()),
                version.created(),
                now,
                time(attributes, "notBefore", version.notBefore()),
                time(attributes, "expires", version.expires()),
                attributes.path("contentType").isTextual()
                        ? attributes.path("contentType").asText()
                        : version.contentType(),
                tags);
    }

    private static @Nullable Long time(JsonNode attributes, String name, @Nullable Long before) {
        return attributes.path(name).isNumber()
                ? Long.valueOf(attributes.path(name).asLong())
                : before;
    }

    private static ObjectNode described(String name, SecretVersion version, boolean withValue) {
        ObjectNode described = JSON.valueToTree(version);
        if (!withValue) {
            described.remove("value");
        }
        return described.put("name", name);
    }

    /** A listing names a secret, not one of its versions (REST reference, Get Secrets: SecretItem). */
    private static ObjectNode withoutVersion(ObjectNode described) {
        described.remove("version");
        return described;
    }

    private static ObjectNode describedDeleted(String name, Secret secret) {
        ObjectNode described = described(name, secret.latest(), false);
        @Nullable Long deleted = secret.deleted();
        long when = deleted == null ? 0 : deleted;
        return described.put("deletedDate", when).put("scheduledPurgeDate", when + RECOVERABLE_SECONDS);
    }
}
