package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.finding.TextEdit;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/** Findings as commands print them. */
final class FindingText {

    private FindingText() {}

    /** One line for people: severity, place, message, rule. */
    static String line(Finding finding) {
        return "%-8s %s  %s [%s]"
                .formatted(
                        severity(finding),
                        place(finding.place()),
                        finding.message().english(),
                        finding.rule());
    }

    /** The field {@code findings}. */
    static void write(List<Finding> findings, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("findings");
        for (Finding finding : findings) {
            out.writeStartObject();
            out.writeStringField("rule", finding.rule());
            out.writeStringField("severity", severity(finding));
            out.writeStringField("file", file(finding.place()));
            out.writeNumberField("line", finding.place().line());
            out.writeNumberField("column", finding.place().column());
            out.writeStringField("message", finding.message().english());
            out.writeStringField("source", finding.source());
            out.writeStringField(
                    "fix", finding.fix() == null ? null : finding.fix().title().english());
            if (finding.fix() != null) {
                edits(finding.fix(), out);
            }
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    /** The field {@code edits}: what the fix changes, so that an editor can make it. */
    private static void edits(QuickFix fix, JsonGenerator out) throws IOException {
        out.writeArrayFieldStart("edits");
        for (TextEdit edit : fix.edits()) {
            out.writeStartObject();
            out.writeStringField("file", file(edit.file()));
            out.writeNumberField("line", edit.range().line());
            out.writeNumberField("column", edit.range().column());
            out.writeNumberField("endLine", edit.range().endLine());
            out.writeNumberField("endColumn", edit.range().endColumn());
            out.writeStringField("text", edit.replacement());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String severity(Finding finding) {
        return severity(finding.severity());
    }

    /** The word for a severity. */
    static String severity(Severity severity) {
        return severity.name().toLowerCase(Locale.ROOT);
    }

    /** File, line and column, as editors and terminals read them. */
    static String place(Finding finding) {
        return place(finding.place());
    }

    private static String place(Place place) {
        String column = place.column() > 0 ? ":" + place.column() : "";
        return file(place) + (place.line() > 0 ? ":" + place.line() + column : "");
    }

    private static String file(Place place) {
        return file(place.file());
    }

    private static String file(Path path) {
        return path.toString().replace('\\', '/');
    }
}
