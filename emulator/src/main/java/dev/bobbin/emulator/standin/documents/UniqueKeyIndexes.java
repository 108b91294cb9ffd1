package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.documents.query.SqlFilter;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Indexes that find documents of a partition by the first property of a unique key. All containers share a table, and so
 * those with a key of the same property share an index, which goes with the last of them.
 */
final class UniqueKeyIndexes {

    private static final String PREFIX = "documents by ";

    private UniqueKeyIndexes() {}

    /** Makes the indexes those that the containers there are ask for. */
    static void adapt(DocumentStatements statements) throws IOException {
        Map<String, String> wanted = wanted(statements.bodies("SELECT body FROM containers"));
        Set<String> present = new HashSet<>(statements.rows(
                "SELECT name FROM sqlite_master WHERE type = 'index' AND name GLOB '" + PREFIX + "*'",
                List.of(),
                row -> row.getString(1)));
        for (String name : present) {
            if (!wanted.containsKey(name)) {
                statements.update("DROP INDEX " + quoted(name));
            }
        }
        for (Map.Entry<String, String> index : wanted.entrySet()) {
            if (!present.contains(index.getKey())) {
                statements.update("CREATE INDEX " + quoted(index.getKey()) + " ON documents (database, container, key, "
                        + index.getValue() + ")");
            }
        }
    }

    /** The values to index, by the names of their indexes. */
    private static Map<String, String> wanted(List<ObjectNode> containers) {
        Map<String, String> wanted = new HashMap<>();
        for (ObjectNode container : containers) {
            for (List<String> paths : new ContainerSettings(container).uniqueKeys()) {
                SqlFilter.indexable(paths.getFirst()).ifPresent(value -> wanted.put(PREFIX + value, value));
            }
        }
        return wanted;
    }

    private static String quoted(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }
}
