package dev.bobbin.app.format;

import dev.bobbin.app.format.Lexeme.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Formats Python text: blanks within lines, tabs, blank lines between definitions, one line end at the end. What the text
 * means never changes: no line is broken, joined or moved, and strings stay as they are.
 */
public final class PythonFormat {

    private static final int LEVEL = 4;

    /** Where tabs and blanks are mixed, a tab means what it means to Python. */
    private static final int PYTHON_TAB = 8;

    private static final Pattern BLANKS_AT_LINE_START = Pattern.compile("(?m)^ +|^\\t+ ");
    private static final Pattern DEFINITION = Pattern.compile("(?:async\\s+)?def\\b.*|class\\b.*|@.*", Pattern.DOTALL);
    private static final Pattern BARE_COMMENT = Pattern.compile("#[\\p{L}\\p{N}].*");

    /**
     * A line with what belongs to it: the further lines of its brackets and strings are lines of their own.
     *
     * @param statement whether it begins a statement
     */
    private record Line(int indent, String text, boolean statement) {

        boolean blank() {
            return text.isEmpty();
        }

        boolean top() {
            return statement && indent == 0;
        }

        boolean comment() {
            return statement && text.startsWith("#");
        }

        boolean defines() {
            return statement && DEFINITION.matcher(text).matches();
        }

        boolean decorates() {
            return statement && text.startsWith("@");
        }

        String written() {
            return blank() ? "" : " ".repeat(indent) + text;
        }
    }

    private PythonFormat() {}

    /** The text in good form; formatting it again changes nothing. */
    public static String format(String text) {
        StringBuilder formatted = new StringBuilder();
        for (Line line : spaced(lines(text))) {
            formatted.append(line.written()).append('\n');
        }
        return formatted.toString();
    }

    private static List<Line> lines(String text) {
        List<Line> lines = new ArrayList<>();
        Gaps gaps = new Gaps();
        List<Lexeme> lexemes = Lexeme.of(text);
        StringBuilder line = new StringBuilder();
        boolean statement = true;
        int tab = BLANKS_AT_LINE_START.matcher(text).find() ? PYTHON_TAB : LEVEL;
        int indent = indentAt(text, 0, tab);
        int place = 0;
        for (int i = 0; i < lexemes.size(); i++) {
            Lexeme lexeme = lexemes.get(i);
            place = text.indexOf(lexeme.text(), place);
            if (lexeme.kind() == Kind.LINE_END) {
                boolean goesOn = lexeme.is("\\\n");
                String bare = line.toString().stripTrailing();
                lines.add(new Line(indent, goesOn ? (bare + " \\").stripLeading() : bare, statement));
                line.setLength(0);
                statement = gaps.depth() == 0 && !goesOn;
                gaps.newLine();
                indent = indentAt(text, place + lexeme.text().length(), tab);
            } else {
                Lexeme after = i + 1 < lexemes.size() ? lexemes.get(i + 1) : null;
                line.append(" ".repeat(gaps.before(lexeme, after))).append(written(lexeme));
            }
            place += lexeme.text().length();
        }
        if (!line.isEmpty()) {
            lines.add(new Line(indent, line.toString().stripTrailing(), statement));
        }
        return lines;
    }

    private static String written(Lexeme lexeme) {
        return lexeme.kind() == Kind.COMMENT
                        && BARE_COMMENT.matcher(lexeme.text()).matches()
                ? "# " + lexeme.text().substring(1)
                : lexeme.text();
    }

    /** Width of the blanks at a line's beginning, tabs counted as Python counts them. */
    private static int indentAt(String text, int lineStart, int tab) {
        int width = 0;
        for (int i = lineStart; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '\t') {
                width += tab - width % tab;
            } else if (c == ' ') {
                width++;
            } else {
                break;
            }
        }
        return width;
    }

    /** The lines with as many blank ones between them as belong there. Source: PEP 8, "Blank Lines". */
    private static List<Line> spaced(List<Line> lines) {
        List<Line> spaced = new ArrayList<>();
        boolean inDefinition = false;
        int blanks = 0;
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (line.blank()) {
                blanks++;
                continue;
            }
            boolean apart = line.top() && (inDefinition || opensDefinition(lines, i));
            for (int n = spaced.isEmpty() ? 0 : wanted(spaced.getLast(), line, blanks, apart); n > 0; n--) {
                spaced.add(new Line(0, "", true));
            }
            spaced.add(line);
            blanks = 0;
            if (line.top() && !line.comment()) {
                inDefinition = line.defines();
            }
        }
        return spaced;
    }

    private static int wanted(Line last, Line line, int blanks, boolean apart) {
        boolean belongs = last.decorates() || (blanks == 0 && last.comment() && last.indent() == line.indent());
        if (belongs && line.statement()) {
            return 0;
        }
        if (apart) {
            return 2;
        }
        boolean nextMethod = line.defines() && line.indent() > 0 && last.indent() > line.indent();
        return Math.max(nextMethod ? 1 : 0, Math.min(blanks, line.top() ? 2 : 1));
    }

    /** Whether a definition begins here, or a comment right above one. */
    private static boolean opensDefinition(List<Line> lines, int at) {
        int i = at;
        while (i < lines.size() && lines.get(i).comment() && lines.get(i).top()) {
            i++;
        }
        return i < lines.size() && lines.get(i).defines() && lines.get(i).top();
    }
}
