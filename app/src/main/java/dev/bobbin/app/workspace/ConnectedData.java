package dev.bobbin.app.workspace;

import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.util.Optional;

/**
 * A connection of a function and what stands in for it.
 *
 * @param there whether the stand-in exists; if not, the first run makes an empty one
 * @param badDay what goes wrong with it; empty when nothing does
 */
public record ConnectedData(String alias, StandIn standIn, boolean there, Optional<BadDay> badDay) {}
