package dev.bobbin.emulator.standin.documents.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells whether a query asks for one partition only, by comparing the partition key with a constant in WHERE. */
final class PartitionRule {

    private PartitionRule() {}

    /** @param paths of the partition key, such as {@code /category} */
    static boolean namesPartition(Query query, List<String> paths) {
        List<String> compared = new ArrayList<>();
        collect(query.where(), compared);
        return !paths.isEmpty() && compared.containsAll(paths);
    }

    private static void collect(@Nullable Expression condition, List<String> compared) {
        if (!(condition instanceof Expression.Binary binary)) {
            return;
        }
        if (binary.operator().equals("AND")) {
            collect(binary.left(), compared);
            collect(binary.right(), compared);
        } else if (binary.operator().equals("=")) {
            addPath(binary.left(), binary.right(), compared);
            addPath(binary.right(), binary.left(), compared);
        }
    }

    private static void addPath(Expression path, Expression constant, List<String> compared) {
        boolean isConstant = constant instanceof Expression.Literal || constant instanceof Expression.Parameter;
        if (isConstant && path instanceof Expression.Property) {
            compared.add(pointer(path));
        }
    }

    private static String pointer(Expression path) {
        return path instanceof Expression.Property property ? pointer(property.target()) + "/" + property.name() : "";
    }
}
