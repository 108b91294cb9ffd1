package dev.bobbin.app.result;

import java.util.AbstractList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.RandomAccess;

/** Rows of a table in an order, read as they are asked for; the newest are kept. For use on the FX thread. */
final class RowList extends AbstractList<Map<String, ResultTable.Cell>> implements RandomAccess {

    private static final int KEPT = 500;

    private final ResultTable table;
    private final int[] order;
    private final Map<Integer, Map<String, ResultTable.Cell>> kept = new LinkedHashMap<>(KEPT, 0.75f, true) {
        private static final long serialVersionUID = 1L;

        @Override
        protected boolean removeEldestEntry(Map.Entry<Integer, Map<String, ResultTable.Cell>> eldest) {
            return size() > KEPT;
        }
    };

    RowList(ResultTable table, int[] order) {
        this.table = table;
        this.order = order;
    }

    @Override
    public Map<String, ResultTable.Cell> get(int index) {
        return kept.computeIfAbsent(order[index], table::row);
    }

    @Override
    public int size() {
        return order.length;
    }

    /** Whether these are rows of that table. */
    boolean isOf(ResultTable other) {
        return table == other;
    }

    /** Numbers of all rows, in their order; a copy. */
    int[] numbers() {
        return order.clone();
    }

    /** Number of a row in the output, from 0. */
    int number(int index) {
        return order[index];
    }
}
