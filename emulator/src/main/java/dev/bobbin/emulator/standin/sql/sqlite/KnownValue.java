package dev.bobbin.emulator.standin.sql.sqlite;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.sqlite.Function;

/**
 * What IGNORE NULLS asks of a window: the n-th of the values that are not NULL, counted from the frame's start, or from its end when n
 * is negative. The second argument is n, the same for all rows.
 */
final class KnownValue extends Function.Window {

    private @Nullable List<Object> values;
    private int start;
    private int place;

    @Override
    protected void xStep() throws SQLException {
        // SQLite copies this object for each partition; the list must not be shared between the copies.
        if (values == null) {
            values = new ArrayList<>();
        }
        place = value_int(1);
        switch (value_type(0)) {
            case 1 -> values.add(value_long(0));
            case 2 -> values.add(value_double(0));
            case 3 -> values.add(value_text(0));
            case 4 -> values.add(value_blob(0));
            default -> {}
        }
    }

    @Override
    protected void xInverse() throws SQLException {
        if (value_type(0) != 5) {
            start++;
        }
    }

    @Override
    protected void xValue() throws SQLException {
        List<Object> all = values == null ? List.of() : values;
        int index = place > 0 ? start + place - 1 : all.size() + place;
        if (index < start || index >= all.size()) {
            result();
            return;
        }
        switch (all.get(index)) {
            case Long number -> result(number);
            case Double number -> result(number);
            case byte[] bytes -> result(bytes);
            case Object text -> result(text.toString());
        }
    }

    @Override
    protected void xFinal() throws SQLException {
        xValue();
    }
}
