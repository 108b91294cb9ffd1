package dev.bobbin.emulator.standin.tables;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.util.TokenBuffer;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets every statement on a SQL endpoint see the tables of its lakehouse as they are. */
public final class TableRefresh implements HostService {

    private static final Set<String> ASKING = Set.of("sql.execute", "sql.executemany", "sql.catalog");

    /** Number of "Content of directory on path '%ls' cannot be listed." and its kind. */
    private static final String CANNOT_READ = "13807";

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
        if (endpoint != null && ASKING.contains(operation)) {
            refresh(endpoint, arguments.path("sql").asText(""));
        }
        service.call(operation, arguments, answer);
    }

    /** A table that cannot be shown matters to the statements that name it only. */
    private static void refresh(StandIn.Sql endpoint, String sql) throws HostCallException, IOException {
        for (Map.Entry<String, String> problem :
                new LakehouseTables(endpoint).refresh().entrySet()) {
            String table = problem.getKey().substring(problem.getKey().indexOf('.') + 1);
            if (names(sql, table)) {
                throw new HostCallException(
                        "pyodbc._HostError",
                        List.of(
                                "42000",
                                CANNOT_READ,
                                "The table '" + problem.getKey() + "' cannot be read. " + problem.getValue()));
            }
        }
    }

    private static boolean names(String sql, String table) {
        return Pattern.compile(
                        "(?<![\\p{L}\\p{N}_])" + Pattern.quote(table) + "(?![\\p{L}\\p{N}_])",
                        Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE)
                .matcher(sql)
                .find();
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
