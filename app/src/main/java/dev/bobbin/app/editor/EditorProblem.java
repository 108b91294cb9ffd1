package dev.bobbin.app.editor;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.Severity;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A stretch of the editor's text that something is wrong with.
 *
 * @param line from 1
 * @param start offset of the first character
 * @param end offset after the last one; greater than the start unless the line is empty
 * @param fix what mends it; null when there is none
 */
public record EditorProblem(
        Severity severity,
        int line,
        int start,
        int end,
        String message,
        @Nullable QuickFix fix) {

    /** The findings about the script that stand on lines the text has, in order of their places. */
    static List<EditorProblem> of(String text, List<Finding> findings) {
        LineIndex lines = LineIndex.of(text);
        List<EditorProblem> problems = new ArrayList<>();
        for (Finding finding : findings) {
            int line = finding.place().line();
            if (Scripts.isScript(finding.place()) && line >= 1 && line <= lines.count()) {
                problems.add(at(text, lines, finding));
            }
        }
        problems.sort(Comparator.comparingInt(EditorProblem::start));
        return List.copyOf(problems);
    }

    /** The last line a traceback names. */
    static EditorProblem failure(String text, int line, String message) {
        LineIndex lines = LineIndex.of(text);
        int place = Math.clamp(line, 1, lines.count());
        return new EditorProblem(
                Severity.ERROR, place, lines.firstInk(text, place), lines.endOf(text, place), message, null);
    }

    private static EditorProblem at(String text, LineIndex lines, Finding finding) {
        int line = finding.place().line();
        int end = lines.endOf(text, line);
        int column = finding.place().column();
        int start = column < 1 ? lines.firstInk(text, line) : Math.min(end, lines.start(line) + column - 1);
        if (start == end) {
            start = lastWord(text, lines.firstInk(text, line), end);
        }
        int stop = column < 1 ? end : Math.min(end, wordEnd(text, start, end));
        return new EditorProblem(finding.severity(), line, start, stop, text(finding.message()), finding.fix());
    }

    /** Where something is missing behind a line's last word: there is nothing but that word to mark. */
    private static int lastWord(String text, int lineStart, int lineEnd) {
        int at = Math.max(lineStart, lineEnd - 1);
        while (at > lineStart && Character.isJavaIdentifierPart(text.charAt(at - 1))) {
            at--;
        }
        return at;
    }

    /** At least one character, so that there is something to see. */
    private static int wordEnd(String text, int start, int lineEnd) {
        int at = start;
        while (at < lineEnd && Character.isJavaIdentifierPart(text.charAt(at))) {
            at++;
        }
        return Math.max(at, start + 1);
    }
}
