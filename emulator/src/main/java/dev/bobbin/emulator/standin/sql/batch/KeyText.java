package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.catalog.CatalogObject.Column;
import dev.bobbin.emulator.standin.sql.emit.Emitter;
import dev.bobbin.emulator.standin.sql.functions.FunctionInstance;
import dev.bobbin.emulator.standin.sql.functions.FunctionTable;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.List;

/**
 * How keys are compared and indexed with SQLite's own means, so that any tool can read and write the file: blanks at the end of
 * texts do not count, nor does the case of the letters a to z where the database ignores it. Other letters are compared by
 * asking for each way to write them.
 */
final class KeyText {

    /** Yields the ways to write a text that SQL Server takes for the same, as a JSON array. */
    static final FunctionInstance VARIANTS =
            new FunctionInstance(FunctionTable.own("$variants"), List.of(SqlType.NVARCHAR_MAX), SqlType.NVARCHAR_MAX);

    /** A text with other characters than those of ASCII, as GLOB pattern. */
    static final String BEYOND_ASCII = "'*[^ -~]*'";

    private KeyText() {}

    /** The expression a unique index is made of. Two NULLs are duplicates in SQL Server: NULL counts as an empty blob. */
    static String indexed(Column column, boolean ignoreCase, String qualifier) {
        String text = qualifier + Emitter.quote(column.name());
        if (column.type().isText()) {
            text = "rtrim(" + text + ")";
        }
        if (column.nullable()) {
            text = "coalesce(" + text + ", x'')";
        }
        return text + (column.type().isText() && ignoreCase ? " COLLATE NOCASE" : "");
    }

    /** The expression an index that is not unique is made of. */
    static String searched(Column column, boolean ignoreCase) {
        String text = Emitter.quote(column.name());
        return column.type().isText() ? text + (ignoreCase ? " COLLATE NOCASE" : " COLLATE RTRIM") : text;
    }

    /** A condition that holds when the column's value equals the one given; written so that the index helps. */
    static String equal(Column column, boolean ignoreCase, String qualifier, String value) {
        String own = indexed(column, ignoreCase, qualifier);
        String match = column.type().isText() && ignoreCase
                ? "(" + own + " IN (SELECT value FROM json_each(" + VARIANTS.sqlName() + "(" + value + "))))"
                : "(" + own + " = " + (column.type().isText() ? "rtrim(" + value + ")" : value) + ")";
        return column.nullable()
                ? "(" + match + " OR " + value + " IS NULL AND " + qualifier + Emitter.quote(column.name())
                        + " IS NULL)"
                : match;
    }
}
