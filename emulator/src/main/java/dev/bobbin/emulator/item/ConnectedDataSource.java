package dev.bobbin.emulator.item;

import org.jspecify.annotations.Nullable;

/**
 * A data source an item is connected to. Source: item definition, "ConnectedDataSourceObject".
 *
 * <p>Nothing is required by the published schema, so every value may be missing.
 *
 * @param artifactType as written; {@link ArtifactType} knows the documented values
 * @param dmtsConnectionId named by the published schema only
 */
public record ConnectedDataSource(
        @Nullable String alias,
        @Nullable String artifactId,
        @Nullable String artifactType,
        @Nullable String workspaceId,
        @Nullable String dmtsConnectionId) {}
