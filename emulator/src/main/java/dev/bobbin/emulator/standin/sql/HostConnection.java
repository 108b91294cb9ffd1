package dev.bobbin.emulator.standin.sql;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.sql.metadata.MetadataRows;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A connection of a function: a session, and the row sets Python still reads from. One call after another. */
final class HostConnection {

    private static final long INTERRUPT_MILLIS = 20;
    private static final int INLINE_ROWS = 100;

    private final SqlSession session;
    private final ReentrantLock lock = new ReentrantLock();
    private final Map<Integer, RowSet> rowSets = new HashMap<>();
    private int lastNumber;

    HostConnection(SqlSession session) {
        this.session = session;
    }

    void call(String operation, JsonNode arguments, JsonGenerator answer) throws HostCallException, IOException {
        lock.lock();
        try {
            switch (operation) {
                case "execute" -> execute(arguments, answer);
                case "executemany" -> executeMany(arguments, answer);
                case "fetch" -> fetch(arguments, answer);
                case "catalog" -> catalog(arguments, answer);
                case "free" -> {
                    free(arguments);
                    answer.writeNull();
                }
                case "commit" -> {
                    session.commit();
                    answer.writeNull();
                }
                case "rollback" -> {
                    session.rollback();
                    answer.writeNull();
                }
                case "autocommit" -> {
                    session.setAutocommit(arguments.path("on").asBoolean());
                    answer.writeNull();
                }
                default ->
                    throw new HostCallException("NotImplementedError", List.of("Unknown operation " + operation));
            }
        } finally {
            lock.unlock();
        }
    }

    /** The arguments of the exception that the shim raises: SQLSTATE, native number, text. */
    static List<String> errorArguments(SqlError error) {
        return List.of(error.state(), String.valueOf(error.number()), error.text());
    }

    private void execute(JsonNode arguments, JsonGenerator answer) throws IOException {
        List<SqlValue> parameters = WireValues.parameters(arguments.path("parameters"));
        List<SqlResult> results = session.execute(arguments.path("sql").asText(), parameters);
        answer.writeStartArray();
        for (SqlResult result : results) {
            write(result, answer);
        }
        answer.writeEndArray();
    }

    private void write(SqlResult result, JsonGenerator answer) throws IOException {
        answer.writeStartObject();
        switch (result) {
            case SqlResult.Count count -> answer.writeNumberField("count", count.rows());
            case SqlResult.Message message -> {
                answer.writeStringField("message", message.text());
                answer.writeNumberField("number", message.number());
            }
            case SqlResult.Failure failure -> {
                answer.writeArrayFieldStart("error");
                for (String argument : errorArguments(failure.error())) {
                    answer.writeString(argument);
                }
                answer.writeEndArray();
            }
            case SqlResult.Rows rows -> writeRows(rows.rows(), answer);
        }
        answer.writeEndObject();
    }

    /** The first rows go with the answer; a set that has no more gets no number. */
    private void writeRows(RowSet rows, JsonGenerator answer) throws IOException {
        List<List<@Nullable Object>> first = rows.next(INLINE_ROWS);
        if (!rows.ended()) {
            rowSets.put(++lastNumber, rows);
            answer.writeNumberField("rows", lastNumber);
        }
        answer.writeFieldName("columns");
        WireValues.columns(rows.columns(), answer);
        answer.writeFieldName("data");
        WireValues.rows(first, rows.columns(), answer);
    }

    private void catalog(JsonNode arguments, JsonGenerator answer) throws IOException {
        MetadataRows rows = session.metadata(
                arguments.path("what").asText(), name -> arguments.path(name).asText(null));
        answer.writeStartObject();
        answer.writeFieldName("columns");
        WireValues.columns(rows.columns(), answer);
        answer.writeFieldName("data");
        WireValues.rows(rows.rows(), rows.columns(), answer);
        answer.writeEndObject();
    }

    private void executeMany(JsonNode arguments, JsonGenerator answer) throws IOException {
        answer.writeNumber(session.executeMany(
                arguments.path("sql").asText(),
                () -> WireValues.batches(arguments.path("batches")).iterator()));
    }

    private void fetch(JsonNode arguments, JsonGenerator answer) throws IOException {
        RowSet rows = rowSets.get(arguments.path("rows").asInt());
        if (rows == null) {
            throw new SqlError(0, "HY010", "Function sequence error");
        }
        WireValues.rows(rows.next(arguments.path("count").asInt()), rows.columns(), answer);
        if (rows.ended()) {
            rowSets.remove(arguments.path("rows").asInt());
        }
    }

    private void free(JsonNode arguments) {
        for (JsonNode number : arguments.path("rows")) {
            RowSet rows = rowSets.remove(number.asInt());
            if (rows != null) {
                rows.close();
            }
        }
    }

    /** Whether it has changed this file without a commit so far. */
    boolean writesTo(Path file) {
        return session.database().file().equals(file) && session.writing();
    }

    /** Ends what runs now; may be called on any thread. */
    void cancel() {
        session.cancel();
    }

    /** Rolls back and closes, after what runs now, which a cancelled connection ends at once. */
    void close() {
        boolean free = false;
        while (!free) {
            try {
                free = lock.tryLock(INTERRUPT_MILLIS, TimeUnit.MILLISECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                lock.lock();
                free = true;
            }
            if (!free) {
                // A statement that began just after the last interrupt has not heard of it.
                session.interrupt();
            }
        }
        try {
            session.close();
        } finally {
            lock.unlock();
        }
    }
}
