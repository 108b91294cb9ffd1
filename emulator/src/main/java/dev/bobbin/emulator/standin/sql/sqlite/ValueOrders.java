package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Comparator;
import org.sqlite.Collation;

/** How values that travel as text compare where the text itself would not do. */
final class ValueOrders {

    private static final int TIME_LENGTH = "2024-01-02 03:04:05".length();
    private static final int OFFSET_LENGTH = "+00:00".length();

    private ValueOrders() {}

    static void addTo(Connection connection) throws SQLException {
        add(connection, "bob_offset", ValueOrders::moments);
        add(connection, "bob_guid", ValueOrders::guids);
    }

    private static void add(Connection connection, String name, Comparator<String> order) throws SQLException {
        Collation.create(connection, name, new Collation() {
            @Override
            protected int xCompare(String left, String right) {
                return order.compare(left, right);
            }
        });
    }

    /** Values of datetimeoffset are the same when they are the same moment, whatever their offsets. */
    private static int moments(String left, String right) {
        boolean sameOffset =
                left.regionMatches(left.length() - OFFSET_LENGTH, right, right.length() - OFFSET_LENGTH, OFFSET_LENGTH);
        return sameOffset && left.length() == right.length()
                ? left.compareTo(right)
                : utc(left).compareTo(utc(right));
    }

    /** The moment in UTC with nine digits of the fraction, so that texts compare as moments do. */
    private static java.time.LocalDateTime utc(String text) {
        int blank = text.length() - OFFSET_LENGTH - 1;
        return java.time.LocalDateTime.parse(
                        text.substring(0, TIME_LENGTH).replace(' ', 'T') + text.substring(TIME_LENGTH, blank))
                .minusSeconds(java.time.ZoneOffset.of(text.substring(blank + 1)).getTotalSeconds());
    }

    /** Values of uniqueidentifier compare by their groups from the last to the first. */
    private static int guids(String left, String right) {
        return turned(left).compareTo(turned(right));
    }

    private static String turned(String guid) {
        String[] groups = guid.split("-", -1);
        StringBuilder turned = new StringBuilder();
        for (int i = groups.length - 1; i >= 0; i--) {
            turned.append(groups[i]);
        }
        return turned.toString();
    }
}
