package dev.bobbin.emulator.standin.words;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangedValue;
import java.util.ArrayList;
import java.util.List;

/**
 * A row that was changed, in short.
 *
 * @param named what it is known by: its key as it was, else up to three values that stayed
 * @param changed what is no longer as it was
 */
record ChangedRow(List<Named> named, List<Changed> changed) {

    /** Most unchanged values by which a row is named. */
    private static final int NAMING = 3;

    /** A value and its column. */
    record Named(String column, ChangedValue value) {}

    /** A value before and after. */
    record Changed(String column, ChangedValue before, ChangedValue after) {}

    static ChangedRow of(Change.Rows rows, Change.RowChange.Updated row) {
        List<ChangedValue> before = rows.read(row.before());
        List<ChangedValue> after = rows.read(row.after());
        List<Named> key = new ArrayList<>();
        List<Named> same = new ArrayList<>();
        List<Changed> changed = new ArrayList<>();
        for (int i = 0; i < Math.min(before.size(), after.size()); i++) {
            String column = rows.column(i);
            Named was = new Named(column, before.get(i));
            if (rows.key().contains(column)) {
                key.add(was);
            }
            if (!before.get(i).equals(after.get(i))) {
                changed.add(new Changed(column, before.get(i), after.get(i)));
            } else if (same.size() < NAMING) {
                same.add(was);
            }
        }
        if (!key.isEmpty() || !same.isEmpty()) {
            return new ChangedRow(key.isEmpty() ? same : key, changed);
        }
        return new ChangedRow(
                before.isEmpty() ? List.of() : List.of(new Named(rows.column(0), before.getFirst())), changed);
    }

    static List<Named> values(Change.Rows rows, List<ChangedValue> values) {
        List<Named> named = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            named.add(new Named(rows.column(i), values.get(i)));
        }
        return named;
    }
}
