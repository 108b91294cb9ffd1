package dev.bobbin.emulator.standin.tables;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StoreLock;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Shows the tables of a lakehouse through its SQL endpoint: their rows are copied into the endpoint's database, again
 * whenever the table's files have changed. What was copied when is kept in {@code tables.json} beside the database.
 */
public final class LakehouseTables {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandIn.Sql endpoint;

    public LakehouseTables(StandIn.Sql endpoint) {
        this.endpoint = endpoint;
    }

    /**
     * Brings the endpoint up to date.
     *
     * @return why tables cannot be shown, by {@code schema.table}; such a table is not there
     * @throws IOException when the folder or the database cannot be used
     */
    public Map<String, String> refresh() throws IOException {
        return refresh(table -> true);
    }

    /** The same for some of the tables. @param asked by their names; the others stay as they were, or are not there yet */
    Map<String, String> refresh(Predicate<String> asked) throws IOException {
        Plan plan = plan(asked);
        if (plan.isDone()) {
            return plan.problems();
        }
        try (StoreLock _ = StoreLock.in(endpoint.path())) {
            // Somebody else may have done it while this waited.
            Plan still = plan(asked);
            return still.isDone() ? still.problems() : carryOut(still);
        }
    }

    /**
     * What there is to do.
     *
     * @param notes for {@code tables.json}, once it is done
     * @param problems of tables that are as they were
     */
    private record Plan(ObjectNode notes, List<TableSource> changed, List<String> gone, Map<String, String> problems) {

        boolean isDone() {
            return changed.isEmpty() && gone.isEmpty();
        }
    }

    private Plan plan(Predicate<String> asked) throws IOException {
        ObjectNode before = state();
        ObjectNode after = JSON.createObjectNode();
        Map<String, String> problems = new LinkedHashMap<>();
        List<TableSource> changed = new ArrayList<>();
        for (TableSource source : TableSource.in(endpoint.path().resolve("Tables"), endpoint.path())) {
            String name = source.schema() + "." + source.name();
            JsonNode noted = before.path(name);
            if (!asked.test(source.name())) {
                if (before.has(name)) {
                    keep(name, noted, after, problems);
                }
                continue;
            }
            String print = source.fingerprint();
            if (print.equals(noted.path("fingerprint").asText()) && !isMended(noted, source)) {
                keep(name, noted, after, problems);
            } else {
                after.putObject(name).put("fingerprint", print);
                changed.add(source);
            }
        }
        List<String> gone = new ArrayList<>();
        before.fieldNames().forEachRemaining(gone::add);
        after.fieldNames().forEachRemaining(gone::remove);
        return new Plan(after, changed, gone, problems);
    }

    private static void keep(String name, JsonNode noted, ObjectNode notes, Map<String, String> problems) {
        notes.set(name, noted);
        if (noted.has("problem")) {
            problems.put(name, noted.path("problem").asText());
        }
    }

    private Map<String, String> carryOut(Plan plan) throws IOException {
        ObjectNode after = plan.notes();
        Map<String, String> problems = plan.problems();
        try (TableLoad load = new TableLoad(SqlDatabase.of(endpoint))) {
            for (String name : plan.gone()) {
                int dot = name.indexOf('.');
                load.drop(name.substring(0, dot), name.substring(dot + 1));
            }
            for (TableSource source : plan.changed()) {
                @Nullable String problem = load(load, source);
                if (problem != null) {
                    String name = source.schema() + "." + source.name();
                    problems.put(name, problem);
                    ((ObjectNode) after.path(name)).put("problem", problem).put("files", source.allFiles());
                }
            }
        }
        WholeFile.write(file(), after.toPrettyString() + "\n");
        return problems;
    }

    /** Whether a table that could not be shown has got other files since, of which its log knows nothing. */
    private static boolean isMended(JsonNode before, TableSource source) throws IOException {
        return before.has("problem")
                && !source.allFiles().equals(before.path("files").asText());
    }

    private static @Nullable String load(TableLoad load, TableSource source) {
        try {
            load.replace(source);
            return null;
        } catch (IOException | RuntimeException e) {
            load.drop(source.schema(), source.name());
            return e.getMessage() == null ? e.toString() : e.getMessage();
        }
    }

    /** What was copied; nothing when that is not known, because the database is new or the file is damaged. */
    private ObjectNode state() throws IOException {
        if (!Files.exists(file()) || !Files.exists(endpoint.database())) {
            return JSON.createObjectNode();
        }
        try {
            return JSON.readTree(file().toFile()) instanceof ObjectNode state ? state : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private Path file() {
        return endpoint.path().resolve("tables.json");
    }
}
