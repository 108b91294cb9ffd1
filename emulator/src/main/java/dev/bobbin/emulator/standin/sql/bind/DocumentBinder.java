package dev.bobbin.emulator.standin.sql.bind;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.sql.plan.Bound;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.plan.Plan.Output;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForJson;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForXml;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Binds FOR JSON and FOR XML: the values of each row are written as pieces of the document, and a function puts the document
 * together from all rows and a description of the columns.
 */
final class DocumentBinder {

    /**
     * How values become pieces.
     *
     * @param value the function that writes a value
     * @param isPiece tells what is a piece already
     * @param piece the function that hands such a one on
     */
    record Pieces(String value, Predicate<Expression> isPiece, String piece) {}

    private final BindContext context;

    DocumentBinder(BindContext context) {
        this.context = context;
    }

    /**
     * @param rows the query without FOR
     * @param scope the tables of the query, for AUTO; null when it is no plain SELECT
     */
    Plan document(Plan rows, QueryExpression query, QueryExpression.Document document, @Nullable Scope scope) {
        return switch (document) {
            case ForJson json ->
                of(
                        rows,
                        query,
                        JsonBinder.PIECES,
                        JsonBinder.COLUMN,
                        "$json_document",
                        JsonBinder.shape(rows, json, scope));
            case ForXml xml ->
                of(rows, query, XmlBinder.PIECES, XmlBinder.column(xml), "$xml_document", XmlBinder.shape(rows, xml));
        };
    }

    private Plan of(Plan rows, QueryExpression query, Pieces pieces, String name, String function, ObjectNode shape) {
        List<Expression> written = expressions(query);
        String relation = context.newRelation();
        List<Bound> values = new ArrayList<>();
        StringBuilder row = new StringBuilder();
        for (int i = 0; i < rows.outputs().size(); i++) {
            Output output = rows.outputs().get(i);
            SqlType type = output.value().type().isNull()
                    ? SqlType.INT
                    : output.value().type();
            Bound column = new Bound.Column(relation, "c" + (i + 1), type, false);
            boolean already = i < written.size() && pieces.isPiece().test(written.get(i));
            values.add(Coercion.call(already ? pieces.piece() : pieces.value(), SqlType.NVARCHAR_MAX, column));
            row.append(i == 0 ? "{" : ", {").append(i).append('}');
        }
        Bound array = new Bound.Sql(
                "json_group_array(json_array(" + row + "))", values, SqlType.NVARCHAR_MAX, Bound.Role.AGGREGATE);
        Bound document = Coercion.call(function, SqlType.NVARCHAR_MAX, array, Coercion.text(shape.toString()));
        // A limit keeps the order of the rows inside.
        Plan inner = rows.order().isEmpty() || rows.limit() != null ? rows : rows.limitedTo(Coercion.number(-1));
        return Plan.of(new Plan.Select(
                false, List.of(new Output(name, document)), new Plan.Derived(inner, relation), null, List.of(), null));
    }

    private static List<Expression> expressions(QueryExpression query) {
        List<Expression> written = new ArrayList<>();
        if (query.body() instanceof QueryExpression.Select select) {
            for (QueryExpression.Item item : select.items()) {
                if (!(item instanceof QueryExpression.Value value)) {
                    return List.of();
                }
                written.add(value.expression());
            }
        }
        return written;
    }
}
