package dev.bobbin.emulator.standin.sql.transfer;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/** Makes names of columns that a table can have: none empty, none too long, none twice. */
final class ColumnNames {

    /** SQL Server's limit for identifiers. */
    private static final int LONGEST = 128;

    private ColumnNames() {}

    static List<String> usable(List<String> given) {
        Set<String> taken = new HashSet<>();
        List<String> names = new ArrayList<>();
        for (int i = 0; i < given.size(); i++) {
            String plain = given.get(i).strip();
            String base = plain.isEmpty() ? "Column" + (i + 1) : plain.substring(0, Math.min(plain.length(), LONGEST));
            String name = base;
            for (int n = 2; !taken.add(name.toLowerCase(Locale.ROOT)); n++) {
                name = base.substring(0, Math.min(base.length(), LONGEST - 5)) + "_" + n;
            }
            names.add(name);
        }
        return names;
    }
}
