package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.Located;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.BaseErrorListener;
import org.antlr.v4.runtime.CharStreams;
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

    private TsqlParser() {}

    /**
     * @throws SqlError number 102 or 156 for text that is no T-SQL, 40510 for what is T-SQL but cannot be done yet
     */
    public static Script parse(String text) {
        TSQLLexer lexer = new TSQLLexer(CharStreams.fromString(text));
        lexer.removeErrorListeners();
        List<? extends Token> tokens = lexer.getAllTokens();
        TokenRewriter.Result rewritten = TokenRewriter.rewrite(tokens);
        Source source = new Source(text, rewritten.tokens());
        if (rewritten.tokens().isEmpty()) {
            return new Script(List.of(), 0);
        }
        Tsql_fileContext tree = tree(rewritten.tokens(), source, text);
        List<Located> statements = new StatementReader(source).script(tree);
        if (!rewritten.createTableAs().isEmpty()) {
            statements = asTable(rewritten.createTableAs(), source, text, statements);
        }
        return new Script(statements, rewritten.parameters());
    }

    private static List<Located> asTable(List<Token> name, Source source, String text, List<Located> statements) {
        if (statements.size() == 1 && statements.getFirst().statement() instanceof Statement.Select select) {
            Statement create = new Statement.CreateTableAs(QualifiedName.of(name, source), select.query());
            return List.of(new Located(create, statements.getFirst().line(), text));
        }
        throw SqlErrors.notSupported(text);
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

        private SqlError error(@Nullable Token token) {
            if (token == null || token.getType() == Token.EOF) {
                String stripped = text.stripTrailing();
                int blank = stripped.lastIndexOf(' ');
                return near(stripped.substring(blank + 1));
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
