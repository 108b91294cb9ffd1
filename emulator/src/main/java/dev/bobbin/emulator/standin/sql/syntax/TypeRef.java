package dev.bobbin.emulator.standin.sql.syntax;

import org.jspecify.annotations.Nullable;

/**
 * A data type as written.
 *
 * @param size length or precision; {@link #MAX} for {@code (MAX)}; null when not written
 */
public record TypeRef(
        String name, @Nullable Integer size, @Nullable Integer scale) {

    public static final int MAX = -1;
}
