package dev.bobbin.app.diff;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.standin.Change;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A change in full: every value of a row, the differing lines of a file or document, an event. */
final class ChangeDetail {

    /** Unchanged lines shown around those that differ. */
    private static final int CONTEXT = 3;

    /** The two lines that name what is compared. */
    private static final int NAMES = 2;

    private ChangeDetail() {}

    /** The detail of a line; empty when the line says everything. */
    static String of(ChangeLine line) {
        return switch (line.change()) {
            case Change.Rows rows -> {
                Change.RowChange row = line.row();
                yield row == null ? "" : row(rows.columns(), row);
            }
            case Change.File file -> {
                String diff = file.diff();
                yield diff == null ? "" : diff;
            }
            case Change.Document document -> difference(document.before(), document.after());
            case Change.Variable variable -> difference(variable.before(), variable.after());
            case Change.Event event -> pretty(event.event());
            case Change.Definition _, Change.Secret _, Change.OtherFiles _ -> "";
        };
    }

    private static String row(List<String> columns, Change.RowChange row) {
        return switch (row) {
            case Change.RowChange.Inserted inserted -> values(columns, inserted.after());
            case Change.RowChange.Deleted deleted -> values(columns, deleted.before());
            case Change.RowChange.Updated updated ->
                unified(lines(columns, updated.before()), lines(columns, updated.after()));
        };
    }

    private static String values(List<String> columns, List<@Nullable Object> values) {
        return String.join("\n", lines(columns, values));
    }

    private static List<String> lines(List<String> columns, List<@Nullable Object> values) {
        List<String> lines = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            lines.add((i < columns.size() ? columns.get(i) : "?") + " = " + value(values.get(i)));
        }
        return lines;
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> "0x" + HexFormat.of().formatHex(bytes);
            default -> value.toString();
        };
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
