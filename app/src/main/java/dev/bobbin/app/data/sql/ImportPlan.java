package dev.bobbin.app.data.sql;

import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * An import as it can be changed before it is done.
 *
 * @param table with its schema, such as {@code dbo.Orders}
 * @param chosen types, by column, that a person has taken instead of those found out
 * @param rows the first rows, to look at
 */
public record ImportPlan(
        Path file,
        String table,
        TableImport.Mode mode,
        List<ImportColumn> columns,
        Map<String, SqlType> chosen,
        List<List<@Nullable Object>> rows) {

    public ImportPlan {
        columns = List.copyOf(columns);
        chosen = Map.copyOf(chosen);
    }

    ImportPlan into(
            String newTable, TableImport.Mode newMode, List<ImportColumn> newColumns, Map<String, SqlType> newTypes) {
        return new ImportPlan(file, newTable, newMode, newColumns, newTypes, rows);
    }
}
