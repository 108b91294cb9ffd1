package dev.bobbin.emulator.standin.sql.transfer;

import dev.bobbin.emulator.standin.sql.types.SqlType;

/** A column that an import makes or fills. */
public record ImportColumn(String name, SqlType type) {

    /** The same column with another type. */
    public ImportColumn as(SqlType other) {
        return new ImportColumn(name, other);
    }
}
