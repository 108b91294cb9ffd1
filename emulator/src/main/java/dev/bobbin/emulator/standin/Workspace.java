package dev.bobbin.emulator.standin;

import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Where stand-ins and run records lie: {@code .bobbin} in the item folder's parent, so that several items share data as
 * they do in Fabric, or a folder of the caller's choice. Nothing is written before something has to be.
 */
public final class Workspace {

    private static final String IGNORED = """
            # Made by Bobbin: data and run records stay out of Git, bindings and examples go in.
            standins/
            items/*/journal.db*
            items/*/last-inputs.json
            items/*/.lock
            """;

    private final Path root;

    private Workspace(Path root) {
        this.root = root;
    }

    /** The workspace of an item: {@code .bobbin} beside the item folder. */
    public static Workspace of(ItemFolder item) {
        Path parent = item.root().getParent();
        return new Workspace((parent == null ? item.root() : parent).resolve(".bobbin"));
    }

    /** A workspace in a folder of the caller's choice. */
    public static Workspace at(Path folder) {
        return new Workspace(folder.toAbsolutePath().normalize());
    }

    /** The folder that holds everything. */
    public Path root() {
        return root;
    }

    /** The folder of all stand-ins. */
    public Path standIns() {
        return root.resolve("standins");
    }

    /** The folder with what belongs to one item: bindings, examples, journal. */
    public Path itemData(ItemFolder item) {
        Path name = item.root().getFileName();
        return root.resolve("items").resolve(FileNames.safe(name == null ? "item" : name.toString()));
    }

    /**
     * The stand-in behind an alias: the bound one, else one of that kind named like the alias. Makes its folder when it
     * is not there, so that a first run needs no set-up.
     *
     * @throws IOException when the workspace cannot be written
     */
    public StandIn standIn(ItemFolder item, String alias, StandInKind kind) throws IOException {
        StandIn standIn = locate(item, alias, kind);
        prepare();
        if (standIn instanceof StandIn.Lakehouse lakehouse) {
            Files.createDirectories(lakehouse.files());
            Files.createDirectories(lakehouse.tables());
        } else if (standIn instanceof StandIn.Sql
                || standIn instanceof StandIn.Events
                || standIn instanceof StandIn.Documents) {
            Files.createDirectories(standIn.path());
        }
        return standIn;
    }

    /**
     * Like {@link #standIn}, but only says where it would lie.
     *
     * @throws IOException when the bindings cannot be read
     */
    public StandIn locate(ItemFolder item, String alias, StandInKind kind) throws IOException {
        StandInBindings.@Nullable Target bound =
                StandInBindings.read(bindingsFile(item)).target(alias);
        if (bound == null) {
            bound = StandInBindings.read(bindingsFile()).target(alias);
        }
        StandIn standIn =
                bound == null ? kind.in(standIns(), alias) : bound.kind().in(standIns(), bound.name());
        if (standIn instanceof StandIn.Variables && !Files.exists(standIn.path())) {
            // A library that is in Git beside the item is used as it is.
            Path library = item.root().resolveSibling(standIn.name() + ".VariableLibrary");
            return Files.isDirectory(library) ? new StandIn.Variables(standIn.name(), library) : standIn;
        }
        return standIn;
    }

    /**
     * Every stand-in that lies in the workspace, by name.
     *
     * @throws IOException when the folder cannot be listed
     */
    public List<StandIn> existing() throws IOException {
        if (!Files.isDirectory(standIns())) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(standIns())) {
            return entries.flatMap(entry ->
                            StandInKind.named(standIns(), entry.getFileName().toString()).stream())
                    .sorted(Comparator.comparing(StandIn::name, String.CASE_INSENSITIVE_ORDER))
                    .toList();
        }
    }

    /** The stand-ins of a name that lie in the workspace; several when they differ in kind. */
    public List<StandIn> named(String name) {
        return Arrays.stream(StandInKind.values())
                // It lies where its lakehouse does.
                .filter(kind -> kind != StandInKind.LAKEHOUSE_ENDPOINT)
                .map(kind -> kind.in(standIns(), name))
                .filter(standIn -> Files.exists(standIn.path()))
                .toList();
    }

    /** The file for what the workspace knows of a stand-in and the stand-in's own files do not hold. */
    public Path stateOf(StandIn standIn) {
        return standIns().resolve(FileNames.safe(standIn.name()) + ".state.json");
    }

    /** The folder for what is kept of a variable library, whose own folder may be in Git. */
    public Path keepOf(StandIn.Variables library) {
        return standIns().resolve(FileNames.safe(library.name()) + ".variables.kept");
    }

    /** The folder with the data that an item's examples find behind an alias: made to go into Git, and need not be there. */
    public Path exampleData(ItemFolder item, String alias) {
        return itemData(item).resolve("example-data").resolve(FileNames.safe(alias));
    }

    /** The file that binds an item's aliases. */
    public Path bindingsFile(ItemFolder item) {
        return itemData(item).resolve("bindings.json");
    }

    /** The file that binds aliases for all items that do not bind them themselves. */
    public Path bindingsFile() {
        return root.resolve("bindings.json");
    }

    private void prepare() throws IOException {
        Files.createDirectories(standIns());
        Path ignore = root.resolve(".gitignore");
        if (!Files.exists(ignore)) {
            Files.writeString(ignore, IGNORED);
        }
    }
}
