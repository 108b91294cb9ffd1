package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

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

    /** A line for each change. */
    static List<String> lines(ChangeSet changes) {
        return changes.changes().stream().map(ChangeText::line).toList();
    }

    private static String line(Change change) {
        return switch (change) {
            case Change.Rows rows ->
                rows.standIn() + ": " + rows.table() + ": " + rows.inserted() + " inserted, " + rows.updated()
                        + " updated, " + rows.deleted() + " deleted";
            case Change.Definition it -> it.standIn() + ": " + it.type() + " " + it.object() + " " + word(it.kind());
            case Change.File it -> it.standIn() + ": file " + it.path() + " " + word(it.kind());
            case Change.Secret it -> it.standIn() + ": secret " + it.secret() + " " + word(it.kind());
            case Change.Document it -> it.standIn() + ": document " + it.container() + "/" + it.id();
            case Change.OtherFiles it ->
                it.standIn() + ": more files: " + it.created() + " created, " + it.changed() + " changed, "
                        + it.deleted() + " deleted";
            case Change.Variable it ->
                it.standIn() + ": variable " + it.variable()
                        + (it.valueSet().isEmpty() ? "" : " in the value set " + it.valueSet()) + " was " + it.before()
                        + ", is " + it.after();
            case Change.Event it ->
                it.standIn() + ": event " + (it.kind() == Change.Kind.CREATED ? "published" : word(it.kind()));
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
                default -> out.writeStringField("text", line(change));
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
        strings("key", rows.key(), out);
        out.writeArrayFieldStart("rows");
        for (Change.RowChange row : rows.rows()) {
            out.writeStartObject();
            switch (row) {
                case Change.RowChange.Inserted inserted -> values("after", inserted.after(), out);
                case Change.RowChange.Deleted deleted -> values("before", deleted.before(), out);
                case Change.RowChange.Updated updated -> {
                    values("before", updated.before(), out);
                    values("after", updated.after(), out);
                }
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static void values(String field, List<@Nullable Object> values, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart(field);
        for (Object value : values) {
            switch (value) {
                case null -> out.writeNull();
                case Long number -> out.writeNumber(number);
                case Double number -> out.writeNumber(number);
                case byte[] bytes -> out.writeBinary(bytes);
                case Object other -> out.writeString(other.toString());
            }
        }
        out.writeEndArray();
    }
}
