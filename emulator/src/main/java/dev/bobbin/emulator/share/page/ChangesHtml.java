package dev.bobbin.emulator.share.page;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangedValue;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangedField;
import dev.bobbin.emulator.standin.words.EventContent;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
        html.section(html.words("page.changes", changes.size()));
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
            case Change.Document it -> document(it);
            case Change.Event it -> {
                EventContent event = EventContent.of(it.event());
                sentence(it.kind() == Change.Kind.DELETED ? "removed" : "added", event.name());
                block(JsonHtml.read(event.data()).map(JsonHtml::words).orElse(event.data()));
            }
            case Change.File it -> {
                told(it);
                block(it.diff());
            }
            case Change.Definition _, Change.OtherFiles _, Change.Secret _, Change.Variable _ -> told(change);
        }
    }

    /** What a line says in the window, without the name of its stand-in, which stands above. */
    private void told(Change change) {
        ChangeLine line = html.lines(change).getFirst();
        String words = line.words().substring(change.standIn().length() + 2);
        switch (line.kind()) {
            case HEADING -> html.element("p", words);
            case ADDED -> sentence("added", words);
            case CHANGED -> sentence("changed", words);
            case REMOVED -> sentence("removed", words);
        }
    }

    /** @param style added, changed or removed: what the style sheet and the texts call it */
    private void sentence(String style, String words) {
        html.markup("<p class=\"" + style + "\">")
                .element("strong", html.words("page." + style))
                .text(" " + words)
                .markup("</p>");
    }

    /** A document that was made or deleted with its fields, one that was changed with those that differ. */
    private void document(Change.Document it) {
        String name = html.words("page.document", it.id(), it.container());
        if (it.before() == null || it.after() == null) {
            sentence(it.before() == null ? "added" : "removed", name);
        } else {
            sentence("changed", name);
        }
        List<ChangedField> fields = ChangedField.between(it.before(), it.after());
        if (fields.isEmpty()) {
            html.element("p", html.words("change.same"));
            return;
        }
        html.table(List.of("", html.words("page.field"), html.words("page.input.value")));
        fields.forEach(this::field);
        html.endTable();
    }

    private void field(ChangedField field) {
        String before = field.before();
        String after = field.after();
        String style = before == null ? "added" : after == null ? "removed" : "changed";
        html.markup("<tr class=\"" + style + "\">")
                .element("th", html.words("page." + style))
                .element("td", field.path())
                .markup("<td>");
        if (before != null && after != null) {
            html.element("del", before).text(" → ").element("ins", after);
        } else if (before != null) {
            html.text(before);
        } else if (after != null) {
            html.text(after);
        }
        html.markup("</td></tr>");
    }

    private void block(@Nullable String text) {
        if (text != null) {
            html.element("pre", text);
        }
    }

    private void rows(Change.Rows rows) {
        // The heading of a list of changes: how many rows were added, changed and removed.
        html.element(
                "p",
                html.lines(rows).getFirst().words().substring(rows.standIn().length() + 2));
        if (rows.rows().isEmpty()) {
            return;
        }
        List<String> columns = new ArrayList<>(List.of(""));
        rows.columns()
                .forEach(column -> columns.add(rows.key().contains(column) ? html.words("page.key", column) : column));
        html.table(columns);
        for (Change.RowChange row : rows.rows()) {
            switch (row) {
                case Change.RowChange.Inserted it -> row("added", rows, it.after(), it.after());
                case Change.RowChange.Deleted it -> row("removed", rows, it.before(), it.before());
                case Change.RowChange.Updated it -> row("changed", rows, it.before(), it.after());
            }
        }
        html.endTable();
        long more =
                rows.inserted() + rows.updated() + rows.deleted() - rows.rows().size();
        if (more > 0) {
            html.element("p", html.words("change.more.rows", more));
        }
    }

    private void row(String style, Change.Rows rows, List<@Nullable Object> before, List<@Nullable Object> after) {
        List<ChangedValue> was = rows.read(before);
        List<ChangedValue> is = rows.read(after);
        html.markup("<tr class=\"" + style + "\">").element("th", html.words("page." + style));
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
            html.element("i", html.words("page.empty"));
        } else {
            html.text(value.text());
        }
    }
}
