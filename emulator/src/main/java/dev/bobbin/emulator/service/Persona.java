package dev.bobbin.emulator.service;

import dev.bobbin.emulator.message.RefusedValueException;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A made-up user that functions can be run as.
 *
 * <p>Source: programming model, "Get invocation properties using UserDataFunctionContext".
 *
 * @param name what it is chosen by, unique in its workspace whatever its case
 * @param oid object id, a GUID
 * @param tenantId a GUID
 * @param preferredUsername usually a mail address
 */
public record Persona(String name, String oid, String tenantId, String preferredUsername) {

    private static final Pattern GUID = Pattern.compile("[0-9a-fA-F]{8}-([0-9a-fA-F]{4}-){3}[0-9a-fA-F]{12}");

    /** @throws RefusedValueException when a value cannot be what it is meant to be */
    public Persona {
        if (name.isBlank()) {
            throw RefusedValueException.of("persona.no-name");
        }
        requireGuid("persona.object-id", oid);
        requireGuid("persona.tenant-id", tenantId);
    }

    /** A persona with ids of its own. */
    public static Persona named(String name, String preferredUsername) {
        return new Persona(name, UUID.randomUUID().toString(), UUID.randomUUID().toString(), preferredUsername);
    }

    private static void requireGuid(String refusal, String value) {
        if (!GUID.matcher(value).matches()) {
            throw RefusedValueException.of(refusal, value);
        }
    }
}
