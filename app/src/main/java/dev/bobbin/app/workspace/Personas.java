package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.ExecutingUser;
import java.util.List;

/**
 * People a function can be run for, so that code that looks at its caller can be tried. None of them exists; their ids
 * are fixed, so that results can be compared.
 */
public final class Personas {

    private static final String TENANT = ExecutingUser.LOCAL.tenantId();

    private static final List<ExecutingUser> ALL = List.of(
            ExecutingUser.LOCAL,
            new ExecutingUser("33333333-3333-4333-8333-333333333333", TENANT, "manager@bobbin.local"),
            new ExecutingUser(
                    "44444444-4444-4444-8444-444444444444",
                    "55555555-5555-4555-8555-555555555555",
                    "guest@partner.example"));

    private Personas() {}

    /** All personas, the usual one first: an analyst, a manager of the same tenant, a guest from another one. */
    public static List<ExecutingUser> all() {
        return ALL;
    }
}
