package dev.bobbin.emulator.standin.sql.functions;

import static dev.bobbin.emulator.standin.sql.functions.FunctionTable.string;

import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.FunctionDefinition.Parameter;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Writes what FOR XML yields (reference, "FOR XML (SQL Server)"), and reads the text of it. */
final class XmlDocument {

    private static final XMLInputFactory READERS = readers();

    private XmlDocument() {}

    static void addTo(FunctionTable table) {
        table.function("$xml_value", Parameter.ANY)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> escaped(value(v[0], c.type(0))));
        table.function("$xml_piece", Parameter.ANY).gives(SqlType.NVARCHAR_MAX, (c, v) -> string(v, 0));
        table.function("$xml_document", Parameter.TEXT, Parameter.TEXT)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> document(string(v, 0), string(v, 1)));
        table.function("$xml_text", Parameter.TEXT).gives(SqlType.NVARCHAR_MAX, (c, v) -> read(string(v, 0), false));
        table.function("$xml_first_text", Parameter.TEXT)
                .gives(SqlType.NVARCHAR_MAX, (c, v) -> read(string(v, 0), true));
    }

    private static XMLInputFactory readers() {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.IS_COALESCING, true);
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        return factory;
    }

    private static String value(@Nullable Object value, SqlType type) {
        return switch (value) {
            case null -> "";
            case Long number -> number.toString();
            case java.math.BigDecimal number -> number.toPlainString();
            case Double number -> JsonDocument.exponential(number);
            case byte[] bytes -> Base64.getEncoder().encodeToString(bytes);
            case String text -> text;
            default -> JsonDocument.moment(value, type);
        };
    }

    private static String escaped(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        for (int i = 0; i < text.length(); i++) {
            char sign = text.charAt(i);
            switch (sign) {
                case '&' -> escaped.append("&amp;");
                case '<' -> escaped.append("&lt;");
                case '>' -> escaped.append("&gt;");
                case '\r' -> escaped.append("&#x0D;");
                case '\n', '\t' -> escaped.append(sign);
                default -> {
                    if (sign < ' ' || sign > '\uFFFD') {
                        throw new SqlError(
                                6841,
                                "42000",
                                "FOR XML could not serialize the data for node 'NoName' because it contains a character (0x%04X) which is not allowed in XML. To retrieve this data using FOR XML, convert it to binary, varbinary or image data type and use the BINARY BASE64 directive."
                                        .formatted((int) sign));
                    }
                    escaped.append(sign);
                }
            }
        }
        return escaped.toString();
    }

    /** Null when there are no rows. */
    private static @Nullable String document(String rows, String shape) {
        JsonNode values = JsonFunctions.read(rows);
        if (values.isEmpty()) {
            return null;
        }
        JsonNode described = JsonFunctions.read(shape);
        boolean nulls = described.path("nulls").asBoolean();
        List<XmlColumn> columns = columns(described);
        String element = XmlColumn.encoded(described.path("element").asText());
        String root =
                described.has("root") ? XmlColumn.encoded(described.path("root").asText()) : "";
        String nil = nulls ? XmlWriter.NIL : "";
        XmlWriter writer = new XmlWriter();
        if (!root.isEmpty()) {
            writer.start(root, nil);
        }
        for (JsonNode row : values) {
            if (!element.isEmpty()) {
                writer.start(element, root.isEmpty() ? nil : "");
            }
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isNull() || nulls) {
                    writer.column(
                            columns.get(i),
                            row.get(i).isNull() ? null : row.get(i).asText());
                }
            }
            writer.endRow();
            if (!element.isEmpty()) {
                writer.end(element);
            }
        }
        if (!root.isEmpty()) {
            writer.end(root);
        }
        return writer.text();
    }

    private static List<XmlColumn> columns(JsonNode shape) {
        List<XmlColumn> columns = new ArrayList<>();
        boolean path = shape.path("path").asBoolean();
        for (JsonNode name : shape.path("columns")) {
            XmlColumn column = path
                    ? XmlColumn.ofPath(name.asText())
                    : XmlColumn.ofRaw(name.asText(), shape.path("elements").asBoolean());
            boolean ofRow = column.place() == XmlColumn.Place.ATTRIBUTE
                    && column.parents().isEmpty();
            if (ofRow && shape.path("element").asText().isEmpty()) {
                throw new SqlError(
                        6864,
                        "42000",
                        "Row tag omission (empty row tag name) cannot be used with attribute-centric FOR XML serialization.");
            }
            columns.add(column);
        }
        return columns;
    }

    /** @param first only the first text outside elements, which may be missing */
    private static @Nullable String read(String document, boolean first) {
        try {
            XMLStreamReader reader = READERS.createXMLStreamReader(new StringReader("<r>" + document + "</r>"));
            StringBuilder text = new StringBuilder();
            int depth = 0;
            while (reader.hasNext()) {
                switch (reader.next()) {
                    case XMLStreamReader.START_ELEMENT -> depth++;
                    case XMLStreamReader.END_ELEMENT -> depth--;
                    case XMLStreamReader.CHARACTERS -> {
                        if (first && depth == 1) {
                            return reader.getText();
                        }
                        text.append(reader.getText());
                    }
                    default -> {}
                }
            }
            return first ? null : text.toString();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("FOR XML wrote what is no XML", e);
        }
    }
}
