package dev.bobbin.emulator.standin.sql.catalog;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** INFORMATION_SCHEMA and sys: queries over the facts of the catalog, written out as values. */
public final class SystemViews {

    /** The columns of a view, which only binding its query tells. */
    @FunctionalInterface
    public interface ViewColumns {
        List<Column> of(CatalogObject.View view);
    }

    private static final Pattern NUMBER = Pattern.compile("[(\\s]*([+-]?[\\d.]+)[)\\s]*");

    private SystemViews() {}

    /** The T-SQL that yields the view's rows; null when there is no such view. */
    public static @Nullable String query(
            String schema, String name, Catalog catalog, String database, ViewColumns viewColumns) {
        SystemRows rows =
                switch (schema.toUpperCase(Locale.ROOT)) {
                    case "INFORMATION_SCHEMA" ->
                        new InformationSchema(catalog, database, viewColumns).view(name.toUpperCase(Locale.ROOT));
                    case "SYS" -> new SysViews(catalog, database, viewColumns).view(name.toLowerCase(Locale.ROOT));
                    default -> null;
                };
        return rows == null ? null : rows.query();
    }

    /** The default of a column as SQL Server shows it: in brackets, numbers in two pairs of them. */
    static @Nullable String shownDefault(Column column) {
        String text = column.defaultText();
        if (text == null) {
            return null;
        }
        String bare = text.strip();
        Matcher number = NUMBER.matcher(bare);
        if (number.matches()) {
            return "((" + number.group(1) + "))";
        }
        return bare.startsWith("(") && bare.endsWith(")") ? bare : "(" + bare + ")";
    }
}
