package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;

/** The statements a connection has prepared and does not use just now, by their text; the ones used last are kept. */
final class PreparedStatements {

    private static final int MOST_KEPT = 100;

    private final Connection connection;
    private final Map<String, PreparedStatement> idle = new LinkedHashMap<>(64, 0.75f, true);

    PreparedStatements(Connection connection) {
        this.connection = connection;
    }

    Prepared take(String sql) throws SQLException {
        PreparedStatement known = idle.remove(sql);
        return new Prepared(this, sql, known == null ? connection.prepareStatement(sql) : known);
    }

    /** Takes a statement back; one with the same text that came back before goes. */
    void keep(String sql, PreparedStatement statement) throws SQLException {
        if (connection.isClosed()) {
            return;
        }
        PreparedStatement other = idle.put(sql, statement);
        if (other != null) {
            other.close();
        }
        if (idle.size() > MOST_KEPT) {
            Iterator<PreparedStatement> eldest = idle.values().iterator();
            PreparedStatement gone = eldest.next();
            eldest.remove();
            gone.close();
        }
    }
}
