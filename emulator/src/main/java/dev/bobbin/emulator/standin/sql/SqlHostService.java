package dev.bobbin.emulator.standin.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Answers the SQL calls of one run: {@code sql.connect}, {@code execute}, {@code executemany}, {@code fetch}, {@code
 * free}, {@code commit}, {@code rollback}, {@code autocommit} and {@code close}. What is still open when the run ends is
 * rolled back.
 */
public final class SqlHostService implements HostService {

    private final Map<String, StandIn.Sql> databases;
    private final Map<Integer, Connection> connections = new HashMap<>();
    private int lastNumber;

    /** A session, and the row sets Python still reads from, by their numbers. */
    private record Connection(SqlSession session, Map<Integer, RowSet> rowSets) {}

    /**
     * @param run the invocation's id, under which changes are recorded
     * @param databases what the run may reach, by the handle in the connection string
     */
    public SqlHostService(String run, Map<String, StandIn.Sql> databases) {
        this.databases = Map.copyOf(databases);
    }

    @Override
    public synchronized void call(String operation, JsonNode arguments, JsonGenerator answer)
            throws HostCallException, IOException {
        try {
            switch (operation.substring(operation.indexOf('.') + 1)) {
                case "connect" -> answer.writeNumber(connect(arguments));
                case "execute" -> execute(arguments, answer);
                case "executemany" -> executeMany(arguments, answer);
                case "fetch" -> fetch(arguments, answer);
                case "free" -> free(arguments, answer);
                case "commit" -> {
                    connection(arguments).session().commit();
                    answer.writeNull();
                }
                case "rollback" -> {
                    connection(arguments).session().rollback();
                    answer.writeNull();
                }
                case "autocommit" -> {
                    connection(arguments)
                            .session()
                            .setAutocommit(arguments.path("on").asBoolean());
                    answer.writeNull();
                }
                case "close" -> close(arguments, answer);
                default ->
                    throw new HostCallException("NotImplementedError", List.of("Unknown operation " + operation));
            }
        } catch (SqlError error) {
            throw new HostCallException("pyodbc._HostError", errorArguments(error));
        }
    }

    private static List<String> errorArguments(SqlError error) {
        return List.of(error.state(), String.valueOf(error.number()), error.text());
    }

    private int connect(JsonNode arguments) throws HostCallException, IOException {
        StandIn.Sql database = databases.get(arguments.path("handle").asText());
        if (database == null) {
            throw new HostCallException(
                    "pyodbc._HostError",
                    List.of(
                            "08001",
                            "0",
                            "Bobbin connects to the stand-ins of this item only, and '"
                                    + arguments.path("handle").asText()
                                    + "' is none of them. Nothing leaves this machine. Get the connection from a"
                                    + " FabricSqlConnection or FabricLakehouseClient argument."));
        }
        SqlSession session = SqlSeed.open(database).connect();
        session.setAutocommit(arguments.path("autocommit").asBoolean());
        connections.put(++lastNumber, new Connection(session, new HashMap<>()));
        return lastNumber;
    }

    private Connection connection(JsonNode arguments) {
        Connection connection = connections.get(arguments.path("connection").asInt());
        if (connection == null) {
            throw new SqlError(0, "08003", "Connection not open");
        }
        return connection;
    }

    private void execute(JsonNode arguments, JsonGenerator answer) throws IOException {
        Connection connection = connection(arguments);
        List<SqlValue> parameters = WireValues.parameters(arguments.path("parameters"));
        List<SqlResult> results =
                connection.session().execute(arguments.path("sql").asText(), parameters);
        answer.writeStartArray();
        for (SqlResult result : results) {
            write(result, connection, answer);
        }
        answer.writeEndArray();
    }

    private void write(SqlResult result, Connection connection, JsonGenerator answer) throws IOException {
        answer.writeStartObject();
        switch (result) {
            case SqlResult.Count count -> answer.writeNumberField("count", count.rows());
            case SqlResult.Message message -> answer.writeStringField("message", message.text());
            case SqlResult.Failure failure -> {
                answer.writeArrayFieldStart("error");
                for (String argument : errorArguments(failure.error())) {
                    answer.writeString(argument);
                }
                answer.writeEndArray();
            }
            case SqlResult.Rows rows -> {
                connection.rowSets().put(++lastNumber, rows.rows());
                answer.writeNumberField("rows", lastNumber);
                answer.writeFieldName("columns");
                WireValues.columns(rows.rows().columns(), answer);
            }
        }
        answer.writeEndObject();
    }

    private void executeMany(JsonNode arguments, JsonGenerator answer) throws IOException {
        Connection connection = connection(arguments);
        String sql = arguments.path("sql").asText();
        long count = 0;
        for (JsonNode row : arguments.path("rows")) {
            for (SqlResult result : connection.session().execute(sql, WireValues.parameters(row))) {
                switch (result) {
                    case SqlResult.Count changed -> count += changed.rows();
                    case SqlResult.Failure failure -> throw failure.error();
                    case SqlResult.Rows rows -> rows.rows().close();
                    case SqlResult.Message ignored -> {}
                }
            }
        }
        answer.writeNumber(count);
    }

    private void fetch(JsonNode arguments, JsonGenerator answer) throws IOException {
        RowSet rows = connection(arguments).rowSets().get(arguments.path("rows").asInt());
        if (rows == null) {
            throw new SqlError(0, "HY010", "Function sequence error");
        }
        WireValues.rows(rows.next(arguments.path("count").asInt()), rows.columns(), answer);
    }

    private void free(JsonNode arguments, JsonGenerator answer) throws IOException {
        Connection connection = connections.get(arguments.path("connection").asInt());
        if (connection != null) {
            for (JsonNode number : arguments.path("rows")) {
                RowSet rows = connection.rowSets().remove(number.asInt());
                if (rows != null) {
                    rows.close();
                }
            }
        }
        answer.writeNull();
    }

    private void close(JsonNode arguments, JsonGenerator answer) throws IOException {
        Connection connection = connections.remove(arguments.path("connection").asInt());
        if (connection != null) {
            connection.session().close();
        }
        answer.writeNull();
    }

    @Override
    public synchronized void close() {
        List<Connection> open = new ArrayList<>(connections.values());
        connections.clear();
        open.forEach(connection -> connection.session().close());
    }
}
