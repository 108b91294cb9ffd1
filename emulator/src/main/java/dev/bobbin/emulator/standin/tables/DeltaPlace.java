package dev.bobbin.emulator.standin.tables;

import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.FileNames;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Where a table of a lakehouse lies, or would lie.
 *
 * @param folder that of its schema
 */
record DeltaPlace(StandIn.Lakehouse lakehouse, String schema, String name, Path folder) {

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ -]{0,127}");

    /** @throws IOException when the name cannot be that of a table */
    static DeltaPlace of(StandIn.Lakehouse lakehouse, String table) throws IOException {
        int dot = table.indexOf('.');
        String schema = dot < 0 ? TableSource.DEFAULT_SCHEMA : table.substring(0, dot);
        String name = table.substring(dot + 1);
        if (!NAME.matcher(schema).matches() || !NAME.matcher(name).matches()) {
            throw PlainException.of("delta.name", table);
        }
        if (FileNames.isReserved(schema) || FileNames.isReserved(name)) {
            throw PlainException.of("delta.device", table);
        }
        Path inSchema = lakehouse.tables().resolve(schema);
        boolean atTop = schema.equalsIgnoreCase(TableSource.DEFAULT_SCHEMA) && !Files.isDirectory(inSchema);
        return new DeltaPlace(lakehouse, schema, name, atTop ? lakehouse.tables() : inSchema);
    }

    Path path() {
        return folder.resolve(name);
    }

    /** The table that is there, whatever the case of its name. */
    Optional<TableSource> existing() throws IOException {
        return TableSource.in(lakehouse.tables(), lakehouse.path()).stream()
                .filter(source -> source.schema().equalsIgnoreCase(schema)
                        && source.name().equalsIgnoreCase(name))
                .findFirst();
    }
}
