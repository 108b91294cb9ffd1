package dev.bobbin.emulator.standin.documents.query;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.documents.query.Query.Ordering;
import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import java.util.function.Function;
import java.util.stream.Stream;

/** The first rows in the order of ORDER BY; equal ones in the order in which they came. Keeps no more than are wanted. */
final class Ordered {

    private final List<Ordering> orderings;
    private final long wanted;
    private final Comparator<Entry> order = this::compare;
    private final PriorityQueue<Entry> kept = new PriorityQueue<>(order.reversed());
    private long added;

    private record Entry(List<JsonNode> keys, long number, JsonNode row) {}

    /** @param wanted how many rows to keep */
    Ordered(List<Ordering> orderings, long wanted) {
        this.orderings = orderings;
        this.wanted = wanted;
    }

    /** @param values computes what ORDER BY asks of the row */
    void add(JsonNode row, Function<Expression, JsonNode> values) {
        List<JsonNode> keys = orderings.stream()
                .map(ordering -> values.apply(ordering.expression()))
                .toList();
        Entry entry = new Entry(keys, added++, row);
        if (kept.size() < wanted) {
            kept.add(entry);
        } else if (!kept.isEmpty() && order.compare(entry, kept.element()) < 0) {
            kept.remove();
            kept.add(entry);
        }
    }

    Stream<JsonNode> inOrder() {
        return kept.stream().sorted(order).map(Entry::row);
    }

    private int compare(Entry a, Entry b) {
        for (int i = 0; i < orderings.size(); i++) {
            int difference = Values.ORDER.compare(a.keys().get(i), b.keys().get(i));
            if (difference != 0) {
                return orderings.get(i).descending() ? -difference : difference;
            }
        }
        return Long.compare(a.number(), b.number());
    }
}
