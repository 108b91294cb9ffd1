package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.Optional;

/**
 * A connection of a function and what stands in for it.
 *
 * @param there whether the stand-in exists; if not, the first run makes an empty one (none for variables and secrets)
 * @param badDay what goes wrong with it; empty when nothing does
 */
public record ConnectedData(String alias, StandIn standIn, boolean there, Optional<BadDay> badDay) {

    /** Where a stand-in lies, and what happens when it is not there yet. */
    public static String whereabouts(StandIn standIn, boolean there) {
        // Reading variables or secrets makes no file: without one there simply are none.
        String absent =
                switch (standIn) {
                    case StandIn.Variables _ -> "bindings.new.variables";
                    case StandIn.Secrets _ -> "bindings.new.secrets";
                    default -> "bindings.new";
                };
        return text(
                there ? "bindings.there" : absent, String.valueOf(standIn.path().getFileName()));
    }
}
