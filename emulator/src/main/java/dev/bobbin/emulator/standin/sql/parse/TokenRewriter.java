package dev.bobbin.emulator.standin.sql.parse;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.antlr.v4.runtime.CommonToken;
import org.antlr.v4.runtime.Token;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;

/**
 * Turns the few forms the grammar does not know into ones it does, token by token, so that text inside literals and
 * comments is never touched: {@code ?}, {@code {CALL p (?)}}, {@code AT TIME ZONE}, TRY_CAST and TRY_CONVERT, {@code NOT ENFORCED}, a procedure
 * call without EXEC, and {@code CREATE TABLE … AS SELECT}.
 */
final class TokenRewriter {

    /**
     * @param tokens what the parser sees
     * @param parameters number of question marks
     * @param createTableAs the tokens of the name in CREATE TABLE … AS; empty when the text is none
     */
    record Result(List<Token> tokens, int parameters, List<Token> createTableAs) {}

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
        TokenRewriter rewriter = new TokenRewriter(visible);
        int as = rewriter.endOfCreateTableAs();
        if (as > 0) {
            rewriter.copy(as);
            return new Result(rewriter.output, rewriter.parameters, List.copyOf(visible.subList(2, as - 1)));
        }
        int start = rewriter.openCall();
        rewriter.copy(start);
        return new Result(rewriter.output, rewriter.parameters, List.of());
    }

    private void copy(int from) {
        for (int i = from; i < input.size(); i++) {
            Token token = input.get(i);
            if (token.getType() == TSQLLexer.BAD && token.getText().equals("?")) {
                parameters++;
                output.add(as(token, TSQLLexer.LOCAL_ID));
            } else if (isWord(i, "TRY_CAST") && type(i + 1) == TSQLLexer.LR_BRACKET) {
                output.add(as(token, TSQLLexer.CAST));
            } else if (isWord(i, "TRY_CONVERT") && type(i + 1) == TSQLLexer.LR_BRACKET) {
                output.add(as(token, TSQLLexer.CONVERT));
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

    /** Where the query of CREATE TABLE … AS begins; 0 when the text is none. */
    private int endOfCreateTableAs() {
        if (type(0) != TSQLLexer.CREATE || type(1) != TSQLLexer.TABLE) {
            return 0;
        }
        for (int i = 3; i < Math.min(input.size() - 1, 9); i++) {
            if (type(i) == TSQLLexer.AS) {
                return i + 1;
            }
            if (type(i) == TSQLLexer.LR_BRACKET) {
                return 0;
            }
        }
        return 0;
    }

    private int type(int index) {
        return index < input.size() ? input.get(index).getType() : Token.EOF;
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
