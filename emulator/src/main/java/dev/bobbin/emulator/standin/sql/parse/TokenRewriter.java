package dev.bobbin.emulator.standin.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;

/**
 * Turns the few forms the grammar does not know into ones it does, token by token, so that text inside literals and
 * comments is never touched: {@code ?}, {@code {CALL p (?)}}, {@code AT TIME ZONE}, TRY_CAST, TRY_CONVERT and TRY_PARSE, {@code NOT
 * ENFORCED}, {@code OPTION (LABEL = …)}, {@code ||}, CURRENT_DATE, REGEXP_LIKE, the role PUBLIC, RESPECT and IGNORE NULLS, JSON_ARRAYAGG and JSON_OBJECTAGG, a procedure call without EXEC, and {@code CREATE TABLE … AS SELECT}.
 */
final class TokenRewriter {

    /**
     * @param tokens what the parser sees
     * @param parameters number of question marks
     */
    record Result(List<Token> tokens, int parameters) {}

    private final List<? extends Token> input;
    private final List<Token> output = new ArrayList<>();
    private int parameters;

    private TokenRewriter(List<? extends Token> input) {
        this.input = input;
    }

    static Result rewrite(List<? extends Token> tokens) {
        List<? extends Token> visible = tokens.stream()
                .filter(token -> token.getChannel() == Token.DEFAULT_CHANNEL)
                .toList();
        TokenRewriter rewriter = new TokenRewriter(JsonAggregates.asStringAgg(LastOperand.bare(visible)));
        rewriter.copy(rewriter.openCall());
        return new Result(rewriter.output, rewriter.parameters);
    }

    private void copy(int from) {
        for (int i = from; i < input.size(); i++) {
            Token token = input.get(i);
            if (token.getType() == TSQLLexer.BAD && token.getText().equals("?")) {
                parameters++;
                output.add(as(token, TSQLLexer.LOCAL_ID));
            } else if (isWord(i, "TRY_CAST") && type(i + 1) == TSQLLexer.LR_BRACKET) {
                output.add(as(token, TSQLLexer.CAST));
            } else if (isWord(i, "TRY_PARSE") && type(i + 1) == TSQLLexer.LR_BRACKET) {
                output.add(as(token, TSQLLexer.PARSE));
            } else if (isWord(i, "TRIM") && type(i + 1) == TSQLLexer.LR_BRACKET && isSide(i + 2)) {
                output.add(token);
                output.add(input.get(i + 1));
                i += 2;
            } else if (isWord(i, "OPTION") && isWord(i + 2, "LABEL") && type(i + 5) == TSQLLexer.RR_BRACKET) {
                i += 5;
            } else if (token.getType() == TSQLLexer.PUBLIC
                    && (type(i - 1) == TSQLLexer.TO || type(i - 1) == TSQLLexer.FROM)) {
                output.add(as(token, TSQLLexer.ID));
            } else if (isJoin(i)) {
                CommonToken join = new CommonToken(token);
                join.setType(TSQLLexer.PLUS);
                join.setStopIndex(input.get(i + 1).getStopIndex());
                output.add(join);
                i++;
            } else if (isWord(i, "CURRENT_DATE") && type(i + 1) != TSQLLexer.LR_BRACKET) {
                output.addAll(List.of(token, as(token, TSQLLexer.LR_BRACKET), as(token, TSQLLexer.RR_BRACKET)));
            } else if ((isWord(i, "RESPECT") || isWord(i, "IGNORE"))
                    && isWord(i + 1, "NULLS")
                    && type(i + 2) == TSQLLexer.OVER) {
                CommonToken over = new CommonToken(input.get(i + 2));
                over.setStartIndex(token.getStartIndex());
                output.add(over);
                i += 2;
            } else if (token.getType() == TSQLLexer.RR_BRACKET && closesCondition(i)) {
                output.add(token);
                output.addAll(List.of(as(token, TSQLLexer.IS), as(token, TSQLLexer.NOT), as(token, TSQLLexer.NULL)));
            } else if (isWord(i, "TRY_CONVERT") && type(i + 1) == TSQLLexer.LR_BRACKET) {
                output.add(as(token, TSQLLexer.CONVERT));
            } else if (token.getType() == TSQLLexer.CREATE && createTableAs(i) > 0) {
                i = insertInto(i);
            } else if (token.getType() == TSQLLexer.NOT && isWord(i + 1, "ENFORCED")) {
                i++;
            } else if (isWord(i, "AT") && isWord(i + 1, "TIME") && isWord(i + 2, "ZONE") && type(i + 3) != Token.EOF) {
                output.add(as(token, TSQLLexer.COLLATE));
                output.add(as(input.get(i + 3), TSQLLexer.SQUARE_BRACKET_ID));
                i += 3;
            } else {
                output.add(token);
            }
        }
    }

    /** Whether {@code ||} begins here. */
    private boolean isJoin(int index) {
        return type(index) == TSQLLexer.BIT_OR
                && type(index + 1) == TSQLLexer.BIT_OR
                && input.get(index + 1).getStartIndex() == input.get(index).getStopIndex() + 1;
    }

    /** Whether a bracket is the end of a function that is a condition. */
    private boolean closesCondition(int index) {
        int depth = 0;
        for (int i = index; i > 0; i--) {
            depth += type(i) == TSQLLexer.RR_BRACKET ? 1 : type(i) == TSQLLexer.LR_BRACKET ? -1 : 0;
            if (depth == 0) {
                return isWord(i - 1, ConditionReader.BY_ITSELF);
            }
        }
        return false;
    }

    /** LEADING, TRAILING and BOTH of TRIM, when an expression follows. */
    private boolean isSide(int index) {
        return (isWord(index, "LEADING") || isWord(index, "TRAILING") || isWord(index, "BOTH"))
                && type(index + 1) != TSQLLexer.FROM
                && type(index + 1) != TSQLLexer.COMMA
                && type(index + 1) != TSQLLexer.RR_BRACKET;
    }

    /** Handles what a statement may begin with; answers where the rest starts. */
    private int openCall() {
        int start = 0;
        while (type(start) == TSQLLexer.SEMI) {
            start++;
        }
        if (type(start) == TSQLLexer.LEFT_FIGURE_PAREN && isWord(start + 1, "CALL")) {
            output.add(as(input.get(start), TSQLLexer.EXECUTE));
            int i = start + 2;
            boolean brackets = false;
            for (; i < input.size() && type(i) != TSQLLexer.RIGHT_FIGURE_PAREN; i++) {
                Token token = input.get(i);
                if (type(i) == TSQLLexer.LR_BRACKET && !brackets) {
                    brackets = true;
                } else if (token.getType() == TSQLLexer.BAD && token.getText().equals("?")) {
                    parameters++;
                    output.add(as(token, TSQLLexer.LOCAL_ID));
                } else if (type(i) != TSQLLexer.RR_BRACKET) {
                    output.add(token);
                }
            }
            return i + 1;
        }
        if (type(start) == TSQLLexer.ID || type(start) == TSQLLexer.SQUARE_BRACKET_ID) {
            output.add(as(input.get(start), TSQLLexer.EXECUTE));
        }
        return start;
    }

    /** Where the AS of CREATE TABLE … AS stands; 0 when the statement is none. */
    private int createTableAs(int start) {
        if (type(start + 1) != TSQLLexer.TABLE) {
            return 0;
        }
        for (int i = start + 3; i < start + 8; i++) {
            if (type(i) == TSQLLexer.AS) {
                return i;
            }
            if (type(i) == TSQLLexer.LR_BRACKET) {
                return 0;
            }
        }
        return 0;
    }

    /**
     * The grammar sees INSERT INTO … SELECT, or INSERT INTO … EXECUTE for AS CLONE OF; the reader knows them by the word they were
     * written with. Answers the last token that was dealt with.
     */
    private int insertInto(int start) {
        int as = createTableAs(start);
        output.add(as(input.get(start), TSQLLexer.INSERT));
        output.add(as(input.get(start + 1), TSQLLexer.INTO));
        for (int i = start + 2; i < as; i++) {
            output.add(input.get(i));
        }
        if (isWord(as + 1, "CLONE") && isWord(as + 2, "OF")) {
            output.add(as(input.get(as + 1), TSQLLexer.EXECUTE));
            return as + 2;
        }
        return as;
    }

    private int type(int index) {
        return index >= 0 && index < input.size() ? input.get(index).getType() : Token.EOF;
    }

    private boolean isWord(int index, String word) {
        return index < input.size()
                && input.get(index).getText().toUpperCase(Locale.ROOT).equals(word);
    }

    private static Token as(Token original, int type) {
        CommonToken token = new CommonToken(original);
        token.setType(type);
        return token;
    }
}
