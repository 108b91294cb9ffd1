package dev.bobbin.app.diff;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A line of the list of changes.
 *
 * @param kind says it with a sign, so that colour is not needed
 * @param change what it belongs to
 * @param row the row it is about; null when it is about the change as a whole
 */
public record ChangeLine(Kind kind, String words, Change change, Change.@Nullable RowChange row) {

    ChangeLine(Kind kind, String words, Change change) {
        this(kind, words, change, null);
    }

    /** Longest value shown, in characters. */
    private static final int LONGEST = 120;

    /** Most unchanged values by which a row is named. */
    private static final int NAMING = 3;

    /** What a line tells. */
    public enum Kind {
        HEADING,
        ADDED,
        CHANGED,
        REMOVED
    }

    /** What a run changed, stand-in by stand-in. */
    public static List<ChangeLine> of(ChangeSet changes) {
        List<ChangeLine> lines = new ArrayList<>();
        changes.changes().forEach(change -> add(lines, change));
        return lines;
    }

    private static void add(List<ChangeLine> lines, Change change) {
        switch (change) {
            case Change.Rows rows -> {
                lines.add(new ChangeLine(
                        Kind.HEADING, text("changes.rows", rows.standIn(), rows.table(), counts(rows)), rows));
                rows.rows().forEach(row -> lines.add(line(rows, row)));
                long more = rows.inserted()
                        + rows.updated()
                        + rows.deleted()
                        - rows.rows().size();
                if (more > 0) {
                    lines.add(new ChangeLine(Kind.HEADING, text("changes.more", more), rows));
                }
            }
            case Change.Definition definition ->
                lines.add(new ChangeLine(
                        kind(definition.kind()),
                        text(
                                "changes.definition",
                                definition.standIn(),
                                definition.type(),
                                definition.object(),
                                word(definition.kind())),
                        definition));
            case Change.File file ->
                lines.add(new ChangeLine(
                        kind(file.kind()),
                        text(
                                "changes.file",
                                file.standIn(),
                                file.path(),
                                word(file.kind()),
                                size(file.sizeBefore()),
                                size(file.sizeAfter())),
                        file));
            case Change.Secret secret ->
                lines.add(new ChangeLine(
                        kind(secret.kind()),
                        text("changes.secret", secret.standIn(), secret.secret(), word(secret.kind())),
                        secret));
            case Change.Document document -> {
                Kind kind =
                        document.before() == null ? Kind.ADDED : document.after() == null ? Kind.REMOVED : Kind.CHANGED;
                lines.add(new ChangeLine(
                        kind,
                        text("changes.document", document.standIn(), document.container(), document.id()),
                        document));
            }
            case Change.OtherFiles others ->
                lines.add(new ChangeLine(
                        Kind.HEADING,
                        text(
                                "changes.more.files",
                                others.standIn(),
                                others.created() + others.changed() + others.deleted()),
                        others));
            case Change.Variable variable -> {
                Kind kind =
                        variable.before() == null ? Kind.ADDED : variable.after() == null ? Kind.REMOVED : Kind.CHANGED;
                lines.add(new ChangeLine(
                        kind,
                        text("changes.variable", variable.standIn(), variable.valueSet(), variable.variable()),
                        variable));
            }
            case Change.Event event ->
                lines.add(new ChangeLine(
                        kind(event.kind()), text("changes.event", event.standIn(), shortened(event.event())), event));
        }
    }

    /** How many rows were added, changed and removed; what there is none of goes unsaid. */
    private static String counts(Change.Rows rows) {
        List<String> counts = new ArrayList<>();
        count(counts, "changes.rows.added", rows.inserted());
        count(counts, "changes.rows.changed", rows.updated());
        count(counts, "changes.rows.removed", rows.deleted());
        return String.join(", ", counts);
    }

    private static void count(List<String> counts, String key, long rows) {
        if (rows > 0) {
            counts.add(text(key, rows));
        }
    }

    private static ChangeLine line(Change.Rows rows, Change.RowChange row) {
        List<String> columns = rows.columns();
        return switch (row) {
            case Change.RowChange.Inserted inserted ->
                new ChangeLine(Kind.ADDED, values(columns, inserted.after()), rows, row);
            case Change.RowChange.Deleted deleted ->
                new ChangeLine(Kind.REMOVED, values(columns, deleted.before()), rows, row);
            case Change.RowChange.Updated updated ->
                new ChangeLine(Kind.CHANGED, difference(rows, updated.before(), updated.after()), rows, row);
        };
    }

    private static String values(List<String> columns, List<@Nullable Object> values) {
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            parts.add(name(columns, i) + " = " + value(values.get(i)));
        }
        return String.join(", ", parts);
    }

    /** Names the row by its key as it was, else by values that did not change; and shows what did. */
    private static String difference(Change.Rows rows, List<@Nullable Object> before, List<@Nullable Object> after) {
        List<String> columns = rows.columns();
        List<String> key = new ArrayList<>();
        List<String> same = new ArrayList<>();
        List<String> parts = new ArrayList<>();
        for (int i = 0; i < after.size(); i++) {
            String was = value(before.get(i));
            String is = value(after.get(i));
            if (rows.key().contains(name(columns, i))) {
                key.add(name(columns, i) + " = " + was);
            }
            if (!was.equals(is)) {
                parts.add(name(columns, i) + ": " + was + " → " + is);
            } else if (same.size() < NAMING) {
                same.add(name(columns, i) + " = " + is);
            }
        }
        if (parts.isEmpty()) {
            return values(columns, after);
        }
        List<String> named = key.isEmpty() ? same : key;
        String row = named.isEmpty() ? name(columns, 0) + " = " + value(before.getFirst()) : String.join(", ", named);
        return "(" + row + ") " + String.join(", ", parts);
    }

    private static String name(List<String> columns, int i) {
        return i < columns.size() ? columns.get(i) : "?";
    }

    private static String value(@Nullable Object value) {
        return switch (value) {
            case null -> "NULL";
            case byte[] bytes -> "0x" + shortened(HexFormat.of().formatHex(bytes));
            case String string -> "'" + shortened(string) + "'";
            default -> value.toString();
        };
    }

    private static String shortened(String text) {
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }

    private static String size(OptionalLong bytes) {
        return bytes.isPresent() ? text("changes.bytes", bytes.getAsLong()) : "–";
    }

    private static String word(Change.Kind kind) {
        return text("changes.kind." + kind);
    }

    private static Kind kind(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> Kind.ADDED;
            case CHANGED -> Kind.CHANGED;
            case DELETED -> Kind.REMOVED;
        };
    }
}
