package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangedValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a run changed, stand-in by stand-in: rows in tables, everything else in a sentence with what there is to see of it. */
final class ChangesHtml {

    private static final ChangedValue NOTHING = new ChangedValue(ChangedValue.Kind.NULL, "NULL");

    private final Html html;

    ChangesHtml(Html html) {
        this.html = html;
    }

    void add(List<Change> changes) {
        if (changes.isEmpty()) {
            return;
        }
        html.section("Changes (" + changes.size() + ")");
        Map<String, List<Change>> places = changes.stream()
                .collect(Collectors.groupingBy(Change::standIn, LinkedHashMap::new, Collectors.toList()));
        places.forEach((standIn, its) -> {
            html.element("h3", standIn);
            its.forEach(this::add);
        });
        html.endSection();
    }

    private void add(Change change) {
        switch (change) {
            case Change.Rows rows -> rows(rows);
            case Change.Definition it -> sentence(it.kind(), it.type() + " " + it.object());
            case Change.File it -> {
                sentence(it.kind(), it.path() + sizes(it.sizeBefore(), it.sizeAfter()));
                block(it.diff());
            }
            case Change.OtherFiles it ->
                html.element(
                        "p",
                        "and more files: " + it.created() + " created, " + it.changed() + " changed, " + it.deleted()
                                + " deleted");
            case Change.Variable it ->
                pair(
                        "variable " + it.variable() + (it.valueSet().isEmpty() ? "" : " in " + it.valueSet()),
                        it.before(),
                        it.after());
            case Change.Secret it -> sentence(it.kind(), "secret " + it.secret());
            case Change.Document it -> pair("document " + it.id() + " of " + it.container(), it.before(), it.after());
            case Change.Event it -> {
                sentence(it.kind(), "event");
                json(it.event());
            }
        }
    }

    private void sentence(Change.Kind kind, String what) {
        html.markup("<p>").element("strong", word(kind)).text(" " + what).markup("</p>");
    }

    private static String word(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> "Created:";
            case CHANGED -> "Changed:";
            case DELETED -> "Deleted:";
        };
    }

    private static String sizes(OptionalLong before, OptionalLong after) {
        if (before.isPresent() && after.isPresent()) {
            return ", " + before.getAsLong() + " → " + after.getAsLong() + " bytes";
        }
        OptionalLong known = after.isPresent() ? after : before;
        return known.isPresent() ? ", " + known.getAsLong() + " bytes" : "";
    }

    /** What was and what is, side by side where there are both. */
    private void pair(String what, @Nullable String before, @Nullable String after) {
        sentence(
                before == null ? Change.Kind.CREATED : after == null ? Change.Kind.DELETED : Change.Kind.CHANGED, what);
        if (before != null && after != null) {
            html.table(List.of("Before", "After")).markup("<tr><td>");
            json(before);
            html.markup("</td><td>");
            json(after);
            html.markup("</td></tr>").endTable();
        } else {
            json(before == null ? after : before);
        }
    }

    private void json(@Nullable String json) {
        block(json == null ? null : JsonHtml.read(json).map(JsonHtml::words).orElse(json));
    }

    private void block(@Nullable String text) {
        if (text != null) {
            html.element("pre", text);
        }
    }

    private void rows(Change.Rows rows) {
        html.element("p", rows.table() + ": " + counts(rows));
        if (rows.rows().isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(""));
        rows.columns().forEach(column -> columns.add(rows.key().contains(column) ? column + " (key)" : column));
        html.table(columns);
        for (Change.RowChange row : rows.rows()) {
            switch (row) {
                case Change.RowChange.Inserted it -> row("added", "Added", rows, it.after(), it.after());
                case Change.RowChange.Deleted it -> row("removed", "Removed", rows, it.before(), it.before());
                case Change.RowChange.Updated it -> row("changed", "Changed", rows, it.before(), it.after());
            }
        }
        html.endTable();
        long more =
                rows.inserted() + rows.updated() + rows.deleted() - rows.rows().size();
        if (more > 0) {
            html.element("p", "and " + more + " more rows");
        }
    }

    private static String counts(Change.Rows rows) {
        List<String> counts = new ArrayList<>();
        count(counts, rows.inserted(), "added");
        count(counts, rows.updated(), "changed");
        count(counts, rows.deleted(), "removed");
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, long rows, String word) {
        if (rows > 0) {
            counts.add(rows + (rows == 1 ? " row " : " rows ") + word);
        }
    }

    private void row(
            String style, String word, Change.Rows rows, List<@Nullable Object> before, List<@Nullable Object> after) {
        List<ChangedValue> was = rows.read(before);
        List<ChangedValue> is = rows.read(after);
        html.markup("<tr class=\"" + style + "\">").element("th", word);
        for (int i = 0; i < rows.columns().size(); i++) {
            cell(i < was.size() ? was.get(i) : NOTHING, i < is.size() ? is.get(i) : NOTHING);
        }
        html.markup("</tr>");
    }

    private void cell(ChangedValue was, ChangedValue is) {
        html.markup(is.kind() == ChangedValue.Kind.NUMBER ? "<td class=\"number\">" : "<td>");
        if (was.equals(is)) {
            value(is);
        } else {
            html.markup("<del>");
            value(was);
            html.markup("</del> → <ins>");
            value(is);
            html.markup("</ins>");
        }
        html.markup("</td>");
    }

    private void value(ChangedValue value) {
        if (value.kind() == ChangedValue.Kind.NULL) {
            html.element("i", value.text());
        } else if (value.text().isEmpty()) {
            html.element("i", "empty text");
        } else {
            html.text(value.text());
        }
    }
}
