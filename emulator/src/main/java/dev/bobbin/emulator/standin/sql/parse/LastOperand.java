package dev.bobbin.emulator.standin.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;

/**
 * {@code (SELECT …) UNION (SELECT …) ORDER BY …}: the grammar knows an order only behind a bare last operand, so that brackets which
 * change nothing are left out.
 */
final class LastOperand {

    private static final Set<Integer> OPERATORS = Set.of(TSQLLexer.UNION, TSQLLexer.EXCEPT, TSQLLexer.INTERSECT);

    private LastOperand() {}

    /** The tokens without the brackets around a last operand that an order follows. */
    static List<? extends Token> bare(List<? extends Token> tokens) {
        List<Token> kept = new ArrayList<>(tokens);
        for (int i = 1; i < kept.size(); i++) {
            if (kept.get(i).getType() == TSQLLexer.ORDER && kept.get(i - 1).getType() == TSQLLexer.RR_BRACKET) {
                int open = opening(kept, i - 1);
                if (open > 0 && isOperand(kept, open, i - 1)) {
                    kept.remove(i - 1);
                    kept.remove(open);
                    i -= 2;
                }
            }
        }
        return kept;
    }

    /** Where the bracket opens that closes there; -1 when it does not. */
    private static int opening(List<Token> tokens, int close) {
        int depth = 0;
        for (int i = close; i >= 0; i--) {
            int type = tokens.get(i).getType();
            depth += type == TSQLLexer.RR_BRACKET ? 1 : type == TSQLLexer.LR_BRACKET ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    /** Whether the brackets hold one plain SELECT behind a set operator. */
    private static boolean isOperand(List<Token> tokens, int open, int close) {
        boolean all = tokens.get(open - 1).getType() == TSQLLexer.ALL;
        int operator = tokens.get(Math.max(0, all ? open - 2 : open - 1)).getType();
        if (!OPERATORS.contains(operator) || tokens.get(open + 1).getType() != TSQLLexer.SELECT) {
            return false;
        }
        int depth = 0;
        for (int i = open + 1; i < close; i++) {
            int type = tokens.get(i).getType();
            depth += type == TSQLLexer.LR_BRACKET ? 1 : type == TSQLLexer.RR_BRACKET ? -1 : 0;
            boolean orders = type == TSQLLexer.ORDER || type == TSQLLexer.TOP || OPERATORS.contains(type);
            if (depth == 0 && orders) {
                return false;
            }
        }
        return true;
    }
}
