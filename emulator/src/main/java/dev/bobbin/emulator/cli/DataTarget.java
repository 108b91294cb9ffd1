package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import dev.bobbin.emulator.standin.tables.AskedDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** The arguments that name a stand-in: an item and one of its aliases. */
final class DataTarget {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Parameters(index = "1", paramLabel = "<alias>", description = "Alias of a connection of the item.")
    String alias = "";

    @Mixin
    DataOption data = new DataOption();

    /**
     * The stand-in behind an alias that the item has, that is bound, or that was given data before.
     *
     * @throws CliFailure when it is none of these; it may be misspelt
     */
    StandIn standIn() throws IOException, CliFailure {
        ItemFolder folder = ItemReader.read(item);
        Workspace workspace = data.workspace(folder);
        Optional<ItemConnection> connection = ItemConnection.of(folder, workspace, alias);
        if (connection.isPresent()) {
            return connection.get().standIn();
        }
        StandIn given = workspace.locate(folder, alias, StandInKind.SQL_DATABASE);
        boolean isBound = StandInBindings.read(workspace.bindingsFile(folder))
                        .aliases()
                        .containsKey(alias)
                || StandInBindings.read(workspace.bindingsFile()).aliases().containsKey(alias);
        if (!isBound && !Files.exists(given.path())) {
            throw unknown(folder, workspace, alias);
        }
        return given;
    }

    /** Says which aliases an item has instead. */
    static CliFailure unknown(ItemFolder item, Workspace workspace, String alias) throws IOException {
        List<String> known = ItemConnection.of(item, workspace).stream()
                .map(ItemConnection::alias)
                .toList();
        return new CliFailure("The item has no connection '" + alias + "'. "
                + (known.isEmpty() ? "It has none at all." : "It has: " + String.join(", ", known) + "."));
    }

    /** Whether there is data behind the alias. */
    boolean isThere() throws IOException, CliFailure {
        return Files.exists(standIn().path());
    }

    /** The data behind the alias, made when it is not there. */
    Lifecycle lifecycle() throws IOException, CliFailure {
        Lifecycle lifecycle = Lifecycles.of(standIn(), data.workspace(ItemReader.read(item)));
        lifecycle.create();
        return lifecycle;
    }

    /** The lakehouse behind the alias, made when it is not there; empty when it is no lakehouse. */
    Optional<StandIn.Lakehouse> lakehouse() throws IOException, CliFailure {
        Optional<StandIn.Lakehouse> lakehouse =
                switch (standIn()) {
                    case StandIn.Lakehouse found -> Optional.of(found);
                    case StandIn.Sql sql
                    when sql.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT ->
                        Optional.of(new StandIn.Lakehouse(sql.name(), sql.path()));
                    default -> Optional.empty();
                };
        if (lakehouse.isPresent()) {
            lifecycle();
        }
        return lakehouse;
    }

    /** The SQL stand-in behind the alias. */
    StandIn.Sql sql() throws IOException, CliFailure {
        lifecycle();
        return switch (standIn()) {
            case StandIn.Sql sql -> sql;
            case StandIn.Lakehouse lakehouse -> lakehouse.endpoint();
            default ->
                throw new CliFailure(
                        "'" + alias + "' is no warehouse, SQL database or lakehouse, so it has no tables.");
        };
    }

    /** The database behind the alias; that of a lakehouse shows its tables as they are. */
    AskedDatabase database() throws IOException, CliFailure {
        return AskedDatabase.of(sql());
    }
}
