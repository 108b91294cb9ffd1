package dev.bobbin.emulator.standin.words;

import static java.util.stream.Collectors.joining;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.words.ChangeLine.Kind;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What a run changed, line by line: each place with what was added, changed and removed there. */
public final class ChangeLines {

    /** Longest value shown, in characters. */
    private static final int LONGEST = 120;

    /** Longest content of an event or a document shown on one line. */
    private static final int CONTENT = 300;

    private final Locale language;
    private final List<ChangeLine> lines = new ArrayList<>();

    private ChangeLines(Locale language) {
        this.language = language;
    }

    /** The lines in a language. */
    public static List<ChangeLine> of(ChangeSet changes, Locale language) {
        ChangeLines made = new ChangeLines(language);
        Map<List<String>, List<Change>> together = new LinkedHashMap<>();
        for (Change change : changes.changes()) {
            together.computeIfAbsent(place(change, together.size()), _ -> new ArrayList<>())
                    .add(change);
        }
        together.values().forEach(made::add);
        return made.lines;
    }

    /** Documents of one container and events of one stand-in stand together; everything else by itself. */
    private static List<String> place(Change change, int number) {
        return switch (change) {
            case Change.Document document -> List.of("document", document.standIn(), document.container());
            case Change.Event event -> List.of("event", event.standIn());
            default -> List.of(String.valueOf(number));
        };
    }

    private void add(List<Change> together) {
        switch (together.getFirst()) {
            case Change.Rows rows -> rows(rows);
            case Change.Document first -> documents(first, together);
            case Change.Event first -> events(first, together);
            case Change.Definition it ->
                add(
                        Kind.of(it.kind()),
                        it.standIn() + ": " + type(it.type()) + " " + it.object() + " " + word(it.kind()),
                        it);
            case Change.File it ->
                add(
                        Kind.of(it.kind()),
                        it.standIn() + ": " + it.path() + " " + word(it.kind())
                                + sizes(it.sizeBefore(), it.sizeAfter()),
                        it);
            case Change.OtherFiles it ->
                add(
                        Kind.HEADING,
                        text("change.more.files", it.standIn(), it.created(), it.changed(), it.deleted()),
                        it);
            case Change.Secret it ->
                add(
                        Kind.of(it.kind()),
                        it.standIn() + ": " + text("change.secret", it.secret()) + " " + word(it.kind()),
                        it);
            case Change.Variable it ->
                add(
                        Kind.of(it.before(), it.after()),
                        it.standIn() + ": " + field(new ChangedField(variable(it), it.before(), it.after())),
                        it);
        }
    }

    private void add(Kind kind, String words, Change change) {
        lines.add(new ChangeLine(kind, words, change, null));
    }

    private String text(String key, Object... values) {
        return Message.of(key, values).in(language);
    }

    private void rows(Change.Rows rows) {
        add(
                Kind.HEADING,
                rows.standIn() + ", " + rows.table() + ": " + counts(rows.inserted(), rows.updated(), rows.deleted()),
                rows);
        for (Change.RowChange row : rows.rows()) {
            lines.add(
                    switch (row) {
                        case Change.RowChange.Inserted it ->
                            new ChangeLine(
                                    Kind.ADDED, named(ChangedRow.values(rows, rows.read(it.after()))), rows, row);
                        case Change.RowChange.Deleted it ->
                            new ChangeLine(
                                    Kind.REMOVED, named(ChangedRow.values(rows, rows.read(it.before()))), rows, row);
                        case Change.RowChange.Updated it ->
                            new ChangeLine(Kind.CHANGED, difference(rows, it), rows, row);
                    });
        }
        long more =
                rows.inserted() + rows.updated() + rows.deleted() - rows.rows().size();
        if (more > 0) {
            add(Kind.HEADING, text("change.more.rows", more), rows);
        }
    }

    /** What was added, changed and removed; what there is none of goes unsaid. */
    private String counts(long added, long changed, long removed) {
        return Stream.of(
                        count("change.added", added),
                        count("change.altered", changed),
                        count("change.removed", removed))
                .filter(words -> !words.isEmpty())
                .collect(joining(", "));
    }

    private String count(String key, long number) {
        return number == 0 ? "" : text(key, number);
    }

    private String difference(Change.Rows rows, Change.RowChange.Updated row) {
        ChangedRow changed = ChangedRow.of(rows, row);
        return changed.changed().isEmpty()
                ? named(ChangedRow.values(rows, rows.read(row.after())))
                : "(" + named(changed.named()) + ") "
                        + changed.changed().stream()
                                .map(it -> it.column() + ": "
                                        + shortened(it.before().quoted()) + " → "
                                        + shortened(it.after().quoted()))
                                .collect(joining(", "));
    }

    private static String named(List<ChangedRow.Named> values) {
        return values.stream()
                .map(it -> it.column() + " = " + shortened(it.value().quoted()))
                .collect(joining(", "));
    }

    private void documents(Change.Document first, List<Change> together) {
        List<Change.Document> documents =
                together.stream().map(Change.Document.class::cast).toList();
        add(
                Kind.HEADING,
                first.standIn() + ", " + first.container() + ": "
                        + counts(
                                count(documents, Kind.ADDED),
                                count(documents, Kind.CHANGED),
                                count(documents, Kind.REMOVED)),
                first);
        documents.forEach(document -> add(Kind.of(document.before(), document.after()), words(document), document));
    }

    private static long count(List<Change.Document> documents, Kind kind) {
        return documents.stream()
                .filter(it -> Kind.of(it.before(), it.after()) == kind)
                .count();
    }

    private String words(Change.Document document) {
        List<ChangedField> fields = ChangedField.between(document.before(), document.after());
        if (Kind.of(document.before(), document.after()) != Kind.CHANGED) {
            return shortened(
                    fields.stream()
                            .map(field -> field.path() + " = "
                                    + shortened(field.before() == null ? field.after() : field.before()))
                            .collect(joining(", ")),
                    CONTENT);
        }
        return "(id = \"" + document.id() + "\") "
                + (fields.isEmpty()
                        ? text("change.same")
                        : fields.stream().map(this::field).collect(joining(", ")));
    }

    private String field(ChangedField field) {
        if (field.before() == null) {
            return text("change.field.added", field.path(), shortened(field.after()));
        }
        return field.after() == null
                ? text("change.field.removed", field.path(), shortened(field.before()))
                : field.path() + ": " + shortened(field.before()) + " → " + shortened(field.after());
    }

    private void events(Change.Event first, List<Change> together) {
        long published = together.stream()
                .filter(it -> ((Change.Event) it).kind() != Change.Kind.DELETED)
                .count();
        String counts = Stream.of(
                        count("change.published", published), count("change.removed", together.size() - published))
                .filter(words -> !words.isEmpty())
                .collect(joining(", "));
        add(Kind.HEADING, first.standIn() + ": " + counts, first);
        for (Change change : together) {
            Change.Event event = (Change.Event) change;
            EventContent content = EventContent.of(event.event());
            add(
                    Kind.of(event.kind()),
                    (content.name().isEmpty() ? "" : content.name() + ": ") + shortened(content.data(), CONTENT),
                    event);
        }
    }

    private String variable(Change.Variable it) {
        return it.valueSet().isEmpty()
                ? text("change.variable", it.variable())
                : text("change.variable.of", it.variable(), it.valueSet());
    }

    /** Kinds of things that have a word; what a later version may make is called as it is. */
    private String type(String type) {
        return switch (type) {
            case "table", "view", "index", "procedure", "function", "sequence", "schema", "database", "container" ->
                text("change.type." + type);
            default -> type;
        };
    }

    private String sizes(OptionalLong before, OptionalLong after) {
        if (before.isPresent() && after.isPresent()) {
            return " (" + before.getAsLong() + " → " + text("change.bytes", after.getAsLong()) + ")";
        }
        OptionalLong known = after.isPresent() ? after : before;
        return known.isPresent() ? " (" + text("change.bytes", known.getAsLong()) + ")" : "";
    }

    private String word(Change.Kind kind) {
        return switch (kind) {
            case CREATED -> text("change.kind.created");
            case CHANGED -> text("change.kind.changed");
            case DELETED -> text("change.kind.deleted");
        };
    }

    private static String shortened(@Nullable String text) {
        return shortened(text == null ? "" : text, LONGEST);
    }

    private static String shortened(String text, int longest) {
        return text.length() <= longest ? text : text.substring(0, longest) + "…";
    }
}
