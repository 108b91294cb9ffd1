package dev.bobbin.emulator.journal;

import dev.bobbin.emulator.invoke.ExecutingUser;

/**
 * What a run was given.
 *
 * @param body the request body as sent
 * @param engine name of the engine
 * @param profile with its changed values, as {@link dev.bobbin.emulator.service.ServiceProfiles#described} reads it
 */
public record RunInput(String invocationId, String body, String engine, String profile, ExecutingUser user) {}
