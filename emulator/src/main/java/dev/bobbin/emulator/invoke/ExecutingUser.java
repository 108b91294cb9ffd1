package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.Personas;

/**
 * The user an invocation is carried out for.
 *
 * <p>Source: programming model, "Get invocation properties using UserDataFunctionContext".
 *
 * @param oid object id, a GUID
 * @param tenantId a GUID
 */
public record ExecutingUser(String oid, String tenantId, String preferredUsername) {

    /** Who runs functions when nobody else is named. */
    public static final ExecutingUser LOCAL = of(Personas.DEFAULT);

    /** The user a persona stands for. */
    public static ExecutingUser of(Persona persona) {
        return new ExecutingUser(persona.oid(), persona.tenantId(), persona.preferredUsername());
    }
}
