package dev.bobbin.emulator.share;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.invoke.ItemConnection;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.snapshot.DatabaseCopy;
import dev.bobbin.emulator.standin.sql.snapshot.SchemaCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The part of a workspace that a run depended on: the stand-ins behind the item's connections and those its trace names,
 * never those of other items. Variables and the names of secrets belong to the set-up and are always there; of data as
 * much as was asked for.
 */
final class BundledData {

    private static final ObjectMapper JSON = new ObjectMapper();

    private static final List<String> EARLIER = List.of("undo.db", ".history/", ".pending/", "history/", "snapshots/");

    private final Workspace workspace;
    private final SecretMask mask;
    private final ReportBundle.Data data;
    private final Map<String, Part> parts;

    /** Names of stand-ins that are not as the run found them, and whose data go along: as it did, or as they are. */
    private final Set<String> asFound = new TreeSet<>();

    private final Set<String> asLeft = new TreeSet<>();

    private final Set<String> without = new TreeSet<>();

    /** @param parts gets the files, by their path in the bundle */
    BundledData(Workspace workspace, SecretMask mask, ReportBundle.Data data, Map<String, Part> parts) {
        this.workspace = workspace;
        this.mask = mask;
        this.data = data;
        this.parts = parts;
    }

    /** @throws IOException when something cannot be read */
    void add(ItemFolder item, RunRecord run) throws IOException {
        addText(workspace.bindingsFile(item));
        addText(workspace.bindingsFile());
        addText(workspace.itemData(item).resolve("bad-days.json"));
        for (StandIn standIn : usedBy(item, run)) {
            if (!Files.exists(standIn.path())) {
                continue;
            }
            addText(workspace.stateOf(standIn));
            if (data != ReportBundle.Data.ALL
                    && holdsData(standIn)
                    && worksWith(item, run).contains(standIn.name())) {
                without.add(standIn.name());
            }
            boolean before = data == ReportBundle.Data.ALL && isAsFound(standIn, run);
            try (Stream<Path> files = Files.walk(standIn.path())) {
                for (Path file : files.filter(BundledData::liesHere).sorted().toList()) {
                    content(standIn, file, before ? run : null).ifPresent(part -> parts.put(path(file), part));
                }
            }
        }
    }

    /** Names of the stand-ins that the run or later ones changed and that are in the report as the run found them. */
    Set<String> asFound() {
        return asFound;
    }

    /** Names of the stand-ins that the run or later ones changed and that are in the report as they are by now. */
    Set<String> asLeft() {
        return asLeft;
    }

    /** Names of the stand-ins that the run's function works with and that stay here. */
    Set<String> without() {
        return without;
    }

    /** Variables and the names of secrets always go along. */
    private static boolean holdsData(StandIn standIn) {
        return !(standIn instanceof StandIn.Variables || standIn instanceof StandIn.Secrets);
    }

    private Set<String> worksWith(ItemFolder item, RunRecord run) throws IOException {
        Set<String> names = named(run);
        for (ItemConnection connection : ItemConnection.of(item.withScript(run.code()), workspace)) {
            if (connection.functions().contains(run.summary().function())) {
                names.add(connection.standIn().name());
            }
        }
        return names;
    }

    /** Names of the stand-ins that its trace names. */
    private static Set<String> named(RunRecord run) {
        Set<String> named = new TreeSet<>(String.CASE_INSENSITIVE_ORDER);
        run.trace().statements().stream().map(ExecutedStatement::standIn).forEach(named::add);
        run.trace().changes().changes().stream().map(Change::standIn).forEach(named::add);
        return named;
    }

    /** Whether a copy of the data can be made as the run found it, which is not how it is by now; makes a note of that. */
    private boolean isAsFound(StandIn standIn, RunRecord run) throws IOException {
        boolean changed = run.trace().changes().changes().stream()
                .anyMatch(change -> change.standIn().equalsIgnoreCase(standIn.name()));
        UndoOutcome outcome = DatabaseBefore.rehearse(
                standIn, run.input().invocationId(), run.summary().time());
        boolean possible = outcome instanceof UndoOutcome.Undone;
        if (possible) {
            asFound.add(standIn.name());
        } else if (changed || outcome instanceof UndoOutcome.Refused) {
            asLeft.add(standIn.name());
        }
        return possible;
    }

    /** A link leads to what is nobody's business. */
    private static boolean liesHere(Path file) {
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS);
    }

    /** By the folder or file they lie in: a lakehouse and its SQL endpoint are one. */
    private Iterable<StandIn> usedBy(ItemFolder item, RunRecord run) throws IOException {
        Map<Path, StandIn> used = new LinkedHashMap<>();
        for (ItemConnection connection : ItemConnection.of(item.withScript(run.code()), workspace)) {
            used.putIfAbsent(connection.standIn().path(), connection.standIn());
        }
        Set<String> named = named(run);
        for (StandIn standIn : workspace.existing()) {
            if (named.contains(standIn.name())) {
                used.putIfAbsent(standIn.path(), standIn);
            }
        }
        return used.values();
    }

    /**
     * What of a file goes along; empty when nothing does.
     *
     * @param before the run that the data are to be as it found them; null for data as they are
     */
    private Optional<Part> content(StandIn standIn, Path file, @Nullable RunRecord before) throws IOException {
        return switch (standIn) {
            case StandIn.Secrets _ ->
                Optional.of(ReportBundle.bytes(
                        maskedVault(JSON.readTree(file.toFile())).toPrettyString()));
            case StandIn.Variables _ -> Optional.of(Part.of(file, mask));
            default ->
                switch (data) {
                    case NONE -> Optional.empty();
                    case SCHEMA -> schema(file);
                    case ALL -> all(standIn, file, before);
                };
        };
    }

    private Optional<Part> all(StandIn standIn, Path file, @Nullable RunRecord before) throws IOException {
        String path = standIn.path().relativize(file).toString().replace('\\', '/');
        // What earlier runs replaced or deleted, and how the data once was, is nobody else's business.
        if (path.endsWith("-shm") || path.endsWith("-wal") || EARLIER.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        long size = Files.size(file);
        if (!DatabaseCopy.isDatabase(file)) {
            return Optional.of(Part.of(file, mask));
        }
        return Optional.of(
                path.equals("data.db") && before != null
                        ? new DatabaseBefore(
                                standIn,
                                file,
                                size,
                                before.input().invocationId(),
                                before.summary().time())
                        : new Part.Database(file, size));
    }

    /** What of a file of a stand-in tells how its data is built, but not the data. */
    private Optional<Part> schema(Path file) throws IOException {
        String name = String.valueOf(file.getFileName());
        if (name.equals("data.db")) {
            return Optional.of(new Part.Bytes(SchemaCopy.of(file)));
        }
        if (name.endsWith(".csv")) {
            return TextFile.firstLine(file).map(line -> new Part.FirstLine(name, line, mask));
        }
        return path(file).contains(".events/schemas/") ? Optional.of(Part.of(file, mask)) : Optional.empty();
    }

    /** The same names with masked values, so that the functions find their secrets. */
    private static JsonNode maskedVault(JsonNode vault) {
        if (vault instanceof ObjectNode secrets) {
            secrets.properties().forEach(secret -> {
                if (!secret.getValue().has("versions")) {
                    secret.setValue(TextNode.valueOf(SecretMask.MASKED));
                }
                secret.getValue()
                        .path("versions")
                        .forEach(version -> ((ObjectNode) version).put("value", SecretMask.MASKED));
            });
        }
        return vault;
    }

    private void addText(Path file) throws IOException {
        if (liesHere(file)) {
            parts.put(path(file), Part.of(file, mask));
        }
    }

    /** Where a file lies in the bundle: what is beside the workspace's folder is an item that Git keeps. */
    private String path(Path file) {
        Path root = workspace.root();
        String path = file.startsWith(root)
                ? ".bobbin/" + root.relativize(file)
                : String.valueOf(parentOfItem(file).relativize(file));
        return path.replace('\\', '/');
    }

    /** The folder that a variable library's folder lies in. */
    private static Path parentOfItem(Path file) {
        Path folder = file;
        while (folder.getParent() != null
                && !String.valueOf(folder.getFileName()).endsWith(".VariableLibrary")) {
            folder = folder.getParent();
        }
        return folder.getParent() == null ? folder : folder.getParent();
    }
}
