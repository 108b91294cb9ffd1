package dev.bobbin.emulator.standin.sql.parse;

import java.util.ArrayList;
import java.util.List;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;

/**
 * JSON_ARRAYAGG and JSON_OBJECTAGG, which the grammar does not know: it sees a STRING_AGG of the value and NULL, or of key and value,
 * with the order behind it. The text keeps their names, and what they say of NULLs.
 */
final class JsonAggregates {

    static final String ARRAY = "JSON_ARRAYAGG";
    static final String OBJECT = "JSON_OBJECTAGG";

    private final List<? extends Token> input;
    private final List<Token> output = new ArrayList<>();

    private JsonAggregates(List<? extends Token> input) {
        this.input = input;
    }

    /** The tokens with such calls as ones of STRING_AGG. */
    static List<? extends Token> asStringAgg(List<? extends Token> tokens) {
        JsonAggregates aggregates = new JsonAggregates(tokens);
        aggregates.copy(0, tokens.size());
        return aggregates.output;
    }

    private void copy(int from, int to) {
        for (int i = from; i < to; i++) {
            boolean array = isWord(i, ARRAY);
            int close = (array || isWord(i, OBJECT)) && type(i + 1) == TSQLLexer.LR_BRACKET ? closing(i + 1) : -1;
            if (close < 0) {
                output.add(input.get(i));
            } else {
                call(i, close, array);
                i = close;
            }
        }
    }

    private void call(int start, int close, boolean array) {
        Token end = input.get(close);
        int nulls = nullClause(start + 2, close);
        int order = outside(start + 2, nulls, TSQLLexer.ORDER);
        int colon = array ? -1 : outside(start + 2, order, TSQLLexer.COLON);
        output.add(as(input.get(start), TSQLLexer.STRING_AGG));
        output.add(input.get(start + 1));
        if (colon >= 0 && colon < order) {
            copy(start + 2, colon);
            output.add(as(input.get(colon), TSQLLexer.COMMA));
            copy(colon + 1, order);
        } else {
            copy(start + 2, order);
        }
        if (array) {
            output.add(as(end, TSQLLexer.COMMA));
            output.add(as(end, TSQLLexer.NULL));
        }
        output.add(end);
        if (order < nulls) {
            output.add(as(end, TSQLLexer.WITHIN_GROUP));
            output.add(as(end, TSQLLexer.LR_BRACKET));
            copy(order, nulls);
            output.add(end);
        }
    }

    /** Where {@code NULL ON NULL} or {@code ABSENT ON NULL}, or RETURNING begins; the end when there is none. */
    private int nullClause(int from, int end) {
        int last = isWord(end - 2, "RETURNING") ? end - 2 : end;
        return last - 3 >= from && isWord(last - 2, "ON") && isWord(last - 1, "NULL") ? last - 3 : last;
    }

    /** Where a token stands outside of inner brackets; the end when it does not. */
    private int outside(int from, int end, int wanted) {
        int depth = 0;
        for (int i = from; i < end; i++) {
            depth += type(i) == TSQLLexer.LR_BRACKET ? 1 : type(i) == TSQLLexer.RR_BRACKET ? -1 : 0;
            if (depth == 0 && type(i) == wanted) {
                return i;
            }
        }
        return end;
    }

    /** The bracket that closes the one there; -1 when none does. */
    private int closing(int open) {
        int depth = 0;
        for (int i = open; i < input.size(); i++) {
            depth += type(i) == TSQLLexer.LR_BRACKET ? 1 : type(i) == TSQLLexer.RR_BRACKET ? -1 : 0;
            if (depth == 0) {
                return i;
            }
        }
        return -1;
    }

    private int type(int index) {
        return index < input.size() ? input.get(index).getType() : Token.EOF;
    }

    private boolean isWord(int index, String word) {
        return index >= 0 && index < input.size() && input.get(index).getText().equalsIgnoreCase(word);
    }

    private static Token as(Token original, int type) {
        CommonToken token = new CommonToken(original);
        token.setType(type);
        return token;
    }
}
