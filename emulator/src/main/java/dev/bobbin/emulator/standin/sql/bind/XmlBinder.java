package dev.bobbin.emulator.standin.sql.bind;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.sql.plan.Plan;
import dev.bobbin.emulator.standin.sql.syntax.Expression;
import dev.bobbin.emulator.standin.sql.syntax.QueryExpression.ForXml;

/** What FOR XML PATH and RAW need to know of the columns. */
final class XmlBinder {

    static final DocumentBinder.Pieces PIECES = new DocumentBinder.Pieces("$xml_value", XmlBinder::isXml, "$xml_piece");

    private XmlBinder() {}

    /** The name SQL Server gives the only column of such a result. */
    static String column(ForXml xml) {
        return xml.typed() ? "" : "XML_F52E2B61-18A1-11d1-B105-00805F49916B";
    }

    static ObjectNode shape(Plan rows, ForXml xml) {
        ObjectNode shape = JsonNodeFactory.instance.objectNode();
        ArrayNode columns = shape.putArray("columns");
        rows.outputs().forEach(output -> columns.add(output.name()));
        shape.put("path", xml.path());
        shape.put("element", xml.element());
        shape.put("elements", xml.elements());
        shape.put("nulls", xml.nulls());
        if (xml.root() != null) {
            shape.put("root", xml.root());
        }
        return shape;
    }

    /** What FOR XML with TYPE makes is not escaped once more. */
    private static boolean isXml(Expression expression) {
        return expression instanceof Expression.Subquery subquery
                && subquery.query().document() instanceof ForXml xml
                && xml.typed();
    }
}
