package dev.bobbin.app.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangedValue;
import dev.bobbin.emulator.standin.words.ChangeLine;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A change in full: every value of a row, the differing lines of a file or document, an event. */
final class ChangeDetail {

    /** Unchanged lines shown around those that differ. */
    private static final int CONTEXT = 3;

    /** The two lines that name what is compared. */
    private static final int NAMES = 2;

    private ChangeDetail() {}

    /** Whether there is more to tell of a change than its line does. */
    static boolean tells(ChangeLine line) {
        return line.kind() != ChangeLine.Kind.HEADING
                && switch (line.change()) {
                    case Change.Rows _ -> line.row() != null;
                    case Change.File file -> file.diff() != null;
                    case Change.Document _, Change.Variable _, Change.Event _ -> true;
                    case Change.Definition _, Change.Secret _, Change.OtherFiles _ -> false;
                };
    }

    /** The detail of a line; empty when the line says everything. */
    static String of(ChangeLine line) {
        if (line.kind() == ChangeLine.Kind.HEADING) {
            return "";
        }
        return switch (line.change()) {
            case Change.Rows rows -> {
                Change.RowChange row = line.row();
                yield row == null ? "" : row(rows, row);
            }
            case Change.File file -> file(file);
            case Change.Document document -> difference(document.before(), document.after());
            case Change.Variable variable -> difference(variable.before(), variable.after());
            case Change.Event event -> pretty(event.event());
            case Change.Definition _, Change.Secret _, Change.OtherFiles _ -> "";
        };
    }

    /** Of a file that was not there, or is gone, all of it: no line of it was another. */
    private static String file(Change.File file) {
        String diff = file.diff();
        if (diff == null || file.kind() == Change.Kind.CHANGED) {
            return diff == null ? "" : diff;
        }
        return diff.lines()
                .filter(line -> !line.startsWith("@@"))
                .map(line -> line.substring(1))
                .collect(Collectors.joining("\n"));
    }

    private static String row(Change.Rows rows, Change.RowChange row) {
        return switch (row) {
            case Change.RowChange.Inserted inserted -> String.join("\n", lines(rows, inserted.after()));
            case Change.RowChange.Deleted deleted -> String.join("\n", lines(rows, deleted.before()));
            case Change.RowChange.Updated updated ->
                changed(lines(rows, updated.before()), lines(rows, updated.after()));
        };
    }

    private static List<String> lines(Change.Rows rows, List<@Nullable Object> values) {
        List<ChangedValue> read = rows.read(values);
        return IntStream.range(0, read.size())
                .mapToObj(i -> rows.column(i) + " = " + read.get(i).quoted())
                .toList();
    }

    /** Of a row, all values: which ones they are is told by their columns. */
    private static String changed(List<String> before, List<String> after) {
        return UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), before.size())
                .stream()
                .skip(NAMES + 1)
                .collect(Collectors.joining("\n"));
    }

    private static String difference(@Nullable String before, @Nullable String after) {
        if (before == null) {
            return after == null ? "" : pretty(after);
        }
        return after == null
                ? pretty(before)
                : unified(pretty(before).lines().toList(), pretty(after).lines().toList());
    }

    private static String unified(List<String> before, List<String> after) {
        List<String> diff =
                UnifiedDiffUtils.generateUnifiedDiff("", "", before, DiffUtils.diff(before, after), CONTEXT);
        return String.join("\n", diff.subList(Math.min(NAMES, diff.size()), diff.size()));
    }

    private static String pretty(String json) {
        try {
            return JsonValues.indented(JsonValues.read(json));
        } catch (JsonProcessingException e) {
            // What is no JSON is shown as it is.
            return json;
        }
    }
}
