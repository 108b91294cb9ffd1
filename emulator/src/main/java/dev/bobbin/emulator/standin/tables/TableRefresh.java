package dev.bobbin.emulator.standin.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets every statement on a SQL endpoint see the tables of its lakehouse as they are. */
public final class TableRefresh implements HostService {

    private static final Set<String> ASKING = Set.of("sql.execute", "sql.executemany", "sql.catalog");

    /** Number of "Content of directory on path '%ls' cannot be listed." and its kind. */
    private static final String CANNOT_READ = "13807";

    /** Error 208, as SQL Server words it. */
    private static final Pattern NO_SUCH_OBJECT = Pattern.compile("^Invalid object name '(.+)'\\.$");

    private final HostService service;
    private final Map<String, StandIn.Sql> endpoints;
    private final Map<Integer, StandIn.Sql> connected = new ConcurrentHashMap<>();

    /** @param databases what the run may reach, by handle; only SQL endpoints of lakehouses are looked after */
    public TableRefresh(HostService service, Map<String, StandIn.Sql> databases) {
        this.service = service;
        this.endpoints = databases.entrySet().stream()
                .filter(entry -> entry.getValue().kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT)
                .collect(Collectors.toUnmodifiableMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException {
        StandIn.@Nullable Sql opened = endpoints.get(arguments.path("handle").asText());
        if (opened != null && operation.equals("sql.connect")) {
            try (TokenBuffer buffer = new TokenBuffer(answer.getCodec(), false)) {
                service.call(operation, arguments, buffer);
                JsonNode made = buffer.asParser().readValueAsTree();
                connected.put(made.path("connection").asInt(), opened);
                answer.writeTree(made);
            }
            return;
        }
        StandIn.@Nullable Sql endpoint =
                connected.get(arguments.path("connection").asInt());
        if (endpoint == null || !ASKING.contains(operation)) {
            service.call(operation, arguments, answer);
            return;
        }
        Map<String, String> problems = new LakehouseTables(endpoint).refresh();
        if (problems.isEmpty()) {
            service.call(operation, arguments, answer);
            return;
        }
        try (TokenBuffer buffer = new TokenBuffer(answer.getCodec(), false)) {
            service.call(operation, arguments, buffer);
            JsonNode results = buffer.asParser().readValueAsTree();
            for (JsonNode result : results) {
                if (result.path("error") instanceof ArrayNode error) {
                    List<String> words = new ArrayList<>();
                    error.forEach(word -> words.add(word.asText()));
                    error.removeAll();
                    explained(words, problems).forEach(error::add);
                }
            }
            answer.writeTree(results);
        } catch (HostCallException e) {
            throw new HostCallException(e.pythonClass(), explained(e.arguments(), problems));
        }
    }

    /**
     * A table that cannot be shown is not there; a statement that names it shall hear why.
     *
     * @param error SQLSTATE, number and text
     */
    private static List<String> explained(List<String> error, Map<String, String> problems) {
        Matcher missing = NO_SUCH_OBJECT.matcher(error.getLast());
        if (!missing.find()) {
            return error;
        }
        String name = missing.group(1).replace("[", "").replace("]", "");
        return problems.entrySet().stream()
                .filter(problem -> isNamed(problem.getKey(), name))
                .findFirst()
                .map(problem -> List.of(
                        "42000",
                        CANNOT_READ,
                        "The table '" + problem.getKey() + "' cannot be read. " + problem.getValue()))
                .orElse(error);
    }

    /**
     * Whether a statement's name means a table.
     *
     * @param table with its schema
     * @param name with or without a schema and a database
     */
    private static boolean isNamed(String table, String name) {
        String full = name.contains(".") ? name : TableSource.DEFAULT_SCHEMA + "." + name;
        return full.equalsIgnoreCase(table)
                || full.toLowerCase(Locale.ROOT).endsWith("." + table.toLowerCase(Locale.ROOT));
    }

    @Override
    public RunTrace trace() {
        return service.trace();
    }

    @Override
    public void close() {
        service.close();
    }
}
