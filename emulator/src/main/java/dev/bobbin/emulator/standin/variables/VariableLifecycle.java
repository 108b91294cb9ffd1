package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The lifecycle of a variable library: a folder as Git has it, or {@code variables.json} with names and values. Functions
 * cannot change variables; people do, by a {@link VariableEditor}.
 */
public final class VariableLifecycle extends PartsLifecycle {

    static final String FILE = "variables.json";
    private static final List<String> ITEM = List.of(FILE, "valueSets", "settings.json");

    private final StandIn.Variables library;
    private final VariableChanges changes;

    /** @param keep the folder for what is kept of the library, which is not in Git */
    public VariableLifecycle(StandIn.Variables library, Path keep) {
        super(library.name(), parts(library.path()), keep);
        this.library = library;
        this.changes = new VariableChanges(library, keep);
    }

    static Parts parts(Path path) {
        return Files.isDirectory(path) ? Parts.in(path, ITEM) : new Parts(Map.of(FILE, path));
    }

    @Override
    public VariableChanges changes() {
        return changes;
    }

    @Override
    public void create() throws IOException {
        super.create();
        try (StoreLock _ = lock()) {
            if (!Files.exists(library.path())) {
                WholeFile.write(library.path(), "{}\n");
            }
        }
    }

    @Override
    protected Parts partsOf(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            throw PlainException.of("standin.lacks", folder, FILE);
        }
        boolean isItem = VariableLibrary.isItem(folder.resolve(FILE));
        if (isItem != Files.isDirectory(library.path())) {
            throw isItem
                    ? PlainException.of("variables.names-only", library.name(), folder)
                    : PlainException.of("variables.library-only", library.path(), FILE, folder);
        }
        VariableLibrary.read(new StandIn.Variables(library.name(), isItem ? folder : folder.resolve(FILE)));
        return parts(isItem ? folder : folder.resolve(FILE));
    }

    @Override
    public long fill(Path folder) throws IOException {
        Parts parts = partsOf(folder);
        if (Files.isDirectory(library.path())) {
            parts.copyTo(library.path());
            return VariableLibrary.read(library).variables().size();
        }
        ObjectNode more = VariableLibrary.object(folder.resolve(FILE));
        ObjectNode all = Files.exists(library.path()) ? VariableLibrary.object(library.path()) : more.deepCopy();
        WholeFile.write(library.path(), all.setAll(more).toPrettyString() + "\n");
        return more.size();
    }

    @Override
    protected ChangeSet since(Path copy) throws IOException {
        return changes.since(copy);
    }

    @Override
    protected void forgetRuns() throws IOException {
        changes.forget();
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        VariableLibrary read = VariableLibrary.read(library);
        List<Entry> entries = new ArrayList<>();
        if (place.isEmpty()) {
            read.variables()
                    .forEach(variable ->
                            entries.add(new Entry(variable.name(), false, variable.type() + " " + variable.value())));
            read.valueSets().keySet().forEach(set -> entries.add(new Entry(set, true, "value set")));
            return entries;
        }
        Map<String, JsonNode> overrides = read.valueSets().get(place);
        if (overrides == null) {
            throw PlainException.of("variables.no-set-in", place, library.name());
        }
        overrides.forEach((name, value) -> entries.add(new Entry(name, false, value.toString())));
        return entries;
    }
}
