package dev.bobbin.emulator.standin.sql.reference;

import java.util.HashMap;
import java.util.Map;

/** Values by {@code alias.column}; null is NULL. */
record Row(Map<String, Object> values) {

    Row with(Row other) {
        Map<String, Object> all = new HashMap<>(values);
        all.putAll(other.values);
        return new Row(all);
    }

    Object get(String column) {
        if (!values.containsKey(column)) {
            throw new IllegalArgumentException(column);
        }
        return values.get(column);
    }
}
