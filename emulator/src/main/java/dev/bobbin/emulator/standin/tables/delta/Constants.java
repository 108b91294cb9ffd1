package dev.bobbin.emulator.standin.tables.delta;

import io.delta.kernel.data.ColumnVector;
import io.delta.kernel.data.ColumnarBatch;
import io.delta.kernel.engine.ExpressionHandler;
import io.delta.kernel.expressions.Expression;
import io.delta.kernel.expressions.ExpressionEvaluator;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.expressions.Predicate;
import io.delta.kernel.expressions.PredicateEvaluator;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.StructType;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The only expressions that reading whole tables needs: the values of partition columns. */
final class Constants implements ExpressionHandler {

    @Override
    public ExpressionEvaluator getEvaluator(StructType schema, Expression expression, DataType type) {
        if (expression instanceof Literal literal) {
            return new Constant(literal, type);
        }
        throw new UnsupportedOperationException("The table needs the expression " + expression + ".");
    }

    private record Constant(Literal literal, DataType type) implements ExpressionEvaluator {
        @Override
        public ColumnVector eval(ColumnarBatch batch) {
            @Nullable Object value = literal.getValue();
            return new Values(type, Collections.nCopies(batch.getSize(), value));
        }

        @Override
        public void close() {
            // Nothing is held open.
        }
    }

    @Override
    public PredicateEvaluator getPredicateEvaluator(StructType schema, Predicate predicate) {
        throw new UnsupportedOperationException("Tables are read whole, and " + predicate + " would not do that.");
    }

    @Override
    public ColumnVector createSelectionVector(boolean[] values, int from, int to) {
        List<@Nullable Object> selected = new ArrayList<>();
        for (int i = from; i < to; i++) {
            selected.add(values[i]);
        }
        return new Values(BooleanType.BOOLEAN, selected);
    }
}
