package dev.bobbin.emulator.service;

import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells by SQL Server's number, which pyodbc writes into its messages, what is wrong with a statement; numbers as in "Database
 * engine events and errors" of the documentation of SQL Server.
 */
final class DatabaseErrors {

    /** The classes of pyodbc, PEP 249; pandas wraps them in one of the same name. */
    private static final Set<String> CLASSES = Set.of(
            "Error",
            "DatabaseError",
            "DataError",
            "IntegrityError",
            "InterfaceError",
            "InternalError",
            "NotSupportedError",
            "OperationalError",
            "ProgrammingError");

    /** As pyodbc writes it: "… message (208) (SQLExecDirectW)". */
    private static final Pattern NUMBER = Pattern.compile("\\((\\d{3,5})\\)");

    /** From here on the numbers of THROW and RAISERROR begin. */
    private static final int FIRST_OF_USERS = 50_000;

    private static final int BROKEN_RULE = 547;

    private DatabaseErrors() {}

    /** The kind of a database's error; empty when its number tells none, or it is no database's. @param type without its module */
    static String kind(String type, String message) {
        if (!CLASSES.contains(type)) {
            return "";
        }
        Matcher numbers = NUMBER.matcher(message);
        String kind = "";
        while (numbers.find() && kind.isEmpty()) {
            int number = Integer.parseInt(numbers.group(1));
            kind = number == BROKEN_RULE ? rule(message) : kind(number);
        }
        return kind;
    }

    /** Which rule it is the message says; a REFERENCE is a FOREIGN KEY seen from the other table. */
    private static String rule(String message) {
        if (message.contains("CHECK constraint")) {
            return "rule-check";
        }
        if (message.contains("REFERENCE constraint")) {
            return "rule-reference";
        }
        return message.contains("FOREIGN KEY") ? "rule-foreign-key" : "rule";
    }

    private static String kind(int number) {
        return switch (number) {
            case 10928, 10929, 40501, 49918, 49919, 49920 -> "busy";
            case 229, 230, 262, 297, 300, 3906, 15247 -> "permission";
            case 24559 -> "read-only";
            case 911 -> "use";
            case 4060 -> "unknown";
            case 10053, 10054, 10060 -> "dropped";
            case 1205, 1222, 3960, 24556 -> "lock";
            case 208, 2812, 3701, 4902, 15151, 15225 -> "object";
            case 207 -> "column";
            case 102, 103, 105, 156, 170, 319, 10753 -> "syntax";
            case 137 -> "variable";
            case 174, 189, 195, 4121 -> "function";
            case 201, 8144, 8145, 8178 -> "arguments";
            case 107, 209, 4104 -> "alias";
            case 8120, 8121, 147 -> "group";
            case 108 -> "order";
            case 116 -> "one-column";
            case 145 -> "distinct";
            case 4108 -> "window";
            case 4511, 8155 -> "unnamed";
            case 4712 -> "truncate";
            case 8672 -> "merge";
            case 205 -> "union";
            case 109, 110, 120, 121, 213 -> "columns";
            case 512 -> "several";
            case 530 -> "recursion";
            case 2705, 2714, 1913, 1779 -> "exists";
            case 544, 8101, 8102 -> "identity";
            case 271 -> "computed";
            case 8134 -> "zero";
            case 206, 220, 232, 241, 242, 244, 245, 248, 257, 295, 402, 529, 8114, 8115, 8117, 8169, 9803 ->
                "conversion";
            case 8023 -> "no-number";
            case 2628, 8152 -> "length";
            case 515 -> "null";
            case 2601, 2627 -> "duplicate";
            case 3902, 3903, 3930, 266 -> "transaction";
            case 13608, 13609, 13610, 13614 -> "json";
            case 15868, 24574, 24584, 24597, 104467 -> "warehouse";
            case 40510 -> "stand-in";
            default -> number >= FIRST_OF_USERS ? "raised" : "";
        };
    }
}
