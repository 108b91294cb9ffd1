package dev.bobbin.emulator.item;

import org.jspecify.annotations.Nullable;

/**
 * What {@code .platform} says. Source: published schemas platformProperties 2.0.0 and 2.1.0.
 *
 * @param type item type, {@value #ITEM_TYPE} for our items
 * @param sensitivityLabelId named by schema 2.1.0 only
 */
public record PlatformFile(
        @Nullable String schema,
        @Nullable String type,
        @Nullable String displayName,
        @Nullable String description,
        @Nullable String sensitivityLabelId,
        @Nullable String version,
        @Nullable String logicalId) {

    /** The type of user data functions items, also the ending of their folders. */
    public static final String ITEM_TYPE = "UserDataFunction";
}
