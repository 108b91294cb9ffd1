package dev.bobbin.emulator.standin.sql.parse;

import dev.bobbin.emulator.standin.sql.SqlErrors;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForJson;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForXml;
import dev.bobbin.emulator.standin.sql.syntax.TypeRef;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.antlr.v4.runtime.tree.TerminalNode;
import org.jspecify.annotations.Nullable;
import org.pgcodekeeper.core.parsers.antlr.ms.generated.TSQLParser.*;

/** Reads FOR JSON, FOR XML, and {@code value()} of the XML that a query makes. */
final class DocumentReader {

    /** The element of a row whose name is not told. */
    private static final String ROW = "row";

    /** The name around the document when ROOT tells none. */
    private static final String ROOT = "root";

    private static final Pattern TYPE = Pattern.compile(
            "\\s*(\\w+)\\s*(?:\\(\\s*(max|\\d+)\\s*(?:,\\s*(\\d+)\\s*)?\\))?\\s*", Pattern.CASE_INSENSITIVE);

    private static final Set<String> ALL_TEXT = Set.of(".", ".[1]", "(.)[1]");
    private static final Set<String> FIRST_TEXT = Set.of("text()[1]", "(text())[1]", "./text()[1]", "(./text())[1]");

    private final Source source;

    DocumentReader(Source source) {
        this.source = source;
    }

    QueryExpression.@Nullable Document read(@Nullable For_clauseContext context) {
        if (context == null) {
            return null;
        }
        if (context.JSON() != null) {
            return json(context);
        }
        if (context.XML() != null && (context.PATH() != null || context.RAW() != null)) {
            return xml(context);
        }
        throw SqlErrors.notSupported(source.raw(context));
    }

    private ForJson json(For_clauseContext context) {
        String root = context.ROOT().isEmpty() ? null : name(context.STRING());
        return new ForJson(
                context.AUTO() != null,
                root,
                !context.INCLUDE_NULL_VALUES().isEmpty(),
                !context.WITHOUT_ARRAY_WRAPPER().isEmpty());
    }

    private ForXml xml(For_clauseContext context) {
        String element = context.STRING().isEmpty() ? ROW : text(context.STRING(0));
        String root = null;
        boolean elements = false;
        boolean nulls = false;
        boolean typed = false;
        for (Xml_common_directivesContext directive : context.xml_common_directives()) {
            if (directive.XMLSCHEMA() != null || directive.XMLDATA() != null) {
                throw SqlErrors.notSupported(source.raw(context));
            }
            if (directive.ROOT() != null) {
                root = directive.STRING() == null ? ROOT : text(directive.STRING());
            }
            elements |= directive.ELEMENTS() != null;
            nulls |= directive.XSINIL() != null;
            typed |= directive.TYPE() != null;
        }
        return new ForXml(context.PATH() != null, element, root, elements, nulls, typed);
    }

    private String name(List<TerminalNode> written) {
        return written.isEmpty() ? ROOT : text(written.getFirst());
    }

    private String text(TerminalNode literal) {
        return Source.string(source.raw(literal.getSymbol()));
    }

    /** {@code (SELECT … FOR XML …, TYPE).value('.', 'nvarchar(max)')}: text of the document, as a value of the type. */
    Expression value(Expression.Subquery document, Function_callContext call) {
        Scalar_function_nameContext name = call.scalar_function_name();
        List<ExpressionContext> arguments = call.expression_list() == null
                ? List.of()
                : call.expression_list().expression();
        boolean known = document.query().document() instanceof ForXml xml
                && xml.typed()
                && name != null
                && source.raw(name).equals("value")
                && arguments.size() == 2;
        if (known
                && literal(arguments.getFirst()) instanceof String path
                && literal(arguments.getLast()) instanceof String type) {
            Matcher words = TYPE.matcher(type);
            String plain = path.replaceAll("\\s", "");
            if (words.matches() && (ALL_TEXT.contains(plain) || FIRST_TEXT.contains(plain))) {
                Expression text = new Expression.XmlText(document, FIRST_TEXT.contains(plain));
                return new Expression.Cast(text, type(words), null, false);
            }
        }
        throw SqlErrors.notSupported(source.raw(call));
    }

    private @Nullable String literal(ExpressionContext context) {
        Primitive_expressionContext primitive = context.primitive_expression();
        return primitive == null || primitive.STRING() == null ? null : text(primitive.STRING());
    }

    private static TypeRef type(Matcher words) {
        String size = words.group(2);
        String scale = words.group(3);
        return new TypeRef(
                words.group(1),
                size == null
                        ? null
                        : size.equalsIgnoreCase("max") ? Integer.valueOf(TypeRef.MAX) : Integer.valueOf(size),
                scale == null ? null : Integer.valueOf(scale));
    }
}
