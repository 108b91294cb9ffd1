package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What surrounds a run, beside its code and its request.
 *
 * @param engine name of the engine it runs in
 * @param timeLimit ends it; null for the profile's limit
 */
public record RunSetting(
        String engine,
        ServiceProfile profile,
        ExecutingUser user,
        @Nullable Duration timeLimit,
        Circumstances circumstances) {

    /**
     * What surrounded an earlier run.
     *
     * @throws IllegalArgumentException when its profile is none of this Bobbin's; the message is a sentence for the user
     */
    public static RunSetting of(RunInput input) {
        return new RunSetting(
                input.engine(),
                ServiceProfiles.described(input.profile()),
                input.user(),
                input.timeLimit(),
                input.circumstances());
    }

    /** The same under other circumstances. */
    public RunSetting under(Circumstances others) {
        return new RunSetting(engine, profile, user, timeLimit, others);
    }
}
