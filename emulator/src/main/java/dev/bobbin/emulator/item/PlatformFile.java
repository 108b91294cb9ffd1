package dev.bobbin.emulator.item;

import org.jspecify.annotations.Nullable;

/**
 * What {@code .platform} says. Source: published schemas platformProperties 2.0.0 and 2.1.0.
 *
 * @param type item type, {@code UserDataFunction} for our items
 */
public record PlatformFile(
        @Nullable String schema,
        @Nullable String type,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String version,
        @Nullable String logicalId) {}
