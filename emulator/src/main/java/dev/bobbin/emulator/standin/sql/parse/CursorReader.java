package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Statement;
import dev.bobbin.emulator.standin.sql.syntax.Statement.*;
import java.util.List;
import java.util.Locale;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads what is said about cursors out of the parser's tree. */
final class CursorReader {

    private final Source source;
    private final QueryReader queries;

    CursorReader(Source source, QueryReader queries) {
        this.source = source;
        this.queries = queries;
    }

    Statement read(Cursor_statementContext context) {
        String name = source.raw(context.cursor_name()).toLowerCase(Locale.ROOT);
        if (context.DECLARE() != null) {
            if (context.cursor_common().UPDATE() != null) {
                return new Unsupported();
            }
            return new DeclareCursor(name, queries.read(context.cursor_common().select_statement()));
        }
        if (context.OPEN() != null) {
            return new OpenCursor(name);
        }
        if (context.FETCH() == null) {
            return new CloseCursor(name, context.DEALLOCATE() != null);
        }
        List<String> variables = context.LOCAL_ID().stream()
                .map(each -> source.raw(each.getSymbol()))
                .toList();
        Expression count =
                context.expression() == null ? null : queries.expressions().read(context.expression());
        return new FetchCursor(name, kind(context), count, variables);
    }

    private static FetchKind kind(Cursor_statementContext context) {
        if (context.PRIOR() != null) {
            return FetchKind.PRIOR;
        }
        if (context.FIRST() != null) {
            return FetchKind.FIRST;
        }
        if (context.LAST() != null) {
            return FetchKind.LAST;
        }
        if (context.ABSOLUTE() != null) {
            return FetchKind.ABSOLUTE;
        }
        return context.RELATIVE() != null ? FetchKind.RELATIVE : FetchKind.NEXT;
    }
}
