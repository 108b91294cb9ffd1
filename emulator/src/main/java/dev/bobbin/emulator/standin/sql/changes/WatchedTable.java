package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.sql.emit.Emitter;
import java.util.List;
import java.util.Locale;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A table whose changes are followed: the temporary log of its rows, and the triggers that fill it.
 *
 * <p>The log has one row for each row of the table that was touched: {@code rid}, whether it {@code existed} before,
 * whether it was deleted in between ({@code replaced}), and its values before, {@code b0} and so on.
 *
 * @param number tells the temporary objects apart
 * @param name in the SQLite file
 * @param columns those that are stored
 */
record WatchedTable(int number, String name, List<String> columns) {

    /** Beyond this many columns an expression over all of them would be too deep for SQLite. */
    private static final int MOST_COMPARED = 400;

    String quoted() {
        return "main." + Emitter.quote(name);
    }

    String log() {
        return "bobbin_undo_" + number;
    }

    /** A name for SQLite's row number that no column takes. */
    String rowid() {
        List<String> taken =
                columns.stream().map(column -> column.toLowerCase(Locale.ROOT)).toList();
        return Stream.of("rowid", "_rowid_", "oid")
                .filter(alias -> !taken.contains(alias))
                .findFirst()
                .orElse("rowid");
    }

    /** One piece for each column, joined. */
    String each(String separator, IntFunction<String> piece) {
        return IntStream.range(0, columns.size()).mapToObj(piece).collect(Collectors.joining(separator));
    }

    String column(int index) {
        return Emitter.quote(columns.get(index));
    }

    /** Whether two rows have the same values; true as SQL when they are too wide to tell. */
    String same(IntFunction<String> left, IntFunction<String> right, String otherwise) {
        return columns.size() > MOST_COMPARED
                ? otherwise
                : "(" + each(" AND ", i -> left.apply(i) + " IS " + right.apply(i)) + ")";
    }

    /** The statements that make the log and the triggers. */
    List<String> watch() {
        String before = each(", ", i -> "b" + i);
        String old = each(", ", i -> "OLD." + column(i));
        String row = rowid();
        String on = " ON " + quoted() + " BEGIN INSERT INTO " + log();
        String inserted = " (rid, existed) ";
        String existing = " (rid, existed, replaced, " + before + ") VALUES (OLD." + row + ", 1, ";
        return List.of(
                "CREATE TEMP TABLE " + log() + " (rid INTEGER PRIMARY KEY, existed, replaced, " + before + ")",
                "CREATE TEMP TRIGGER " + log() + "_i AFTER INSERT" + on + inserted + "VALUES (NEW." + row
                        + ", 0) ON CONFLICT DO NOTHING; END",
                "CREATE TEMP TRIGGER " + log() + "_u AFTER UPDATE" + on + existing + "0, " + old
                        + ") ON CONFLICT DO NOTHING; INSERT INTO " + log() + inserted + "SELECT NEW." + row
                        + ", 0 WHERE NEW." + row + " <> OLD." + row + " ON CONFLICT DO NOTHING; END",
                "CREATE TEMP TRIGGER " + log() + "_d AFTER DELETE" + on + existing + "1, " + old
                        + ") ON CONFLICT DO UPDATE SET replaced = 1; END");
    }

    List<String> unwatch() {
        return List.of(
                "DROP TRIGGER temp." + log() + "_i",
                "DROP TRIGGER temp." + log() + "_u",
                "DROP TRIGGER temp." + log() + "_d",
                "DROP TABLE temp." + log());
    }
}
