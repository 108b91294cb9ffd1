package dev.bobbin.emulator.service;

import java.util.List;
import java.util.Optional;

/**
 * The personas every workspace has, so that code that looks at its caller can be tried at once. None of these people
 * exists; their ids are fixed, so that results can be compared.
 */
public final class Personas {

    private static final String TENANT = "22222222-2222-4222-8222-222222222222";

    /** Who runs functions when nobody is named. */
    public static final Persona DEFAULT =
            new Persona("default", "11111111-1111-4111-8111-111111111111", TENANT, "analyst@bobbin.local");

    /** All of them, the usual one first: an analyst, a manager of the same tenant, a guest from another one. */
    public static final List<Persona> BUILT_IN = List.of(
            DEFAULT,
            new Persona("manager", "33333333-3333-4333-8333-333333333333", TENANT, "manager@bobbin.local"),
            new Persona(
                    "guest",
                    "44444444-4444-4444-8444-444444444444",
                    "55555555-5555-4555-8555-555555555555",
                    "guest@partner.example"));

    private Personas() {}

    /** The built-in persona of that name, whatever its case. */
    static Optional<Persona> builtIn(String name) {
        return BUILT_IN.stream()
                .filter(persona -> persona.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
