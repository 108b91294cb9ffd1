package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.parquet.ParquetRows;
import dev.bobbin.emulator.standin.parquet.ParquetTypes;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.ImportPreview;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The columns of a file as those of a Delta table: their types kept where the file tells them, else found out from all
 * rows. Characters that Delta has no room for in names become underscores, as "Load to Tables" does it in Fabric.
 *
 * @param schema in the order of the file
 */
public record DeltaColumns(StructType schema) {

    private static final String NOT_IN_NAMES = "[ ,;{}()\n\t=]";
    private static final int SHOWN_CHARACTERS = 60;

    /**
     * @param types of columns, by name, instead of what was found
     * @throws IOException when the file cannot be read, or has no such column
     */
    public static DeltaColumns of(Path file, FileFormat format, CsvOptions csv, Map<String, SqlType> types)
            throws IOException {
        List<StructField> fields = new ArrayList<>();
        Set<String> unknown = new TreeSet<>(types.keySet());
        Set<String> taken = new HashSet<>();
        for (StructField field : found(file, format, csv)) {
            unknown.remove(field.getName());
            SqlType declared = types.get(field.getName());
            DataType type = declared == null ? field.getDataType() : DeltaColumn.typeFor(declared);
            fields.add(new StructField(free(field.getName().replaceAll(NOT_IN_NAMES, "_"), taken), type, true));
        }
        if (!unknown.isEmpty()) {
            throw PlainException.of("delta.no-column", unknown.iterator().next());
        }
        return new DeltaColumns(new StructType(fields));
    }

    private static List<StructField> found(Path file, FileFormat format, CsvOptions csv) throws IOException {
        if (format == FileFormat.PARQUET) {
            return ParquetTypes.flat(ParquetRows.schema(file)).fields();
        }
        List<StructField> fields = new ArrayList<>();
        for (ImportColumn column :
                ImportPreview.ofAllRows(file, format, csv, true).columns()) {
            fields.add(new StructField(column.name(), DeltaColumn.typeFor(guessed(column.type())), true));
        }
        return fields;
    }

    /** Numbers with a fraction are doubles when nothing says more, as Spark finds types out. */
    private static SqlType guessed(SqlType type) {
        return type.isDecimal() && type.scale() > 0 ? SqlType.FLOAT : type;
    }

    private static String free(String name, Set<String> taken) {
        String free = name;
        for (int i = 2; !taken.add(free.toLowerCase(Locale.ROOT)); i++) {
            free = name + "_" + i;
        }
        return free;
    }

    /**
     * Where the values of a table's columns are in a row of the file; -1 for none.
     *
     * @param byName whether columns are matched by name, with no heed of case, and not by place
     * @throws IOException when the file has a column that the table has not
     */
    int[] places(StructType table, boolean byName) throws IOException {
        int[] places = new int[table.length()];
        for (int i = 0; i < places.length; i++) {
            places[i] = byName ? find(table.at(i).getName(), schema) : i;
        }
        for (StructField field : schema.fields()) {
            if (find(field.getName(), table) < 0) {
                throw PlainException.of("delta.surplus-column", field.getName(), String.join(", ", table.fieldNames()));
            }
        }
        return places;
    }

    private static int find(String name, StructType columns) {
        for (int i = 0; i < columns.length(); i++) {
            if (columns.at(i).getName().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    IOException unfit(int column, Object value, String place, RuntimeException cause) {
        String text = String.valueOf(value);
        String shown = text.length() <= SHOWN_CHARACTERS ? text : text.substring(0, SHOWN_CHARACTERS) + "…";
        return PlainException.of("delta.value", place, shown, schema.at(column).getName())
                .because(cause);
    }
}
