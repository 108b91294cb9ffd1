package dev.bobbin.app.connections;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.List;
import java.util.Optional;

/**
 * A data source of the item, by the alias that its code and {@code definition.json} know it under.
 *
 * @param there whether the stand-in exists; if not, the first run makes an empty one
 * @param functions those that use it, in the order of the script
 * @param listed whether {@code definition.json} lists it, or need not, as with generic connections; a source that it
 *     should list and does not is gone after publishing
 * @param badDay what goes wrong with it; empty when nothing does
 * @param unknownType its type in {@code definition.json} when nobody here knows it; empty otherwise
 */
public record Connection(
        String alias,
        StandIn standIn,
        boolean there,
        List<String> functions,
        boolean listed,
        Optional<BadDay> badDay,
        Optional<String> unknownType) {

    public Connection {
        functions = List.copyOf(functions);
    }

    /** The same under another alias. */
    Connection renamed(String to) {
        return new Connection(to, standIn, there, functions, listed, badDay, unknownType);
    }

    /** What its stand-in is. */
    public StandInKind kind() {
        return StandInKind.of(standIn);
    }
}
