package dev.bobbin.emulator.journal;

import static java.util.Objects.requireNonNull;
import static java.util.Objects.requireNonNullElse;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a run was given.
 *
 * @param body the request body as sent
 * @param engine name of the engine
 * @param profile with its changed values, as {@link dev.bobbin.emulator.service.ServiceProfiles#described} reads it
 * @param timeLimit what the run was asked to end in; null for the profile's limit
 * @param circumstances what was different in this run only
 */
public record RunInput(
        String invocationId,
        String body,
        String engine,
        String profile,
        ExecutingUser user,
        @Nullable Duration timeLimit,
        Circumstances circumstances) {

    public RunInput {
        requireNonNull(body);
        requireNonNull(engine);
        requireNonNull(profile);
        requireNonNull(user);
        // An older record does not tell of any.
        circumstances = requireNonNullElse(circumstances, Circumstances.USUAL);
    }

    /** What a usual run was given. */
    public RunInput(String invocationId, String body, String engine, String profile, ExecutingUser user) {
        this(invocationId, body, engine, profile, user, null, Circumstances.USUAL);
    }

    /** The same with another body. */
    public RunInput withBody(String newBody) {
        return new RunInput(invocationId, newBody, engine, profile, user, timeLimit, circumstances);
    }
}
