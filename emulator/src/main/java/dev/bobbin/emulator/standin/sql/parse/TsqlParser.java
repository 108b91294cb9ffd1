package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ANTLRInputStream;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.ListTokenSource;
import org.antlr.v4.runtime.RecognitionException;
import org.antlr.v4.runtime.Recognizer;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.antlr.v4.runtime.misc.ParseCancellationException;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Tsql_fileContext;

/** Parses T-SQL. The grammar is pgCodeKeeper's; its trees end here. Safe for use by several threads. */
public final class TsqlParser {

    /** Words SQL Server calls keywords when they are in the wrong place (the reserved ones an analyst meets). */
    private static final Set<String> KEYWORDS = Set.of(
            "SELECT",
            "FROM",
            "WHERE",
            "GROUP",
            "ORDER",
            "BY",
            "HAVING",
            "INSERT",
            "INTO",
            "VALUES",
            "UPDATE",
            "SET",
            "DELETE",
            "AND",
            "OR",
            "NOT",
            "NULL",
            "IN",
            "LIKE",
            "BETWEEN",
            "IS",
            "JOIN",
            "INNER",
            "LEFT",
            "RIGHT",
            "FULL",
            "OUTER",
            "CROSS",
            "ON",
            "AS",
            "DISTINCT",
            "TOP",
            "UNION",
            "ALL",
            "EXCEPT",
            "INTERSECT",
            "CASE",
            "WHEN",
            "THEN",
            "ELSE",
            "END",
            "CREATE",
            "ALTER",
            "DROP",
            "TABLE",
            "VIEW",
            "PROCEDURE",
            "FUNCTION",
            "INDEX",
            "PRIMARY",
            "KEY",
            "FOREIGN",
            "REFERENCES",
            "UNIQUE",
            "CHECK",
            "DEFAULT",
            "CONSTRAINT",
            "BEGIN",
            "COMMIT",
            "ROLLBACK",
            "TRANSACTION",
            "TRAN",
            "IF",
            "WHILE",
            "DECLARE",
            "EXEC",
            "EXECUTE",
            "RETURN",
            "WITH",
            "MERGE",
            "USING",
            "EXISTS",
            "DESC",
            "ASC",
            "FOR",
            "OF",
            "TO",
            "USE",
            "GO",
            "COLUMN",
            "ADD",
            "TRUNCATE",
            "OVER");

    /** T-SQL that the grammar does not know. */
    private static final Pattern UNREAD = Pattern.compile(
            "\\bCOPY\\s+INTO\\s+\\S+|\\bFOR\\s+TIMESTAMP\\s+AS\\s+OF\\b|\\bFOR\\s+SYSTEM_TIME\\b"
                    + "|\\bWINDOW\\s+\\w+\\s+AS\\s*\\(",
            Pattern.CASE_INSENSITIVE);

    private TsqlParser() {}

    private static final int REMEMBERED = 1000;
    private static final Map<String, Script> KNOWN = new ConcurrentHashMap<>();

    /**
     * Parses a batch; texts parsed lately are remembered.
     *
     * @throws SqlError number 102 or 156 for text that is no T-SQL, 40510 for what is T-SQL but cannot be done yet
     */
    public static Script parse(String text) {
        Script known = KNOWN.get(text);
        if (known == null) {
            known = read(text);
            if (KNOWN.size() > REMEMBERED) {
                KNOWN.clear();
            }
            KNOWN.put(text, known);
        }
        return known;
    }

    private static Script read(String text) {
        TokenRewriter.Result rewritten = TokenRewriter.rewrite(tokens(text));
        Source source = new Source(text, rewritten.tokens());
        if (rewritten.tokens().isEmpty()) {
            return new Script(List.of(), 0);
        }
        for (Token token : rewritten.tokens()) {
            if (token.getType() == TSQLLexer.GO) {
                throw SqlErrors.syntaxNear(source.raw(token)).at(token.getLine());
            }
        }
        Tsql_fileContext tree = tree(rewritten.tokens(), source, text);
        return new Script(new StatementReader(source).script(tree), rewritten.parameters());
    }

    /** The stream counts as Java does; the newer ones count code points, and places in the text would be off behind an emoji. */
    @SuppressWarnings("deprecation")
    private static List<? extends Token> tokens(String text) {
        TSQLLexer lexer = new TSQLLexer(new ANTLRInputStream(text));
        lexer.removeErrorListeners();
        return lexer.getAllTokens();
    }

    /** The batches of a script: what stands between lines with nothing but the word GO. */
    public static List<String> batches(String script) {
        List<String> batches = new ArrayList<>();
        int from = 0;
        for (Token token : tokens(script)) {
            if (token.getType() == TSQLLexer.GO && alone(script, token)) {
                batches.add(script.substring(from, token.getStartIndex()));
                from = token.getStopIndex() + 1;
            }
        }
        batches.add(script.substring(from));
        return batches.stream().filter(batch -> !batch.isBlank()).toList();
    }

    private static boolean alone(String script, Token token) {
        int start = script.lastIndexOf('\n', token.getStartIndex() - 1) + 1;
        int end = script.indexOf('\n', token.getStopIndex());
        String line = script.substring(start, end < 0 ? script.length() : end);
        return line.strip().equalsIgnoreCase("GO");
    }

    /** The fast prediction mode decides nearly everything; what it cannot decide is parsed once more in full. */
    private static Tsql_fileContext tree(List<Token> tokens, Source source, String text) {
        try {
            TSQLParser parser = parser(tokens, PredictionMode.SLL);
            parser.setErrorHandler(new BailErrorStrategy());
            return parser.tsql_file();
        } catch (ParseCancellationException undecided) {
            TSQLParser parser = parser(tokens, PredictionMode.LL);
            parser.addErrorListener(new Complaint(source, text));
            return parser.tsql_file();
        }
    }

    private static TSQLParser parser(List<Token> tokens, PredictionMode mode) {
        TSQLParser parser = new TSQLParser(new CommonTokenStream(new ListTokenSource(tokens)));
        parser.removeErrorListeners();
        parser.getInterpreter().setPredictionMode(mode);
        return parser;
    }

    /** Turns the first complaint of the parser into the error SQL Server would give. */
    private static final class Complaint extends BaseErrorListener {

        private final Source source;
        private final String text;

        Complaint(Source source, String text) {
            this.source = source;
            this.text = text;
        }

        @Override
        public void syntaxError(
                Recognizer<?, ?> recognizer,
                @Nullable Object symbol,
                int line,
                int column,
                String message,
                @Nullable RecognitionException cause) {
            throw error(symbol instanceof Token token ? token : null).at(Math.max(line, 1));
        }

        /** CREATE PROCEDURE and the like, when something stands before them. */
        private @Nullable SqlError notFirst(Token token) {
            String word = source.raw(token).toUpperCase(Locale.ROOT);
            String before =
                    text.substring(0, token.getStartIndex()).stripTrailing().toUpperCase(Locale.ROOT);
            boolean definition = before.endsWith("CREATE") || before.endsWith("ALTER");
            String what =
                    switch (word) {
                        case "PROC", "PROCEDURE" -> "CREATE/ALTER PROCEDURE";
                        case "VIEW", "FUNCTION", "TRIGGER", "SCHEMA" -> "CREATE " + word;
                        default -> "";
                    };
            return definition && !what.isEmpty()
                    ? new SqlError(111, "42000", "'" + what + "' must be the first statement in a query batch.", 15, 1)
                    : null;
        }

        private SqlError error(@Nullable Token token) {
            if (token == null || token.getType() == Token.EOF) {
                return near(source.lastWord());
            }
            SqlError notFirst = notFirst(token);
            if (notFirst != null) {
                return notFirst;
            }
            Matcher unread = UNREAD.matcher(text);
            if (unread.find()) {
                throw SqlErrors.notSupported(unread.group());
            }
            String near = source.raw(token);
            if (near.equals("'") || near.equals("\"")) {
                return SqlErrors.unclosedQuote(text.substring(token.getStopIndex() + 1));
            }
            return near(near);
        }

        private static SqlError near(String word) {
            String upper = word.toUpperCase(Locale.ROOT);
            return KEYWORDS.contains(upper) ? SqlErrors.keywordSyntaxNear(word) : SqlErrors.syntaxNear(word);
        }
    }
}
