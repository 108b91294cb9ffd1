package dev.bobbin.app.workspace;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.Optional;

/**
 * A connection of a function and what stands in for it.
 *
 * @param there whether the stand-in exists; if not, the first run makes an empty one (none for variables)
 * @param badDay what goes wrong with it; empty when nothing does
 */
public record ConnectedData(String alias, StandIn standIn, boolean there, Optional<BadDay> badDay) {

    /** Where a stand-in lies, and what happens when it is not there yet. */
    public static String whereabouts(StandIn standIn, boolean there) {
        // Reading variables makes no file: without one there simply are none.
        String absent = standIn instanceof StandIn.Variables ? "bindings.new.variables" : "bindings.new";
        return text(
                there ? "bindings.there" : absent, String.valueOf(standIn.path().getFileName()));
    }
}
