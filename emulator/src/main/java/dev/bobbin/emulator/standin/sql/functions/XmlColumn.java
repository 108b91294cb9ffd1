package dev.bobbin.emulator.standin.sql.functions;

import dev.bobbin.emulator.standin.sql.SqlError;
import dev.bobbin.emulator.standin.sql.SqlErrors;
import java.util.ArrayList;
import java.util.List;

/**
 * Where FOR XML puts the values of a column (reference, "Use PATH mode with FOR XML", "Use RAW mode with FOR XML").
 *
 * @param parents the elements around it, from the outside, below that of the row
 * @param name of the element or attribute; empty for text
 */
record XmlColumn(Place place, List<String> parents, String name) {

    enum Place {
        ATTRIBUTE,
        ELEMENT,
        TEXT,
        /** Text that a blank keeps apart from that of such a column before it. */
        DATA
    }

    /** A column of PATH, by the path that is its name. @throws SqlError 6850 for a name that XML does not have */
    static XmlColumn ofPath(String path) {
        List<String> steps = new ArrayList<>(List.of(path.split("/", -1)));
        String last = steps.removeLast();
        steps.forEach(step -> requireName(step, path));
        return switch (last) {
            case "", "*", "text()", "node()" -> new XmlColumn(Place.TEXT, steps, "");
            case "data()" -> new XmlColumn(Place.DATA, steps, "");
            default -> {
                if (last.endsWith(")")) {
                    throw SqlErrors.notSupported("FOR XML PATH, column '" + path + "'");
                }
                boolean attribute = last.startsWith("@");
                String name = attribute ? last.substring(1) : last;
                requireName(name, path);
                yield new XmlColumn(attribute ? Place.ATTRIBUTE : Place.ELEMENT, steps, name);
            }
        };
    }

    /** A column of RAW. @throws SqlError 6809 for a column without a name */
    static XmlColumn ofRaw(String name, boolean element) {
        if (name.isEmpty()) {
            throw new SqlError(
                    6809,
                    "42000",
                    "Unnamed tables cannot be used as XML identifiers as well as unnamed columns cannot be used for attribute names. Name unnamed columns/tables using AS in the SELECT statement.");
        }
        return new XmlColumn(element ? Place.ELEMENT : Place.ATTRIBUTE, List.of(), encoded(name));
    }

    private static void requireName(String name, String path) {
        for (int i = 0; i < Math.max(1, name.length()); i++) {
            if (name.isEmpty() || !allowed(name.charAt(i), i)) {
                char fault = name.isEmpty() ? '/' : name.charAt(i);
                throw new SqlError(
                        6850,
                        "42000",
                        "Column name '%s' contains an invalid XML identifier as required by FOR XML; '%s'(0x%04X) is the first character at fault."
                                .formatted(path, fault, (int) fault));
            }
        }
    }

    /** What no name in XML may hold stands as its number. */
    static String encoded(String name) {
        StringBuilder encoded = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char sign = name.charAt(i);
            encoded.append(allowed(sign, i) ? String.valueOf(sign) : "_x%04X_".formatted((int) sign));
        }
        return encoded.toString();
    }

    private static boolean allowed(char sign, int index) {
        boolean begins = Character.isLetter(sign) || Character.isSurrogate(sign) || sign == '_' || sign == ':';
        return begins || index > 0 && (Character.isDigit(sign) || sign == '-' || sign == '.');
    }
}
