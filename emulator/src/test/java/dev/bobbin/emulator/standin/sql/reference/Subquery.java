package dev.bobbin.emulator.standin.sql.reference;

import java.util.ArrayList;
import java.util.List;

/** A query of one column over the second table under the alias s; its condition may read the row around it. */
record Subquery(Tables tables, Term value, Condition where) {

    /** What is written behind the select list. */
    String rest() {
        return " FROM " + Tables.SECOND + " AS s WHERE " + where.sql();
    }

    List<Object> values(Row outer) {
        List<Object> values = new ArrayList<>();
        for (Row row : tables.second("s")) {
            Row both = outer.with(row);
            if (Boolean.TRUE.equals(where.holds(both))) {
                values.add(value.value(both));
            }
        }
        return values;
    }
}
