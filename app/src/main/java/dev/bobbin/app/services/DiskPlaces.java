package dev.bobbin.app.services;

import dev.bobbin.app.connections.Connection;
import dev.bobbin.app.data.DataPlaces;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.Links;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.lifecycle.Lifecycles;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The stand-ins of a workspace on disk, and what lies in them. */
public final class DiskPlaces implements DataPlaces {

    /** Most folders shown in a folder of the tree: the list of the folder shows them all. */
    private static final int MOST_FOLDERS = 500;

    private static final String LIBRARY = ".VariableLibrary";

    @Override
    public List<Place.Root> roots(ItemFolder item) throws IOException {
        Map<Path, Place.Root> roots = new LinkedHashMap<>();
        for (Connection connection : new ConnectionService().read(item)) {
            StandIn standIn = whole(connection.standIn());
            if (!(standIn instanceof StandIn.Plain)) {
                roots.merge(
                        standIn.path(),
                        new Place.Root(standIn, connection.there(), List.of(connection.alias())),
                        DiskPlaces::joined);
            }
        }
        for (StandIn standIn : ItemWorkspace.of(item).existing()) {
            if (!(standIn instanceof StandIn.Plain)) {
                roots.putIfAbsent(standIn.path(), new Place.Root(standIn, true, List.of()));
            }
        }
        for (StandIn library : libraries(item)) {
            roots.putIfAbsent(library.path(), new Place.Root(library, true, List.of()));
        }
        return List.copyOf(roots.values());
    }

    /** Variable libraries that lie beside the item, as in a workspace that is in Git. */
    private static List<StandIn> libraries(ItemFolder item) throws IOException {
        Path parent = item.root().getParent();
        if (parent == null) {
            return List.of();
        }
        List<StandIn> found = new ArrayList<>();
        try (DirectoryStream<Path> folders = Files.newDirectoryStream(parent, "*" + LIBRARY)) {
            for (Path folder : folders) {
                String name = folder.getFileName().toString();
                found.add(new StandIn.Variables(name.substring(0, name.length() - LIBRARY.length()), folder));
            }
        }
        found.sort(Comparator.comparing(StandIn::name, String.CASE_INSENSITIVE_ORDER));
        return found;
    }

    /** One stand-in that two connections lead to. */
    private static Place.Root joined(Place.Root one, Place.Root other) {
        List<String> aliases = Stream.concat(one.aliases().stream(), other.aliases().stream())
                .distinct()
                .toList();
        return new Place.Root(one.standIn(), one.there(), aliases);
    }

    /** A lakehouse is shown with its files, also when a function reaches only its tables. */
    private static StandIn whole(StandIn standIn) {
        return standIn instanceof StandIn.Sql sql && sql.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT
                ? new StandIn.Lakehouse(sql.name(), sql.path())
                : standIn;
    }

    @Override
    public List<Place> children(Place place) throws IOException {
        return switch (place) {
            case Place.Root root -> inStandIn(root.standIn());
            case Place.Folder folder -> folders(folder);
            case Place.Table _, Place.Container _, Place.Note _ -> List.of();
        };
    }

    @Override
    public void create(ItemFolder item, StandIn standIn) throws IOException {
        Lifecycles.of(standIn, ItemWorkspace.of(item)).create();
    }

    private static List<Place> inStandIn(StandIn standIn) throws IOException {
        return switch (standIn) {
            case StandIn.Sql sql -> tables(sql, sql);
            case StandIn.Lakehouse lakehouse -> {
                List<Place> places = new ArrayList<>();
                places.add(new Place.Folder(lakehouse, ""));
                places.addAll(tables(lakehouse, lakehouse.endpoint()));
                yield places;
            }
            case StandIn.Documents account -> DocumentService.containers(account);
            case StandIn.Variables _, StandIn.Secrets _, StandIn.Events _, StandIn.Plain _ -> List.of();
        };
    }

    private static List<Place> tables(StandIn standIn, StandIn.Sql database) throws IOException {
        List<Place> places = new ArrayList<>();
        for (BrowsedTable table : SqlTables.tables(database)) {
            places.add(new Place.Table(standIn, database, table));
        }
        return places;
    }

    private static List<Place> folders(Place.Folder folder) throws IOException {
        List<String> names = new ArrayList<>();
        Path path = LakeFolders.path(folder);
        if (Files.isDirectory(path)) {
            try (DirectoryStream<Path> entries = Files.newDirectoryStream(
                    path,
                    entry -> Files.isDirectory(entry)
                            && !Links.leadOut(entry, folder.standIn().path()))) {
                for (Path entry : entries) {
                    if (names.size() == MOST_FOLDERS) {
                        break;
                    }
                    names.add(entry.getFileName().toString());
                }
            }
        }
        names.sort(String.CASE_INSENSITIVE_ORDER);
        List<Place> places = new ArrayList<>();
        names.forEach(name -> places.add(folder.child(name)));
        return places;
    }
}
