package dev.bobbin.app.workspace;

import java.util.List;

/**
 * A table or view of a stand-in, as far as writing a query needs it.
 *
 * @param schema such as {@code dbo}
 * @param columns in order
 */
public record TableShape(String schema, String name, List<Column> columns) {

    /** One of its columns. @param type as a script declares it, such as {@code decimal(18,2)} */
    public record Column(String name, String type) {}

    public TableShape {
        columns = List.copyOf(columns);
    }
}
