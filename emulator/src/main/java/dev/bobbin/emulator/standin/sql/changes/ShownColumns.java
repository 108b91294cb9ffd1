package dev.bobbin.emulator.standin.sql.changes;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Columns of changed rows as {@link dev.bobbin.emulator.standin.Change.Rows} tells them. */
public final class ShownColumns {

    private ShownColumns() {}

    /** The types of some columns of a table; empty for a name that none of them has. */
    public static List<String> types(CatalogObject.Table table, List<String> names) {
        Map<String, String> types = table.columns().stream()
                .collect(Collectors.toMap(
                        CatalogObject.Column::name, column -> column.type().toString()));
        return names.stream().map(name -> types.getOrDefault(name, "")).toList();
    }

    /**
     * Values of a row of the stand-in's file.
     *
     * @param from the first column of the result, from 1
     */
    public static List<@Nullable Object> values(ResultSet row, int from, int count) throws SQLException {
        List<@Nullable Object> values = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            Object value = row.getObject(from + i);
            values.add(value instanceof Integer small ? Long.valueOf(small) : value);
        }
        return values;
    }
}
