package dev.bobbin.emulator.standin.files;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.Links;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The lifecycle of a lakehouse: {@code Files}, {@code Tables} and the {@code Properties} of files. Its SQL endpoint
 * follows the tables by itself. A folder that has neither Files nor Tables is taken for the files.
 */
public final class LakehouseLifecycle extends PartsLifecycle {

    private static final List<String> PARTS = List.of("Files", "Tables", "Properties");

    private final StandIn.Lakehouse lakehouse;

    public LakehouseLifecycle(StandIn.Lakehouse lakehouse) {
        super(lakehouse.name(), Parts.in(lakehouse.path(), PARTS), lakehouse.path());
        this.lakehouse = lakehouse;
    }

    @Override
    public ChangeLog changes() {
        return new FileChanges(lakehouse);
    }

    @Override
    public void create() throws IOException {
        super.create();
        Files.createDirectories(lakehouse.files());
        Files.createDirectories(lakehouse.tables());
    }

    @Override
    public void reset() throws IOException {
        super.reset();
        create();
    }

    @Override
    protected Parts partsOf(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw PlainException.of("standin.no-directory", folder);
        }
        boolean isLakehouse = Files.isDirectory(folder.resolve("Files")) || Files.isDirectory(folder.resolve("Tables"));
        return isLakehouse ? Parts.in(folder, PARTS) : new Parts(Map.of("Files", folder));
    }

    @Override
    public long fill(Path folder) throws IOException {
        return partsOf(folder).copyTo(lakehouse.path());
    }

    @Override
    protected ChangeSet since(Path copy) throws IOException {
        List<Difference> differences =
                Difference.between(Difference.tree(copy, PARTS), Difference.tree(lakehouse.path(), PARTS));
        return FileChanges.shown(lakehouse.name(), FileChanges.sealed(differences, true));
    }

    @Override
    protected void forgetRuns() throws IOException {
        FolderCopy.delete(lakehouse.histories());
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        if (place.isEmpty()) {
            return List.of(new Entry("Files", true, ""), new Entry("Tables", true, ""));
        }
        Path found = find(place);
        if (!Files.isDirectory(found)) {
            return List.of(new Entry(
                    LocalNames.service(found.getFileName().toString()),
                    false,
                    Files.size(found) + " bytes, in " + found));
        }
        try (Stream<Path> entries = Files.list(found)) {
            return entries.filter(entry -> !entry.getFileName().toString().startsWith(Node.TEMPORARY_PREFIX))
                    .filter(this::isInside)
                    .sorted()
                    .map(LakehouseLifecycle::entry)
                    .toList();
        }
    }

    /** @param place with the names that functions see, which may be others than those on disk */
    private Path find(String place) throws IOException {
        Path found = lakehouse.path();
        for (String name : place.split("/")) {
            found = found.equals(lakehouse.path()) && PARTS.contains(name)
                    ? found.resolve(name)
                    : LocalNames.find(found, name).filter(this::isInside).orElse(found.resolve("missing"));
        }
        if (found.equals(lakehouse.path()) || !Files.exists(found)) {
            throw PlainException.of("lakehouse.no-such-place", place, lakehouse.name());
        }
        return found;
    }

    /** False for a link that leads out of the folder of files or of tables, as functions do not see one either. */
    private boolean isInside(Path entry) {
        Path part = lakehouse.path().resolve(lakehouse.path().relativize(entry).getName(0));
        return !Links.leadOut(entry, part);
    }

    private static Entry entry(Path path) {
        String name = LocalNames.service(path.getFileName().toString());
        return Files.isDirectory(path)
                ? new Entry(name, true, "")
                : new Entry(name, false, path.toFile().length() + " bytes");
    }
}
