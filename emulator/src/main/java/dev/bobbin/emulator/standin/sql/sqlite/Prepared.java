package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** A prepared statement of one connection; closing it keeps it for the next time the same is asked. */
public final class Prepared implements AutoCloseable {

    private final PreparedStatements origin;
    private final String sql;
    private final PreparedStatement statement;
    private @Nullable ResultSet rows;
    private boolean bound;
    private boolean sound = true;
    private boolean closed;

    Prepared(PreparedStatements origin, String sql, PreparedStatement statement) {
        this.origin = origin;
        this.sql = sql;
        this.statement = statement;
    }

    /** @param position of the question mark, from 1 */
    public void bind(int position, @Nullable Object value) throws SQLException {
        bound = true;
        switch (value) {
            case null -> statement.setNull(position, java.sql.Types.NULL);
            case Long number -> statement.setLong(position, number);
            case String text -> statement.setString(position, text);
            case Double number -> statement.setDouble(position, number);
            case byte[] bytes -> statement.setBytes(position, bytes);
            default -> statement.setObject(position, value);
        }
    }

    /** The rows, which end when this is closed. */
    public ResultSet executeQuery() throws SQLException {
        sound = false;
        ResultSet found = statement.executeQuery();
        sound = true;
        rows = found;
        return found;
    }

    /** @return how many rows were changed */
    public int executeUpdate() throws SQLException {
        sound = false;
        int count = statement.executeUpdate();
        sound = true;
        return count;
    }

    /** Runs a statement that neither yields nor changes rows. */
    public void execute() throws SQLException {
        sound = false;
        statement.execute();
        sound = true;
    }

    @Override
    public void close() throws SQLException {
        if (closed) {
            return;
        }
        closed = true;
        if (!sound) {
            // The driver lets go of a statement that failed.
            statement.close();
            return;
        }
        try {
            if (rows != null) {
                rows.close();
            }
            if (bound) {
                // A long value must not stay in memory.
                statement.clearParameters();
            }
        } catch (SQLException e) {
            statement.close();
            throw e;
        }
        origin.keep(sql, statement);
    }
}
