package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.item.ConnectedDataSource;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.tables.LakehouseTables;
import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** The arguments that name a stand-in: an item and one of its aliases. */
final class DataTarget {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(index = "1", paramLabel = "<alias>", description = "Alias of a connection of the item.")
    String alias = "";

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = "Folder for stand-ins, instead of .bobbin beside the item.")
    @Nullable
    Path data;

    /** The SQL stand-in behind the alias. */
    StandIn.Sql standIn() throws IOException, CliFailure {
        ItemFolder folder = ItemReader.read(item);
        Workspace workspace = data == null ? Workspace.of(folder) : Workspace.at(data);
        String type = folder.definition()
                .source(alias)
                .map(ConnectedDataSource::artifactType)
                .orElse(null);
        return switch (workspace.standIn(folder, alias, StandInKind.forConnection(type, "FabricSqlConnection"))) {
            case StandIn.Sql sql -> sql;
            case StandIn.Lakehouse lakehouse -> lakehouse.endpoint();
            default ->
                throw new CliFailure(
                        "'" + alias + "' is no warehouse, SQL database or lakehouse, so it has no tables.");
        };
    }

    /** The database behind the alias; that of a lakehouse shows its tables as they are. */
    SqlDatabase database() throws IOException, CliFailure {
        StandIn.Sql standIn = standIn();
        SqlDatabase database = SqlDatabase.of(standIn);
        if (standIn.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT) {
            new LakehouseTables(standIn)
                    .refresh()
                    .forEach((table, problem) -> Output.error("The table '" + table + "' cannot be read. " + problem));
        }
        return database;
    }
}
