package dev.bobbin.app.workspace;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.io.IOException;
import java.util.List;
import java.util.Map;

/** The tables that functions can query. Call it in the background. */
@FunctionalInterface
public interface DataShapes {

    /** No tables at all. */
    DataShapes NONE = (_, _) -> Map.of();

    /**
     * The tables behind the SQL connections of functions, by alias. Stand-ins that are not there yet have none: asking
     * makes nothing.
     *
     * @throws IOException when a stand-in cannot be read
     */
    Map<String, List<TableShape>> tables(ItemFolder item, List<FunctionSignature> functions) throws IOException;
}
