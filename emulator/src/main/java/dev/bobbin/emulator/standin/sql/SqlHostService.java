package dev.bobbin.emulator.standin.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.changes.SqlChangeLog;
import dev.bobbin.emulator.standin.sql.record.StatementLog;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers the SQL calls of one run: {@code sql.connect}, {@code execute}, {@code executemany}, {@code fetch}, {@code
 * free}, {@code commit}, {@code rollback}, {@code autocommit} and {@code close}. What is still open when the run ends is
 * rolled back. Connections of one run work side by side, so that one can commit while another waits for it.
 */
public final class SqlHostService implements HostService {

    private static final Logger LOG = LoggerFactory.getLogger(SqlHostService.class);

    private final String run;
    private final Map<String, StandIn.Sql> databases;
    private final Map<Integer, HostConnection> connections = new ConcurrentHashMap<>();
    private final Set<StandIn.Sql> touched = ConcurrentHashMap.newKeySet();
    private final StatementLog statements = new StatementLog();
    private final AtomicInteger lastNumber = new AtomicInteger();
    private volatile boolean closed;

    /**
     * @param run the invocation's id, under which changes are recorded
     * @param databases what the run may reach, by the handle in the connection string
     */
    public SqlHostService(String run, Map<String, StandIn.Sql> databases) {
        this.run = run;
        this.databases = Map.copyOf(databases);
    }

    @Override
    public void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException {
        String name = operation.substring(operation.indexOf('.') + 1);
        try {
            switch (name) {
                case "connect" -> connect(arguments, answer);
                case "close" -> {
                    HostConnection connection =
                            connections.remove(arguments.path("connection").asInt());
                    if (connection != null) {
                        connection.close();
                    }
                    answer.writeNull();
                }
                default -> connection(arguments).call(name, arguments, answer);
            }
        } catch (SqlError error) {
            throw new HostCallException("pyodbc._HostError", HostConnection.errorArguments(error));
        }
    }

    /** Answers the connection's number, and those of this run that hold its database's write lock just now. */
    private void connect(JsonNode arguments, JsonGenerator answer) throws IOException {
        String handle = arguments.path("handle").asText();
        StandIn.Sql database = databases.get(handle);
        if (database == null) {
            throw new SqlError(
                    0,
                    "08001",
                    "Bobbin connects to the stand-ins of this item only, and '" + handle
                            + "' is none of them. Nothing leaves this machine. Get the connection from a"
                            + " FabricSqlConnection or FabricLakehouseClient argument.");
        }
        SqlSession session = SqlSeed.open(database).connect(statements, run);
        session.setAutocommit(arguments.path("autocommit").asBoolean());
        touched.add(database);
        answer.writeStartObject();
        answer.writeArrayFieldStart("writers");
        for (Map.Entry<Integer, HostConnection> other : connections.entrySet()) {
            if (other.getValue().writesTo(database.database())) {
                answer.writeNumber(other.getKey());
            }
        }
        answer.writeEndArray();
        int number = lastNumber.incrementAndGet();
        connections.put(number, new HostConnection(session));
        if (closed) {
            close();
        }
        answer.writeNumberField("connection", number);
        answer.writeEndObject();
    }

    private HostConnection connection(JsonNode arguments) {
        HostConnection connection = connections.get(arguments.path("connection").asInt());
        if (connection == null) {
            throw new SqlError(0, "08003", "Connection not open");
        }
        return connection;
    }

    @Override
    public void close() {
        closed = true;
        connections.values().forEach(HostConnection::cancel);
        connections.values().forEach(HostConnection::close);
        connections.clear();
    }

    @Override
    public RunTrace trace() {
        return new RunTrace(statements.statements(), statements.omitted(), changes());
    }

    private ChangeSet changes() {
        ChangeSet changes = ChangeSet.EMPTY;
        for (StandIn.Sql database : touched) {
            try {
                changes = changes.and(new SqlChangeLog(database).changes(run));
            } catch (IOException e) {
                // The run is over and well; only its account of changes is incomplete.
                LOG.warn("The changes of run {} cannot be listed", run, e);
            }
        }
        return changes;
    }
}
