package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.standin.CodePointOrder;
import io.delta.kernel.expressions.Column;
import io.delta.kernel.expressions.Literal;
import io.delta.kernel.statistics.DataFileStatistics;
import io.delta.kernel.types.BinaryType;
import io.delta.kernel.types.BooleanType;
import io.delta.kernel.types.DataType;
import io.delta.kernel.types.DoubleType;
import io.delta.kernel.types.FloatType;
import io.delta.kernel.types.StringType;
import io.delta.kernel.types.StructField;
import io.delta.kernel.types.StructType;
import io.delta.kernel.types.TimestampNTZType;
import io.delta.kernel.types.TimestampType;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a log tells of a data file: number of rows, and of its first columns the least and the greatest value and how many
 * are null. By them readers leave out files. Source: the Delta protocol, "Per-file Statistics".
 */
final class FileStatistics {

    /** As many columns as other writers tell of unless a table says otherwise ({@code delta.dataSkippingNumIndexedCols}). */
    private static final int MOST_COLUMNS = 32;

    /** Longer texts are cut off, as other writers do. */
    private static final int TEXT_CHARACTERS = 32;

    private static final String AFTER_EVERY_CHARACTER = Character.toString(Character.MAX_CODE_POINT);
    private static final long MICROS_A_MILLI = 1000;

    private final List<ColumnStatistics> columns = new ArrayList<>();
    private long rows;

    /** @param stored the columns of the file */
    FileStatistics(StructType stored) {
        stored.fields().stream().limit(MOST_COLUMNS).map(ColumnStatistics::new).forEach(columns::add);
    }

    /** @param row in the order of the file's columns */
    void add(@Nullable Object[] row) {
        rows++;
        for (int i = 0; i < columns.size(); i++) {
            columns.get(i).add(row[i]);
        }
    }

    DataFileStatistics result() throws IOException {
        Map<Column, Literal> least = new HashMap<>();
        Map<Column, Literal> greatest = new HashMap<>();
        Map<Column, Long> nulls = new HashMap<>();
        for (ColumnStatistics column : columns) {
            Column name = new Column(column.field.getName());
            nulls.put(name, column.nulls);
            @Nullable Literal low = literal(lower(column.least), column.field.getDataType());
            @Nullable
            Literal high = literal(upper(column.greatest, column.field.getDataType()), column.field.getDataType());
            if (low != null) {
                least.put(name, low);
            }
            if (high != null) {
                greatest.put(name, high);
            }
        }
        return new DataFileStatistics(rows, least, greatest, nulls);
    }

    private static @Nullable Object lower(@Nullable Object least) {
        return least instanceof String text && text.codePointCount(0, text.length()) > TEXT_CHARACTERS
                ? beginning(text)
                : least;
    }

    /** A value that none exceeds; null when there is none of that form. The log tells moments to the millisecond only. */
    private static @Nullable Object upper(@Nullable Object greatest, DataType type) {
        if (greatest instanceof Long micros && (type instanceof TimestampType || type instanceof TimestampNTZType)) {
            return Math.ceilDiv(micros, MICROS_A_MILLI) * MICROS_A_MILLI;
        }
        if (greatest instanceof String text && text.codePointCount(0, text.length()) > TEXT_CHARACTERS) {
            String bound = beginning(text) + AFTER_EVERY_CHARACTER;
            return CodePointOrder.INSTANCE.compare(bound, text) < 0 ? null : bound;
        }
        return greatest;
    }

    private static String beginning(String text) {
        return text.substring(0, text.offsetByCodePoints(0, TEXT_CHARACTERS));
    }

    private static @Nullable Literal literal(@Nullable Object value, DataType type) throws IOException {
        if (value == null) {
            return null;
        }
        return switch (type) {
            case FloatType _ -> Literal.ofFloat((Float) value);
            case DoubleType _ -> Literal.ofDouble((Double) value);
            default -> PartitionValue.literal(value, type);
        };
    }

    /** One column. */
    private static final class ColumnStatistics {

        private final StructField field;
        private final boolean isOrdered;
        private final Comparator<Object> order;
        private @Nullable Object least;
        private @Nullable Object greatest;
        private boolean hasNoBounds;
        private long nulls;

        ColumnStatistics(StructField field) {
            this.field = field;
            DataType type = field.getDataType();
            this.isOrdered = !(type instanceof BooleanType || type instanceof BinaryType);
            this.order = type instanceof StringType
                    ? (a, b) -> CodePointOrder.INSTANCE.compare((String) a, (String) b)
                    : FileStatistics::compare;
        }

        void add(@Nullable Object value) {
            if (value == null) {
                nulls++;
            } else if (isOrdered && !hasNoBounds) {
                bound(value);
            }
        }

        private void bound(Object value) {
            // JSON has no such numbers, and NaN has no place in the order.
            hasNoBounds =
                    value instanceof Double d && !Double.isFinite(d) || value instanceof Float f && !Float.isFinite(f);
            if (hasNoBounds) {
                least = null;
                greatest = null;
                return;
            }
            if (least == null || order.compare(value, least) < 0) {
                least = value;
            }
            if (greatest == null || order.compare(value, greatest) > 0) {
                greatest = value;
            }
        }
    }

    @SuppressWarnings("unchecked") // the values of a column are of one class
    private static int compare(Object a, Object b) {
        return ((Comparable<Object>) a).compareTo(b);
    }
}
