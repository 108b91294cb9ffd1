package dev.bobbin.app.services;

import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.app.workspace.DataShapes;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlResult;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.tables.LakehouseTables;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tables and columns of the stand-ins on the local disk, from their own information schema. */
public final class StandInShapes implements DataShapes {

    private static final String COLUMNS = """
            SELECT TABLE_SCHEMA, TABLE_NAME, COLUMN_NAME, DATA_TYPE,
                   CHARACTER_MAXIMUM_LENGTH, NUMERIC_PRECISION, NUMERIC_SCALE
            FROM INFORMATION_SCHEMA.COLUMNS
            ORDER BY TABLE_SCHEMA, TABLE_NAME, ORDINAL_POSITION
            """;
    private static final int MOST_COLUMNS = 50_000;

    private record Name(String schema, String table) {}

    private final ItemFiles files;

    public StandInShapes(ItemFiles files) {
        this.files = files;
    }

    @Override
    public Map<String, List<TableShape>> tables(ItemFolder item, List<FunctionSignature> functions) throws IOException {
        Map<String, List<TableShape>> found = new LinkedHashMap<>();
        for (FunctionSignature function : functions) {
            for (ConnectedData data : files.connectedData(item, function)) {
                Optional<StandIn.Sql> sql = sql(data.standIn());
                if (sql.isPresent() && !found.containsKey(data.alias())) {
                    found.put(data.alias(), tables(sql.get()));
                }
            }
        }
        return found;
    }

    private static Optional<StandIn.Sql> sql(StandIn standIn) {
        return switch (standIn) {
            case StandIn.Sql sql -> Optional.of(sql);
            case StandIn.Lakehouse lakehouse -> Optional.of(lakehouse.endpoint());
            default -> Optional.empty();
        };
    }

    /** Tables and views of a database. @throws IOException when it cannot be read */
    static List<TableShape> tables(StandIn.Sql standIn) throws IOException {
        if (standIn.kind() == StandIn.SqlKind.LAKEHOUSE_ENDPOINT && Files.isDirectory(standIn.path())) {
            new LakehouseTables(standIn).refresh();
        }
        if (!Files.exists(standIn.database()) && !Files.exists(standIn.seed())) {
            return List.of();
        }
        Map<Name, List<TableShape.Column>> columns = new LinkedHashMap<>();
        try (SqlSession session = SqlDatabase.of(standIn).connect()) {
            for (SqlResult result : session.execute(COLUMNS, List.of())) {
                if (result instanceof SqlResult.Rows rows) {
                    for (List<?> row : rows.rows().next(MOST_COLUMNS)) {
                        columns.computeIfAbsent(
                                        new Name(String.valueOf(row.get(0)), String.valueOf(row.get(1))),
                                        _ -> new ArrayList<>())
                                .add(new TableShape.Column(String.valueOf(row.get(2)), type(row)));
                    }
                }
            }
        } catch (SqlError e) {
            throw new IOException(e.getMessage(), e);
        }
        return columns.entrySet().stream()
                .map(entry ->
                        new TableShape(entry.getKey().schema(), entry.getKey().table(), entry.getValue()))
                .toList();
    }

    /** The type as a script declares it. @param row of the information schema */
    private static String type(List<?> row) {
        String name = String.valueOf(row.get(3));
        String length = String.valueOf(row.get(4));
        return switch (name) {
            case "char", "varchar", "nchar", "nvarchar", "binary", "varbinary" ->
                name + "(" + (length.equals("-1") ? "max" : length) + ")";
            case "decimal", "numeric" -> name + "(" + row.get(5) + "," + row.get(6) + ")";
            default -> name;
        };
    }
}
