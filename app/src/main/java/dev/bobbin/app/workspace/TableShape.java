package dev.bobbin.app.workspace;

import java.util.List;

/**
 * A table or view of a stand-in, as far as writing a query needs it.
 *
 * @param schema such as {@code dbo}
 * @param columns their names, in order
 */
public record TableShape(String schema, String name, List<String> columns) {

    public TableShape {
        columns = List.copyOf(columns);
    }
}
