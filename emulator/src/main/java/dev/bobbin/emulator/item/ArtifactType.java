package dev.bobbin.emulator.item;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kinds of connected items. Source: item definition, "ArtifactType (enum)". */
public enum ArtifactType {
    SQL_DB_NATIVE("SqlDbNative"),
    DATA_WAREHOUSE("DataWarehouse"),
    LAKE_WAREHOUSE("LakeWarehouse"),
    LAKEHOUSE("Lakehouse"),
    MOUNTED_WAREHOUSE("MountedWarehouse"),
    MOUNTED_RELATIONAL_DATABASE("MountedRelationalDatabase"),
    AZURE_SQL("AzureSql"),
    WAREHOUSE("Warehouse"),
    VARIABLES("Variables"),

    /** A schema set of business events. Not in the schema; the service writes it. */
    EVENT_DEFINITION("EventDefinition");

    private final String wireName;

    ArtifactType(String wireName) {
        this.wireName = wireName;
    }

    /** The spelling in {@code definition.json}. */
    public String wireName() {
        return wireName;
    }

    /** The type of that spelling, whatever its case. */
    public static Optional<ArtifactType> of(@Nullable String wireName) {
        return Arrays.stream(values())
                .filter(type -> type.wireName.equalsIgnoreCase(wireName))
                .findFirst();
    }
}
