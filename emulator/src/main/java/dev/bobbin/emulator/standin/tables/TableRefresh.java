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
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets every statement on a SQL endpoint see the tables of its lakehouse as they are. */
public final class TableRefresh implements HostService {

    private static final Set<String> ASKING = Set.of("sql.execute", "sql.executemany", "sql.catalog");

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
        String statement =
                operation.equals("sql.catalog") ? "" : arguments.path("sql").asText();
        AskedTables asked = new AskedTables(statement);
        TableProblems problems = new TableProblems(new LakehouseTables(endpoint).refresh(asked));
        if (problems.mayConcern(asked)) {
            explain(operation, arguments, answer, problems);
        } else {
            service.call(operation, arguments, answer);
        }
    }

    /** Calls the service; errors that come of a damaged table say so. */
    private void explain(String operation, JsonNode arguments, JsonGenerator answer, TableProblems problems)
            throws HostCallException, IOException {
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

    /** @param error SQLSTATE, number and text */
    private static List<String> explained(List<String> error, TableProblems problems) {
        return problems.reason(error.getLast())
                .map(reason -> List.of(reason.state(), String.valueOf(reason.number()), reason.text()))
                .orElse(error);
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
