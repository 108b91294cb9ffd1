package dev.bobbin.emulator.standin.variables;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.NoChanges;
import dev.bobbin.emulator.standin.Parts;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.WholeFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * The lifecycle of a variable library: a folder as Git has it, or {@code variables.json} with names and values. Functions
 * cannot change variables.
 */
public final class VariableLifecycle extends PartsLifecycle {

    private static final String FILE = "variables.json";
    private static final List<String> ITEM = List.of(FILE, "valueSets", "settings.json");

    private final StandIn.Variables library;

    /** @param keep the folder for what is kept of the library, which is not in Git */
    public VariableLifecycle(StandIn.Variables library, Path keep) {
        super(library.name(), parts(library.path()), keep);
        this.library = library;
    }

    private static Parts parts(Path path) {
        return Files.isDirectory(path) ? Parts.in(path, ITEM) : new Parts(Map.of(FILE, path));
    }

    @Override
    public ChangeLog changes() {
        return NoChanges.LOG;
    }

    @Override
    protected Parts partsOf(Path folder) throws IOException {
        if (!Files.exists(folder.resolve(FILE))) {
            throw new IOException(folder + " holds no " + FILE + ".");
        }
        boolean isItem = VariableLibrary.isItem(folder.resolve(FILE));
        if (isItem != Files.isDirectory(library.path())) {
            throw new IOException(
                    isItem
                            ? "The variables of '" + library.name() + "' are names and values in one file; " + folder
                                    + " holds a variable library with value sets. Put it beside the item as "
                                    + library.name() + ".VariableLibrary instead."
                            : library.path() + " is a variable library; the " + FILE + " of " + folder
                                    + " holds names and values only.");
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
        Path then = Files.isDirectory(library.path()) ? copy : copy.resolve(FILE);
        Map<List<String>, JsonNode> before = values(VariableLibrary.read(new StandIn.Variables(library.name(), then)));
        Map<List<String>, JsonNode> after = values(VariableLibrary.read(library));
        List<Change> changes = new ArrayList<>();
        TreeSet<List<String>> places =
                new TreeSet<>(Comparator.comparing((List<String> place) -> String.join("\0", place)));
        places.addAll(before.keySet());
        places.addAll(after.keySet());
        for (List<String> place : places) {
            if (!Objects.equals(before.get(place), after.get(place))) {
                changes.add(new Change.Variable(
                        library.name(),
                        place.getFirst(),
                        place.getLast(),
                        text(before.get(place)),
                        text(after.get(place))));
            }
        }
        return new ChangeSet(changes);
    }

    private static @Nullable String text(@Nullable JsonNode value) {
        return value == null ? null : value.toString();
    }

    /** All values by value set and name. */
    private static Map<List<String>, JsonNode> values(VariableLibrary library) {
        Map<List<String>, JsonNode> values = new LinkedHashMap<>();
        library.variables().forEach(variable -> values.put(List.of("", variable.name()), variable.value()));
        library.valueSets()
                .forEach((set, overrides) -> overrides.forEach((name, value) -> values.put(List.of(set, name), value)));
        return values;
    }

    @Override
    protected void forgetRuns() {
        // Runs change nothing here.
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
            throw new IOException("There is no value set '" + place + "' in " + library.name() + ".");
        }
        overrides.forEach((name, value) -> entries.add(new Entry(name, false, value.toString())));
        return entries;
    }
}
