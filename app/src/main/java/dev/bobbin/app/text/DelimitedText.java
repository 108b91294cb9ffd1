package dev.bobbin.app.text;

import java.util.ArrayList;
import java.util.List;

/**
 * Reads a table from text as spreadsheets copy it (tabs) and CSV files hold it (commas or semicolons), after RFC 4180:
 * quoted fields may hold separators, line ends and doubled quotes.
 */
public final class DelimitedText {

    private final String text;
    private final char separator;
    private final List<List<String>> rows = new ArrayList<>();
    private List<String> row = new ArrayList<>();
    private final StringBuilder field = new StringBuilder();

    private DelimitedText(String text, char separator) {
        this.text = text;
        this.separator = separator;
    }

    /** The rows of a text; any text will do. A byte order mark and an empty last line are no part of the table. */
    public static List<List<String>> parse(String text) {
        String bare = text.startsWith("\uFEFF") ? text.substring(1) : text;
        return new DelimitedText(bare, separator(bare)).read();
    }

    /** A value as a field of such a text: in quotes where it would not be read back as it is. */
    public static String quoted(String value, char separator) {
        boolean needed = value.indexOf(separator) >= 0
                || value.indexOf('"') >= 0
                || value.indexOf('\n') >= 0
                || value.indexOf('\r') >= 0;
        return needed ? '"' + value.replace("\"", "\"\"") + '"' : value;
    }

    /** What separates the fields of the first line: the most frequent candidate outside quotes, tabs before all others. */
    private static char separator(String text) {
        int tabs = 0;
        int commas = 0;
        int semicolons = 0;
        boolean quoted = false;
        for (int i = 0; i < text.length() && (quoted || text.charAt(i) != '\n'); i++) {
            char c = text.charAt(i);
            quoted ^= c == '"';
            tabs += !quoted && c == '\t' ? 1 : 0;
            commas += !quoted && c == ',' ? 1 : 0;
            semicolons += !quoted && c == ';' ? 1 : 0;
        }
        if (tabs > 0) {
            return '\t';
        }
        return semicolons > commas ? ';' : ',';
    }

    private List<List<String>> read() {
        int i = 0;
        while (i < text.length()) {
            char c = text.charAt(i);
            if (c == '"' && field.isEmpty()) {
                i = quoted(i + 1);
            } else if (c == separator) {
                endField();
                i++;
            } else if (c == '\n' || c == '\r') {
                endRow();
                i += c == '\r' && i + 1 < text.length() && text.charAt(i + 1) == '\n' ? 2 : 1;
            } else {
                field.append(c);
                i++;
            }
        }
        if (!field.isEmpty() || !row.isEmpty()) {
            endRow();
        }
        return rows;
    }

    /** Reads on after an opening quote; returns the offset after the closing one, or the text's end when there is none. */
    private int quoted(int from) {
        int i = from;
        while (i < text.length()) {
            char c = text.charAt(i);
            boolean quote = c == '"';
            if (quote && i + 1 < text.length() && text.charAt(i + 1) == '"') {
                field.append('"');
                i += 2;
            } else if (quote) {
                return i + 1;
            } else {
                field.append(c);
                i++;
            }
        }
        return i;
    }

    private void endField() {
        row.add(field.toString());
        field.setLength(0);
    }

    private void endRow() {
        endField();
        rows.add(row);
        row = new ArrayList<>();
    }
}
