package dev.bobbin.emulator.standin.sql.batch;

import dev.bobbin.emulator.standin.sql.SqlError;
import java.util.Set;

/** How much an error ends when no TRY catches it and XACT_ABORT is off ("Error handling in SQL Server"). */
enum ErrorScope {
    /** The batch goes on with the next statement. */
    STATEMENT,
    /** The batch ends; the transaction stays open. */
    BATCH,
    /** The batch ends and the transaction is rolled back: above all conversions that fail. */
    TRANSACTION;

    private static final Set<Integer> STATEMENT_ERRORS = Set.of(
            201, 220, 232, 512, 515, 535, 536, 537, 544, 545, 547, 2601, 2627, 2628, 2812, 3701, 3902, 3903, 6401, 8101,
            8115, 8134, 8144, 8145, 8146, 8152, 8672, 8178, 3623, 517, 15335, 16915, 16916, 16917);

    private static final Set<Integer> TRANSACTION_ERRORS =
            Set.of(235, 241, 242, 244, 245, 248, 293, 295, 296, 8114, 8169);

    /** What is found when a statement is compiled; TRY catches it only from a level below. */
    private static final Set<Integer> COMPILE_ERRORS = Set.of(
            102, 104, 105, 107, 108, 109, 110, 111, 116, 120, 121, 130, 134, 137, 139, 141, 145, 147, 156, 170, 174,
            189, 195, 205, 206, 207, 208, 209, 213, 243, 257, 264, 402, 408, 4104, 4121, 8117, 8120, 8121, 8127, 8155,
            8156, 8158, 8159, 1033, 1062, 1087, 2715, 4108, 4112, 5362, 10704, 10709, 10713, 10760);

    static ErrorScope of(SqlError error) {
        if (error.endsStatementOnly() || STATEMENT_ERRORS.contains(error.number())) {
            return STATEMENT;
        }
        return TRANSACTION_ERRORS.contains(error.number()) ? TRANSACTION : BATCH;
    }

    /** True for an error of compiling a statement that stands in the TRY itself. */
    static boolean missedByTry(SqlError error, int depth) {
        return COMPILE_ERRORS.contains(error.number()) && error.depth() == depth;
    }
}
