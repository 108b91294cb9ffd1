package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Kinds of stand-ins, their file names, and the rules which connection gets which. */
public enum StandInKind {
    WAREHOUSE("warehouse"),
    SQL_DATABASE("sqldb"),
    MIRRORED("mirrored"),
    /** The SQL analytics endpoint of a lakehouse, connected to without its files. */
    LAKEHOUSE_ENDPOINT("lakehouse"),
    LAKEHOUSE("lakehouse"),
    VARIABLES("variables.json"),
    SECRETS("secrets.json"),
    EVENTS("events"),
    DOCUMENTS("cosmos"),
    PLAIN("item");

    private final String suffix;

    StandInKind(String suffix) {
        this.suffix = suffix;
    }

    /** Name of the kind in {@code bindings.json}. */
    public String wireName() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The kind of that name in {@code bindings.json}. */
    public static Optional<StandInKind> of(String wireName) {
        return Arrays.stream(values())
                .filter(kind -> kind.wireName().equals(wireName))
                .findFirst();
    }

    /**
     * The kind a connection gets when nothing is bound to its alias: what {@code definition.json} says, else what the
     * client class of the parameter needs.
     *
     * @param artifactType as written in the definition; null when the alias is not listed
     * @param client class name of the annotation, such as {@code FabricSqlConnection}
     */
    public static StandInKind forConnection(@Nullable String artifactType, String client) {
        return ArtifactType.of(artifactType)
                .map(type -> forArtifact(type, client))
                .orElseGet(() -> forClient(client));
    }

    /** The kind a generic connection gets. Source: item definition, "GenericConnectionType". */
    public static StandInKind forAudience(String audienceType) {
        return switch (audienceType.toLowerCase(Locale.ROOT)) {
            case "keyvault" -> SECRETS;
            case "cosmosdb" -> DOCUMENTS;
            default -> PLAIN;
        };
    }

    private static StandInKind forArtifact(ArtifactType type, String client) {
        return switch (type) {
            case SQL_DB_NATIVE, AZURE_SQL -> SQL_DATABASE;
            case DATA_WAREHOUSE, WAREHOUSE -> WAREHOUSE;
            case MOUNTED_WAREHOUSE, MOUNTED_RELATIONAL_DATABASE -> MIRRORED;
            case LAKE_WAREHOUSE -> client.equals("FabricSqlConnection") ? LAKEHOUSE_ENDPOINT : LAKEHOUSE;
            // It has files and tables, whatever the function calls it. Source: contract, "Clients".
            case LAKEHOUSE -> LAKEHOUSE;
            case VARIABLES -> VARIABLES;
            case EVENT_DEFINITION -> EVENTS;
        };
    }

    private static StandInKind forClient(String client) {
        return switch (client) {
            // Which kind it is nobody has said: a SQL database refuses least.
            case "FabricSqlConnection" -> SQL_DATABASE;
            case "FabricLakehouseClient", "FabricLakehouseFilesClient" -> LAKEHOUSE;
            case "FabricVariablesClient" -> VARIABLES;
            case "FabricBusinessEventsClient" -> EVENTS;
            default -> PLAIN;
        };
    }

    /** The stand-in that a file or folder of that name is; empty when it is none. A lakehouse counts with its files. */
    static Optional<StandIn> named(Path folder, String file) {
        return Arrays.stream(values())
                .filter(kind -> kind != LAKEHOUSE_ENDPOINT && file.endsWith("." + kind.suffix))
                .findFirst()
                .map(kind -> kind.in(folder, file.substring(0, file.length() - kind.suffix.length() - 1)));
    }

    /** The kind of a stand-in. */
    public static StandInKind of(StandIn standIn) {
        return switch (standIn) {
            case StandIn.Sql sql ->
                switch (sql.kind()) {
                    case WAREHOUSE -> WAREHOUSE;
                    case SQL_DATABASE -> SQL_DATABASE;
                    case MIRRORED -> MIRRORED;
                    case LAKEHOUSE_ENDPOINT -> LAKEHOUSE_ENDPOINT;
                };
            case StandIn.Lakehouse _ -> LAKEHOUSE;
            case StandIn.Variables _ -> VARIABLES;
            case StandIn.Secrets _ -> SECRETS;
            case StandIn.Events _ -> EVENTS;
            case StandIn.Documents _ -> DOCUMENTS;
            case StandIn.Plain _ -> PLAIN;
        };
    }

    /** The type that {@code definition.json} gives such a data source; empty for kinds that it never lists. */
    public Optional<ArtifactType> artifactType() {
        return switch (this) {
            case WAREHOUSE -> Optional.of(ArtifactType.WAREHOUSE);
            case SQL_DATABASE -> Optional.of(ArtifactType.SQL_DB_NATIVE);
            case MIRRORED -> Optional.of(ArtifactType.MOUNTED_RELATIONAL_DATABASE);
            case LAKEHOUSE_ENDPOINT -> Optional.of(ArtifactType.LAKE_WAREHOUSE);
            case LAKEHOUSE -> Optional.of(ArtifactType.LAKEHOUSE);
            case VARIABLES -> Optional.of(ArtifactType.VARIABLES);
            case EVENTS -> Optional.of(ArtifactType.EVENT_DEFINITION);
            case SECRETS, DOCUMENTS, PLAIN -> Optional.empty();
        };
    }

    /** The stand-in of this kind and name in a folder. */
    public StandIn in(Path folder, String name) {
        Path path = folder.resolve(FileNames.safe(name) + "." + suffix);
        return switch (this) {
            case WAREHOUSE -> new StandIn.Sql(name, SqlKind.WAREHOUSE, path);
            case SQL_DATABASE -> new StandIn.Sql(name, SqlKind.SQL_DATABASE, path);
            case MIRRORED -> new StandIn.Sql(name, SqlKind.MIRRORED, path);
            case LAKEHOUSE_ENDPOINT -> new StandIn.Lakehouse(name, path).endpoint();
            case LAKEHOUSE -> new StandIn.Lakehouse(name, path);
            case VARIABLES -> new StandIn.Variables(name, path);
            case SECRETS -> new StandIn.Secrets(name, path);
            case EVENTS -> new StandIn.Events(name, path);
            case DOCUMENTS -> new StandIn.Documents(name, path);
            case PLAIN -> new StandIn.Plain(name, path);
        };
    }
}
