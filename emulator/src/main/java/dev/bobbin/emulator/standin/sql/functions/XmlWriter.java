package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.functions.XmlColumn.Place;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the elements of FOR XML: neighbours below the same elements share them, an element without content is closed at once. */
final class XmlWriter {

    static final String NIL = "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\"";

    private final StringBuilder out = new StringBuilder();
    /** The names of the open elements below that of the row, the innermost first. */
    private final Deque<String> open = new ArrayDeque<>();
    /** Whether the last start tag still takes attributes. */
    private boolean startTag;

    private boolean afterData;

    /** @param declaration what the start tag declares; empty for nothing */
    void start(String element, String declaration) {
        finishStartTag();
        out.append('<').append(element);
        if (!declaration.isEmpty()) {
            out.append(' ').append(declaration);
        }
        startTag = true;
        afterData = false;
    }

    void end(String element) {
        if (startTag) {
            out.append("/>");
        } else {
            out.append("</").append(element).append('>');
        }
        startTag = false;
        afterData = false;
    }

    /** Ends the elements within a row. */
    void endRow() {
        enter(List.of());
    }

    /** @param value escaped; null for one that XSINIL shows */
    void column(XmlColumn column, @Nullable String value) {
        enter(column.parents());
        if (column.place() == Place.ATTRIBUTE) {
            attribute(column.name(), value);
            return;
        }
        finishStartTag();
        if (column.place() == Place.DATA && afterData) {
            out.append(' ');
        }
        if (column.place() != Place.ELEMENT) {
            out.append(value == null ? "" : value);
        } else if (value == null) {
            out.append('<').append(column.name()).append(" xsi:nil=\"true\"/>");
        } else {
            out.append('<').append(column.name()).append('>').append(value);
            out.append("</").append(column.name()).append('>');
        }
        afterData = column.place() == Place.DATA;
    }

    private void attribute(String name, @Nullable String value) {
        if (!startTag) {
            throw new SqlError(
                    6852,
                    "42000",
                    "Attribute-centric column '@" + name
                            + "' must not come after a non-attribute-centric sibling in XML hierarchy in FOR XML PATH.");
        }
        if (value != null) {
            String quoted =
                    value.replace("\"", "&quot;").replace("\n", "&#x0A;").replace("\t", "&#x09;");
            out.append(' ').append(name).append("=\"").append(quoted).append('"');
        }
    }

    private void enter(List<String> parents) {
        int common = 0;
        Iterator<String> outer = open.descendingIterator();
        while (common < parents.size() && outer.hasNext() && outer.next().equals(parents.get(common))) {
            common++;
        }
        while (open.size() > common) {
            end(open.pop());
        }
        for (String element : parents.subList(common, parents.size())) {
            start(element, "");
            open.push(element);
        }
    }

    private void finishStartTag() {
        if (startTag) {
            out.append('>');
        }
        startTag = false;
    }

    String text() {
        return out.toString();
    }
}
