package dev.bobbin.emulator.standin.sql.browse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A step in which SQLite carries out a statement.
 *
 * @param depth how many steps it is part of
 * @param subject the table; empty for a step that is about none
 * @param index the index that is used; empty for none
 * @param condition what is looked for there, such as {@code Region=? AND Day>?}; for {@link Kind#SORT} and
 *     {@link Kind#OTHER} SQLite's own words
 */
public record PlanStep(int depth, Kind kind, String subject, String index, String condition) {

    /** What a step does. Source: SQLite, "EXPLAIN QUERY PLAN", sections 1.1 to 1.5. */
    public enum Kind {
        /** Reads every row. */
        EVERY_ROW,
        /** Reads every row in the order of an index, or an index instead of the table. */
        WHOLE_INDEX,
        /** Finds rows by an index. */
        BY_INDEX,
        /** Finds rows by the table's key. */
        BY_KEY,
        /** Makes an index for this statement only, and finds rows by that. */
        OWN_INDEX,
        /** Sorts rows. */
        SORT,
        /** Anything else. */
        OTHER
    }

    private static final Pattern SCAN = Pattern.compile("SCAN (.+?)(?: USING (?:COVERING )?INDEX (.+))?");
    private static final Pattern SEARCH = Pattern.compile(
            "SEARCH (.+?) USING (AUTOMATIC )?(?:PARTIAL )?(?:COVERING )?(?:INDEX|(INTEGER )?(PRIMARY KEY))(?: ([^(]+?))?"
                    + "(?: \\((.*)\\))?(?: LEFT-JOIN)?");
    private static final Pattern SORT = Pattern.compile("USE TEMP B-TREE FOR (.+)");

    /** The index SQLite makes by itself for a key. */
    private static final String OF_KEY = "sqlite_autoindex_";

    PlanStep about(String table) {
        return new PlanStep(depth, kind, table, index, condition);
    }

    /** @param words as {@code EXPLAIN QUERY PLAN} words it */
    static PlanStep of(int depth, String words) {
        Matcher sort = SORT.matcher(words);
        if (sort.matches()) {
            return new PlanStep(depth, Kind.SORT, "", "", sort.group(1));
        }
        Matcher search = SEARCH.matcher(words);
        if (search.matches()) {
            String index = search.group(5) == null ? "" : search.group(5);
            String condition = search.group(6) == null ? "" : search.group(6);
            boolean key = search.group(4) != null || index.startsWith(OF_KEY);
            Kind kind = search.group(2) != null ? Kind.OWN_INDEX : key ? Kind.BY_KEY : Kind.BY_INDEX;
            return new PlanStep(depth, kind, search.group(1), index, condition);
        }
        Matcher scan = SCAN.matcher(words);
        if (scan.matches() && !words.contains("VIRTUAL TABLE") && !words.contains("CONSTANT ROW")) {
            return scan.group(2) == null
                    ? new PlanStep(depth, Kind.EVERY_ROW, scan.group(1), "", "")
                    : new PlanStep(depth, Kind.WHOLE_INDEX, scan.group(1), scan.group(2), "");
        }
        return new PlanStep(depth, Kind.OTHER, "", "", words);
    }
}
