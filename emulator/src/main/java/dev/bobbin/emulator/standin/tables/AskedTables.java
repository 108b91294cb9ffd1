package dev.bobbin.emulator.standin.tables;

import java.util.List;
import java.util.Locale;
import java.util.function.Predicate;

/**
 * The tables that a statement may ask for, by their names: only those need be looked at before it runs. A name in a text or
 * a comment counts too. When the text does not tell (catalogs, SQL that is made while it runs), it is all of them.
 */
final class AskedTables implements Predicate<String> {

    private static final List<String> ANY_TABLE = List.of("information_schema", "sys", "exec", "sp_", "object");

    /** Within quotes or brackets these are written twice. */
    private static final String QUOTES = "[]\"'";

    private final String statement;
    private final boolean all;

    /** @param statement empty when there is none */
    AskedTables(String statement) {
        this.statement = statement.toLowerCase(Locale.ROOT);
        this.all = statement.isEmpty() || ANY_TABLE.stream().anyMatch(this.statement::contains);
    }

    @Override
    public boolean test(String table) {
        return all
                || table.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0)
                || statement.contains(table.toLowerCase(Locale.ROOT));
    }
}
