package dev.bobbin.app.data.grid;

import java.util.Arrays;
import java.util.Comparator;

/** Sorts the values of one column: texts whatever their case, bytes as they come, all others by their own order. */
public enum CellOrder implements Comparator<Object> {
    INSTANCE;

    @Override
    @SuppressWarnings("unchecked") // Values of the same class, which compares them.
    public int compare(Object one, Object other) {
        if (one instanceof String text && other instanceof String otherText) {
            return String.CASE_INSENSITIVE_ORDER.compare(text, otherText);
        }
        if (one instanceof byte[] bytes && other instanceof byte[] otherBytes) {
            return Arrays.compareUnsigned(bytes, otherBytes);
        }
        if (one instanceof Comparable<?> value && one.getClass() == other.getClass()) {
            return ((Comparable<Object>) value).compareTo(other);
        }
        return one.getClass().getName().compareTo(other.getClass().getName());
    }
}
