package dev.bobbin.emulator.invoke;

import dev.bobbin.emulator.service.ServiceProfile;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * A call of one function.
 *
 * @param invocationId a GUID
 * @param body the JSON body as the caller sent it, unchanged
 * @param timeLimit ends the call; null means the profile's limit
 */
public record InvocationRequest(
        String invocationId,
        String function,
        String body,
        ServiceProfile profile,
        @Nullable Duration timeLimit,
        ExecutingUser user,
        Circumstances circumstances) {

    /** A call in which nothing is different. */
    public InvocationRequest(
            String invocationId,
            String function,
            String body,
            ServiceProfile profile,
            @Nullable Duration timeLimit,
            ExecutingUser user) {
        this(invocationId, function, body, profile, timeLimit, user, Circumstances.USUAL);
    }
}
