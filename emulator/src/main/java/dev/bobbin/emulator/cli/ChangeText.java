package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ChangedValue;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Changes of data, for people and as JSON. */
final class ChangeText {

    private ChangeText() {}

    static void print(ChangeSet changes, boolean json) throws IOException {
        if (json) {
            Output.json(false, out -> write(changes, out));
            return;
        }
        for (String line : lines(changes)) {
            Output.line(line);
        }
    }

    /** Each place that has changed, and below it what was added (+), changed (~) and removed (-). */
    static List<String> lines(ChangeSet changes) {
        return ChangeLines.of(changes, Locale.ENGLISH).stream()
                .map(line -> sign(line.kind()) + line.words())
                .toList();
    }

    private static String sign(ChangeLine.Kind kind) {
        return switch (kind) {
            case HEADING -> "";
            case ADDED -> "  + ";
            case CHANGED -> "  ~ ";
            case REMOVED -> "  - ";
        };
    }

    private static String word(Change.Kind kind) {
        return kind.name().toLowerCase(Locale.ROOT);
    }

    /**
     * {@code {"changes": [...]}}: rows with counts and the first of them, files with sizes and the difference of texts,
     * documents and events as JSON, everything else as its line.
     */
    static void write(ChangeSet changes, JsonGenerator out) throws IOException {
        out.writeStartObject();
        writeField(changes, out);
        out.writeEndObject();
    }

    /** The field {@code changes} alone. */
    static void writeField(ChangeSet changes, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("changes");
        for (Change change : changes.changes()) {
            out.writeStartObject();
            out.writeStringField("standIn", change.standIn());
            switch (change) {
                case Change.Rows rows -> write(rows, out);
                case Change.File file -> write(file, out);
                case Change.Document document -> write(document, out);
                case Change.Event event -> {
                    out.writeStringField("kind", word(event.kind()));
                    out.writeFieldName("event");
                    out.writeRawValue(event.event());
                }
                default ->
                    out.writeStringField(
                            "text",
                            ChangeLines.of(new ChangeSet(List.of(change)), Locale.ENGLISH)
                                    .getFirst()
                                    .words());
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void write(Change.File file, JsonGenerator out) throws IOException {
        out.writeStringField("path", file.path());
        out.writeStringField("kind", word(file.kind()));
        if (file.sizeBefore().isPresent()) {
            out.writeNumberField("sizeBefore", file.sizeBefore().getAsLong());
        }
        if (file.sizeAfter().isPresent()) {
            out.writeNumberField("sizeAfter", file.sizeAfter().getAsLong());
        }
        if (file.diff() != null) {
            out.writeStringField("diff", file.diff());
        }
    }

    private static void write(Change.Document document, JsonGenerator out) throws IOException {
        out.writeStringField("container", document.container());
        out.writeStringField("id", document.id());
        if (document.before() != null) {
            out.writeFieldName("before");
            out.writeRawValue(document.before());
        }
        if (document.after() != null) {
            out.writeFieldName("after");
            out.writeRawValue(document.after());
        }
    }

    private static void strings(String field, List<String> values, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        for (String value : values) {
            out.writeString(value);
        }
        out.writeEndArray();
    }

    private static void write(Change.Rows rows, JsonGenerator out) throws IOException {
        out.writeStringField("table", rows.table());
        out.writeNumberField("inserted", rows.inserted());
        out.writeNumberField("updated", rows.updated());
        out.writeNumberField("deleted", rows.deleted());
        strings("columns", rows.columns(), out);
        strings("types", rows.types(), out);
        strings("key", rows.key(), out);
        out.writeArrayFieldStart("rows");
        for (Change.RowChange row : rows.rows()) {
            out.writeStartObject();
            switch (row) {
                case Change.RowChange.Inserted inserted -> values("after", rows.read(inserted.after()), out);
                case Change.RowChange.Deleted deleted -> values("before", rows.read(deleted.before()), out);
                case Change.RowChange.Updated updated -> {
                    values("before", rows.read(updated.before()), out);
                    values("after", rows.read(updated.after()), out);
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void values(String field, List<ChangedValue> values, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        for (ChangedValue value : values) {
            switch (value.kind()) {
                case NULL -> out.writeNull();
                case NUMBER -> out.writeNumber(value.text());
                case BOOLEAN -> out.writeBoolean(value.text().equals("true"));
                case MOMENT, TEXT, BYTES -> out.writeString(value.text());
            }
        }
        out.writeEndArray();
    }
}
