package dev.bobbin.emulator.check;

import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.emulator.signature.Parameter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The classes a connection arrives as. Source: SDK, clients are chosen by the endpoints an item has. */
final class Clients {

    static final String CONTEXT = "UserDataFunctionContext";

    private static final String SDK_PACKAGE = "fabric.functions.";
    private static final String SQL = "FabricSqlConnection";
    private static final String LAKEHOUSE = "FabricLakehouseClient";
    private static final String VARIABLES = "FabricVariablesClient";
    private static final String EVENTS = "FabricBusinessEventsClient";

    private static final Set<String> ALL =
            Set.of(SQL, LAKEHOUSE, "FabricLakehouseFilesClient", VARIABLES, EVENTS, "FabricItem", CONTEXT);

    private static final Set<String> OF_SQL = Set.of(SQL, LAKEHOUSE, "FabricItem");
    private static final Map<ArtifactType, Set<String>> FITTING = Map.of(
            ArtifactType.SQL_DB_NATIVE, OF_SQL,
            ArtifactType.DATA_WAREHOUSE, OF_SQL,
            ArtifactType.WAREHOUSE, OF_SQL,
            ArtifactType.LAKE_WAREHOUSE, OF_SQL,
            ArtifactType.MOUNTED_WAREHOUSE, OF_SQL,
            ArtifactType.MOUNTED_RELATIONAL_DATABASE, OF_SQL,
            ArtifactType.AZURE_SQL, OF_SQL,
            ArtifactType.LAKEHOUSE, Set.of(LAKEHOUSE, "FabricLakehouseFilesClient", "FabricItem"),
            ArtifactType.VARIABLES, Set.of(VARIABLES, "FabricItem"),
            ArtifactType.EVENT_DEFINITION, Set.of(EVENTS, "FabricItem"));

    private Clients() {}

    /** The client class a parameter is annotated with; empty for any other type. */
    static Optional<String> of(Parameter parameter) {
        if (parameter.type() instanceof ParamType.Unsupported(String name)) {
            String simple = name.startsWith(SDK_PACKAGE) ? name.substring(SDK_PACKAGE.length()) : name;
            return ALL.contains(simple) ? Optional.of(simple) : Optional.empty();
        }
        return Optional.empty();
    }

    /** Whether that class is one of the SDK's and cannot be what such a data source arrives as. */
    static boolean isWrong(String client, ArtifactType type) {
        return ALL.contains(client) && !FITTING.getOrDefault(type, ALL).contains(client);
    }

    /** The type of data source that class is for; of a database nobody has said which, so it is the one that refuses least. */
    static Optional<ArtifactType> type(String client) {
        return switch (client) {
            case SQL -> Optional.of(ArtifactType.SQL_DB_NATIVE);
            case LAKEHOUSE, "FabricLakehouseFilesClient" -> Optional.of(ArtifactType.LAKEHOUSE);
            case VARIABLES -> Optional.of(ArtifactType.VARIABLES);
            case EVENTS -> Optional.of(ArtifactType.EVENT_DEFINITION);
            default -> Optional.empty();
        };
    }

    /** The class a data source of that type arrives as. */
    static String usual(ArtifactType type) {
        return switch (type) {
            case LAKEHOUSE -> LAKEHOUSE;
            case VARIABLES -> VARIABLES;
            case EVENT_DEFINITION -> EVENTS;
            default -> SQL;
        };
    }
}
