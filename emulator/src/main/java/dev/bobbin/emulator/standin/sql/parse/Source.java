package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.Expression.Literal;
import dev.bobbin.emulator.standin.sql.syntax.Expression.LiteralKind;
import dev.bobbin.emulator.standin.sql.syntax.ObjectName;
import dev.bobbin.emulator.standin.sql.syntax.TypeRef;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLLexer;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Data_typeContext;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Full_column_nameContext;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.IdContext;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Name_list_in_bracketsContext;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.Qualified_nameContext;

/** The text that was parsed: answers names, literals and quotations as they were written. */
final class Source {

    private static final Pattern NOT_ENFORCED = Pattern.compile("\\s*NOT\\s+ENFORCED\\b", Pattern.CASE_INSENSITIVE);

    private final String text;
    private final List<Token> tokens;
    private final Map<Integer, Integer> parameterAtOffset = new HashMap<>();

    Source(String text, List<Token> tokens) {
        this.text = text;
        this.tokens = tokens;
        for (Token token : tokens) {
            if (raw(token).equals("?")) {
                parameterAtOffset.put(token.getStartIndex(), parameterAtOffset.size() + 1);
            }
        }
    }

    /** The last word of the text, or the last sign. */
    String lastWord() {
        return tokens.isEmpty() ? "" : raw(tokens.getLast());
    }

    String raw(Token token) {
        int from = token.getStartIndex();
        int to = token.getStopIndex() + 1;
        return from < 0 || to <= from || to > text.length() ? "" : text.substring(from, to);
    }

    /** What was written, from the first to the last character of the construct. */
    String raw(ParserRuleContext context) {
        Token last = context.getStop() == null ? context.getStart() : context.getStop();
        return text.substring(context.getStart().getStartIndex(), last.getStopIndex() + 1);
    }

    /** The words of a construct in upper case, with a blank between them. */
    String words(ParserRuleContext context) {
        List<String> words = new ArrayList<>();
        collect(context, words);
        return String.join(" ", words).toUpperCase(Locale.ROOT);
    }

    private void collect(ParseTree tree, List<String> words) {
        if (tree instanceof TerminalNode leaf) {
            words.add(raw(leaf.getSymbol()));
        }
        for (int i = 0; i < tree.getChildCount(); i++) {
            collect(tree.getChild(i), words);
        }
    }

    /** Whether the next sign after the construct is a semicolon. */
    boolean endsWithSemicolon(ParserRuleContext context) {
        int end = context.getStop().getStopIndex();
        return tokens.stream()
                .filter(token -> token.getStartIndex() > end)
                .findFirst()
                .map(token -> token.getType() == TSQLLexer.SEMI)
                .orElse(false);
    }

    /** Whether NOT ENFORCED follows the construct: the parser does not see it. */
    boolean notEnforced(ParserRuleContext context) {
        Matcher words = NOT_ENFORCED.matcher(text);
        return words.region(context.getStop().getStopIndex() + 1, text.length()).lookingAt();
    }

    /** From the first character of one to the last of the text's construct that ends at the other. */
    String raw(ParserRuleContext first, ParserRuleContext last) {
        return text.substring(first.getStart().getStartIndex(), last.getStop().getStopIndex() + 1);
    }

    String name(IdContext id) {
        return unquote(raw(id));
    }

    @Nullable
    String nameOrNull(@Nullable IdContext id) {
        return id == null ? null : name(id);
    }

    String name(Token token) {
        return unquote(raw(token));
    }

    private static String unquote(String written) {
        if (written.startsWith("[")) {
            return written.substring(1, written.length() - 1).replace("]]", "]");
        }
        if (written.startsWith("\"")) {
            return written.substring(1, written.length() - 1).replace("\"\"", "\"");
        }
        return written;
    }

    ObjectName name(Qualified_nameContext context) {
        List<String> parts = new ArrayList<>();
        boolean expectName = true;
        for (int i = 0; i < context.getChildCount(); i++) {
            ParseTree child = context.getChild(i);
            if (child instanceof IdContext id) {
                parts.add(name(id));
                expectName = false;
            } else {
                if (expectName) {
                    parts.add("");
                }
                expectName = true;
            }
        }
        int size = parts.size();
        return new ObjectName(part(parts, size - 3), part(parts, size - 2), parts.get(size - 1));
    }

    private static @Nullable String part(List<String> parts, int index) {
        return index < 0 || parts.get(index).isEmpty() ? null : parts.get(index);
    }

    /** A table's name, or {@code @t}. */
    ObjectName name(@Nullable Qualified_nameContext name, @Nullable TerminalNode variable) {
        return name == null ? ObjectName.of(variable == null ? "" : raw(variable.getSymbol())) : name(name);
    }

    Expression.Column column(Full_column_nameContext context) {
        ObjectName qualifier = context.qualified_name() == null ? null : name(context.qualified_name());
        return new Expression.Column(qualifier, name(context.id()));
    }

    List<String> names(@Nullable Name_list_in_bracketsContext context) {
        return context == null
                ? List.of()
                : context.id().stream().map(this::name).toList();
    }

    TypeRef type(Data_typeContext context) {
        Integer size = null;
        Integer scale = null;
        if (context.size != null) {
            size = context.size.MAX() != null
                    ? Integer.valueOf(TypeRef.MAX)
                    : Integer.valueOf(raw(context.size.presicion));
            scale = context.size.scale == null ? null : Integer.valueOf(raw(context.size.scale));
        }
        if (context.qualified_name() != null) {
            return new TypeRef(name(context.qualified_name()).name(), size, scale);
        }
        if (context.DOUBLE() != null) {
            return new TypeRef("float", null, null);
        }
        boolean national = context.NATIONAL() != null || context.NCHAR() != null;
        boolean varying = context.VARYING() != null;
        return new TypeRef((national ? "n" : "") + (varying ? "varchar" : "char"), size, scale);
    }

    /** The text of a string literal, without prefix and quotes. */
    static String string(String written) {
        String body = written.startsWith("N") || written.startsWith("n") ? written.substring(1) : written;
        return body.substring(1, body.length() - 1).replace("''", "'");
    }

    Literal stringLiteral(Token token) {
        String written = raw(token);
        boolean national = written.startsWith("N") || written.startsWith("n");
        return new Literal(national ? LiteralKind.NATIONAL_STRING : LiteralKind.STRING, string(written));
    }

    Expression variable(Token token) {
        String written = raw(token);
        Integer parameter = parameterAtOffset.get(token.getStartIndex());
        return parameter == null ? new Expression.Variable(written) : new Expression.Parameter(parameter);
    }

    static Literal number(String written) {
        String upper = written.toUpperCase(Locale.ROOT);
        if (upper.contains("E")) {
            return new Literal(LiteralKind.FLOAT, written);
        }
        return new Literal(written.contains(".") ? LiteralKind.DECIMAL : LiteralKind.INTEGER, written);
    }
}
