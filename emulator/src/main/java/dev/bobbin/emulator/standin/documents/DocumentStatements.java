package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.item.JsonFault;
import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The statements of a connection, prepared once each. Failures are {@link IOException} in plain words. */
final class DocumentStatements implements AutoCloseable {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int MOST_KEPT = 50;
    private static final int SQLITE_FULL = 13;

    private final Connection connection;
    private final Map<String, PreparedStatement> prepared = new LinkedHashMap<>(64, 0.75f, true);

    DocumentStatements(Connection connection) {
        this.connection = connection;
    }

    /** Makes something of a row of a result. */
    @FunctionalInterface
    interface RowReader<T> {
        T read(ResultSet row) throws SQLException, IOException;
    }

    /** All rows of a query. @param parameters texts and numbers, in order */
    <T> List<T> rows(String sql, List<? extends @Nullable Object> parameters, RowReader<T> reader) throws IOException {
        try (ResultSet rows = statement(sql, parameters).executeQuery()) {
            List<T> found = new ArrayList<>();
            while (rows.next()) {
                found.add(reader.read(rows));
            }
            return found;
        } catch (SQLException e) {
            throw failed(e);
        } catch (JsonProcessingException e) {
            throw PlainException.of("documents.damaged", JsonFault.words(e)).because(e);
        }
    }

    /** The JSON objects of a query's first column. */
    List<ObjectNode> bodies(String sql, String... parameters) throws IOException {
        return rows(sql, List.of(parameters), row -> body(row.getString(1)));
    }

    static ObjectNode body(String json) throws JsonProcessingException {
        return (ObjectNode) JSON.readTree(json);
    }

    void update(String sql, @Nullable String... parameters) throws IOException {
        change(sql, Arrays.asList(parameters));
    }

    /** The same with texts and numbers. */
    void change(String sql, List<? extends @Nullable Object> parameters) throws IOException {
        try {
            statement(sql, parameters).executeUpdate();
        } catch (SQLException e) {
            throw failed(e);
        }
    }

    private PreparedStatement statement(String sql, List<? extends @Nullable Object> parameters) throws SQLException {
        PreparedStatement statement = prepared.get(sql);
        if (statement == null) {
            makeRoom();
            statement = connection.prepareStatement(sql);
            prepared.put(sql, statement);
        }
        for (int i = 0; i < parameters.size(); i++) {
            statement.setObject(i + 1, parameters.get(i));
        }
        return statement;
    }

    private void makeRoom() throws SQLException {
        if (prepared.size() == MOST_KEPT) {
            String eldest = prepared.keySet().iterator().next();
            PreparedStatement gone = prepared.remove(eldest);
            if (gone != null) {
                gone.close();
            }
        }
    }

    private static IOException failed(SQLException e) {
        return (e.getErrorCode() == SQLITE_FULL
                        ? PlainException.of("documents.full")
                        : PlainException.of("documents.failed", String.valueOf(e.getMessage())))
                .because(e);
    }

    @Override
    public void close() {
        try {
            connection.close();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
