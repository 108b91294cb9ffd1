package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandInKind;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code bobbin data list}: the connections of an item and what stands in for them. */
@Command(
        name = "list",
        mixinStandardHelpOptions = true,
        description = "Lists the connections of an item: alias, kind, stand-in, the functions that use it.")
final class DataListCommand implements Callable<Integer> {

    @Parameters(index = "0", paramLabel = "<item>", description = "The item folder.")
    Path item = Path.of("");

    @Mixin
    DataOption data = new DataOption();

    @Override
    public Integer call() throws Exception {
        ItemFolder folder = ItemReader.read(item);
        for (ItemConnection connection : ItemConnection.of(folder, data.workspace(folder))) {
            Output.line(String.join(
                    "\t",
                    connection.alias(),
                    StandInKind.of(connection.standIn()).wireName(),
                    connection.standIn().path() + (connection.isThere() ? "" : " (not there yet)"),
                    String.join(", ", connection.functions())));
        }
        return 0;
    }
}
