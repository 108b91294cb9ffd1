package dev.bobbin.app.data;

import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An import as it can be changed before it is done.
 *
 * @param table with its schema, such as {@code dbo.Orders}
 * @param rows the first rows, to look at
 */
public record ImportPlan(
        Path file, String table, TableImport.Mode mode, List<ImportColumn> columns, List<List<@Nullable Object>> rows) {

    public ImportPlan {
        columns = List.copyOf(columns);
    }

    ImportPlan into(String newTable, TableImport.Mode newMode, List<ImportColumn> newColumns) {
        return new ImportPlan(file, newTable, newMode, newColumns, rows);
    }
}
