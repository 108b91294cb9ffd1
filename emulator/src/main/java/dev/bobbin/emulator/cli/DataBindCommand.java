package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.StandInBindings;
import dev.bobbin.emulator.standin.StandInBindings.Target;
import dev.bobbin.emulator.standin.StandInKind;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code bobbin data bind}: which stand-in an alias means. */
@Command(
        name = "bind",
        mixinStandardHelpOptions = true,
        description = "Lets an alias mean a stand-in of another name, so that several items or aliases share it.")
final class DataBindCommand implements Callable<Integer> {

    @Mixin
    DataTarget target = new DataTarget();

    @Parameters(
            index = "2",
            arity = "0..1",
            paramLabel = "<name>",
            description = "Name of the stand-in; without it the alias means the one of its own name again.")
    @Nullable
    String name;

    @Option(names = "--kind", paramLabel = "K", description = "Kind of the stand-in; that of the connection by itself.")
    @Nullable
    String kind;

    @Option(names = "--workspace", description = "For all items of the workspace that do not bind it themselves.")
    boolean forAll;

    @Override
    public Integer call() throws Exception {
        if (name != null && !Target.isName(name)) {
            throw new CliFailure(
                    "'" + name + "' cannot be the name of a stand-in. It must not begin with a dot nor hold"
                            + " slashes, backslashes or control characters, and has 100 characters at most.");
        }
        ItemFolder folder = ItemReader.read(target.item);
        Workspace workspace = target.data.workspace(folder);
        Path file = forAll ? workspace.bindingsFile() : workspace.bindingsFile(folder);
        @Nullable Target bound = name == null ? null : new Target(kind(folder, workspace), name);
        StandInBindings.read(file).with(target.alias, bound).write(file);
        Output.line(
                bound == null
                        ? target.alias + " means the stand-in of its own name."
                        : target.alias + " means " + bound.kind().wireName() + " " + bound.name() + ".");
        if (!forAll && ItemConnection.of(folder, workspace, target.alias).isEmpty()) {
            Output.error("The item has no connection '" + target.alias + "' so far: nothing uses it.");
        }
        return 0;
    }

    private StandInKind kind(ItemFolder folder, Workspace workspace) throws Exception {
        if (kind == null) {
            return StandInKind.of(ItemConnection.of(folder, workspace, target.alias)
                    .orElseThrow(() -> new CliFailure("The item has no connection '" + target.alias
                            + "'. Say with --kind what it shall be: " + kinds()))
                    .standIn());
        }
        return StandInKind.of(kind)
                .orElseThrow(() -> new CliFailure("'" + kind + "' is no kind of stand-in. There are: " + kinds()));
    }

    private static String kinds() {
        return Arrays.stream(StandInKind.values()).map(StandInKind::wireName).collect(Collectors.joining(", ")) + ".";
    }
}
