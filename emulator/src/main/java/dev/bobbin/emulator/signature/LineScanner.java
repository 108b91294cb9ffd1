package dev.bobbin.emulator.signature;

import dev.bobbin.emulator.signature.LogicalLine.Kind;
import dev.bobbin.emulator.signature.LogicalLine.Problem;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Splits broken Python into logical lines. Used only for text that does not parse: an unclosed bracket ends where a word
 * follows that can only begin a statement, so that one slip does not swallow the rest of the file.
 */
final class LineScanner {

    /** Words that cannot begin a line inside brackets. */
    private static final Set<String> STATEMENT_WORDS = Set.of(
            "def",
            "class",
            "return",
            "import",
            "while",
            "try",
            "raise",
            "pass",
            "break",
            "continue",
            "del",
            "global",
            "nonlocal",
            "assert",
            "with",
            "except",
            "finally",
            "elif");

    private final String text;
    private final List<LogicalLine> lines = new ArrayList<>();
    private int at;
    private int line = 1;

    private LineScanner(String text) {
        this.text = text;
    }

    /** The logical lines of a text whose lines end in a line feed; blank and comment lines left out. */
    static List<LogicalLine> scan(String text) {
        LineScanner scanner = new LineScanner(text);
        while (scanner.at < text.length()) {
            scanner.logicalLine();
        }
        return scanner.lines;
    }

    private void logicalLine() {
        int start = at;
        int firstLine = line;
        skipBlanks();
        int indent = at - start;
        int firstCharacter = at;
        Deque<Integer> brackets = new ArrayDeque<>();
        Problem problem = null;
        boolean colon = false;
        int end = at;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (c == '\n') {
                nextLine();
                if (brackets.isEmpty() || statementBegins(at)) {
                    break;
                }
                continue;
            }
            if (c == '#') {
                skipToLineEnd();
                continue;
            }
            if (c == '"' || c == '\'') {
                Problem unclosed = skipString(c);
                problem = problem == null ? unclosed : problem;
                end = at;
                continue;
            }
            if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) == '\n') {
                at++;
                nextLine();
                continue;
            }
            if ("([{".indexOf(c) >= 0) {
                brackets.push(at);
            } else if (")]}".indexOf(c) >= 0) {
                if (brackets.isEmpty()) {
                    problem = problem == null ? new Problem(Kind.STRAY_BRACKET, c, at) : problem;
                } else {
                    brackets.pop();
                }
            } else if (c == ':' && brackets.isEmpty()) {
                colon = true;
            }
            at++;
            if (!Character.isWhitespace(c)) {
                end = at;
            }
        }
        if (problem == null && !brackets.isEmpty()) {
            int open = brackets.peekLast();
            problem = new Problem(Kind.UNCLOSED_BRACKET, text.charAt(open), open);
        }
        if (end > firstCharacter) {
            lines.add(new LogicalLine(firstLine, indent, start, end, word(firstCharacter), colon, problem));
        }
    }

    /** Moves behind a string; tells the problem when its end is missing. */
    private @Nullable Problem skipString(char quote) {
        int start = at;
        String triple = String.valueOf(quote).repeat(3);
        if (text.startsWith(triple, at)) {
            at += 3;
            while (at < text.length()) {
                if (text.startsWith(triple, at)) {
                    at += 3;
                    return null;
                }
                step();
            }
            return new Problem(Kind.UNCLOSED_STRING, quote, start);
        }
        at++;
        while (at < text.length() && text.charAt(at) != '\n') {
            if (text.charAt(at) == quote) {
                at++;
                return null;
            }
            step();
        }
        return new Problem(Kind.UNCLOSED_STRING, quote, start);
    }

    /** One character of a string, an escaped one included. */
    private void step() {
        if (text.charAt(at) == '\\' && at + 1 < text.length()) {
            at++;
        }
        if (text.charAt(at) == '\n') {
            nextLine();
        } else {
            at++;
        }
    }

    private boolean statementBegins(int offset) {
        int first = offset;
        while (first < text.length() && (text.charAt(first) == ' ' || text.charAt(first) == '\t')) {
            first++;
        }
        String word = word(first);
        boolean decorator = word.equals("@") && first == offset;
        return decorator || STATEMENT_WORDS.contains(word) || text.startsWith("async def ", first);
    }

    private String word(int offset) {
        int end = offset;
        while (end < text.length() && Character.isJavaIdentifierPart(text.charAt(end))) {
            end++;
        }
        return end == offset && end < text.length() && text.charAt(end) == '@' ? "@" : text.substring(offset, end);
    }

    private void skipBlanks() {
        while (at < text.length() && (text.charAt(at) == ' ' || text.charAt(at) == '\t' || text.charAt(at) == '\f')) {
            at++;
        }
    }

    private void skipToLineEnd() {
        int feed = text.indexOf('\n', at);
        at = feed < 0 ? text.length() : feed;
    }

    private void nextLine() {
        at++;
        line++;
    }
}
