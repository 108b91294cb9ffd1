package dev.bobbin.emulator.standin.sql.metadata;

import dev.bobbin.emulator.standin.sql.RowSet.Column;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A result of a catalog function. */
public final class MetadataRows {

    private final List<Column> columns = new ArrayList<>();
    private final List<List<@Nullable Object>> rows = new ArrayList<>();

    MetadataRows() {}

    /** Adds text columns. */
    MetadataRows text(String... names) {
        return columns(SqlType.nvarchar(128), names);
    }

    /** Adds whole-number columns. */
    MetadataRows number(String... names) {
        return columns(SqlType.INT, names);
    }

    private MetadataRows columns(SqlType type, String... names) {
        for (String name : names) {
            columns.add(new Column(name, type));
        }
        return this;
    }

    void add(@Nullable Object... values) {
        List<@Nullable Object> row = new ArrayList<>(values.length);
        for (Object value : values) {
            row.add(value instanceof Integer small ? Long.valueOf(small) : value);
        }
        rows.add(row);
    }

    public List<Column> columns() {
        return columns;
    }

    public List<List<@Nullable Object>> rows() {
        return Collections.unmodifiableList(rows);
    }
}
