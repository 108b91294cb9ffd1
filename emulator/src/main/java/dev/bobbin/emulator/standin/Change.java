package dev.bobbin.emulator.standin;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One thing that a run changed in a stand-in. */
public sealed interface Change {

    /** Name of the stand-in. */
    String standIn();

    /** What became of a thing. */
    enum Kind {
        CREATED,
        CHANGED,
        DELETED
    }

    /**
     * What became of the rows of one table, from before the run's first change to after its last.
     *
     * @param table with its schema, such as {@code dbo.Orders}
     * @param types of the columns as T-SQL names them, such as {@code decimal(10,2)}, empty for one that is no longer
     *     there; an empty list in histories written before changes told them
     * @param key columns of the primary key, among {@code columns}; empty when the table has none
     * @param rows the first of them, see {@link #LISTED_ROWS}; the counts are of all
     */
    record Rows(
            String standIn,
            String table,
            List<String> columns,
            List<String> types,
            List<String> key,
            long inserted,
            long updated,
            long deleted,
            List<RowChange> rows)
            implements Change {

        /** At most so many rows of a table are listed. */
        public static final int LISTED_ROWS = 200;

        public Rows {
            columns = List.copyOf(columns);
            // Histories written before changes told types and key have none.
            types = List.copyOf(Objects.requireNonNullElse(types, List.of()));
            key = List.copyOf(Objects.requireNonNullElse(key, List.of()));
            rows = List.copyOf(rows);
        }

        /** The name of a column; a question mark for one that has none. */
        public String column(int index) {
            return index < columns.size() ? columns.get(index) : "?";
        }

        /** The values of one of these rows, before or after, as their types let them be read. */
        public List<ChangedValue> read(List<@Nullable Object> values) {
            List<ChangedValue> read = new ArrayList<>(values.size());
            for (int i = 0; i < values.size(); i++) {
                read.add(ChangedValue.of(values.get(i), i < types.size() ? types.get(i) : ""));
            }
            return read;
        }
    }

    /**
     * A row before and after; values in the order of the columns, as the stand-in's file holds them: Long, Double,
     * String or byte[], the last as its hexadecimal text once it was kept in a history. {@link Rows#read} makes of them
     * what they mean.
     */
    sealed interface RowChange {

        record Inserted(List<@Nullable Object> after) implements RowChange {
            public Inserted {
                after = listOf(after);
            }
        }

        record Updated(List<@Nullable Object> before, List<@Nullable Object> after) implements RowChange {
            public Updated {
                before = listOf(before);
                after = listOf(after);
            }
        }

        record Deleted(List<@Nullable Object> before) implements RowChange {
            public Deleted {
                before = listOf(before);
            }
        }

        private static List<@Nullable Object> listOf(List<@Nullable Object> values) {
            return Collections.unmodifiableList(new ArrayList<>(values));
        }
    }

    /**
     * A table, view, index, procedure or schema was made, altered or dropped.
     *
     * @param type in lower case, such as {@code table}
     * @param object with its schema, such as {@code dbo.Orders}
     */
    record Definition(String standIn, String type, String object, Kind kind) implements Change {}

    /**
     * A file of a lakehouse.
     *
     * @param path from {@code Files}, with forward slashes
     * @param sizeBefore in bytes; empty when it was not there
     * @param sizeAfter in bytes; empty when it is no longer there
     * @param diff of a text that is not too long, as {@code diff -u} writes it but without the names; null for others
     */
    record File(
            String standIn,
            String path,
            Kind kind,
            OptionalLong sizeBefore,
            OptionalLong sizeAfter,
            @Nullable String diff)
            implements Change {}

    /** So many more files of a lakehouse than are listed one by one. */
    record OtherFiles(String standIn, long created, long changed, long deleted) implements Change {}

    /**
     * A variable of a library. Functions cannot change variables; people and snapshots do.
     *
     * @param valueSet the value set it was changed in; empty for the default values
     * @param before as JSON text; null where there is none
     * @param after as JSON text; null where there is none
     */
    record Variable(
            String standIn,
            String valueSet,
            String variable,
            @Nullable String before,
            @Nullable String after) implements Change {}

    /** A secret of a key vault; never its value. */
    record Secret(String standIn, String secret, Kind kind) implements Change {}

    /** A document of a container, as JSON text; null where there is none. */
    record Document(
            String standIn,
            String container,
            String id,
            @Nullable String before,
            @Nullable String after) implements Change {

        /**
         * What Cosmos DB writes into every document and container ("Work with databases, containers, and items", system-defined
         * properties); it says nothing about a change.
         */
        public static final Set<String> OF_THE_SERVICE =
                Set.of("_rid", "_self", "_etag", "_attachments", "_ts", "_lsn");
    }

    /** An event that was published, or that is no longer there, as JSON text. */
    record Event(String standIn, String event, Kind kind) implements Change {}
}
