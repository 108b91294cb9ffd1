package dev.bobbin.app.workspace;

import dev.bobbin.emulator.standin.StandIn;

/**
 * A connection of a function and what stands in for it.
 *
 * @param there whether the stand-in exists; if not, the first run makes an empty one
 */
public record ConnectedData(String alias, StandIn standIn, boolean there) {}
