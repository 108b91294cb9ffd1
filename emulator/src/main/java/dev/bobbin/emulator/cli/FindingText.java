package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Findings as commands print them. */
final class FindingText {

    private FindingText() {}

    /** One line for people: severity, place, message, rule. */
    static String line(Finding finding) {
        return "%-8s %s  %s [%s]"
                .formatted(severity(finding), place(finding.place()), finding.message(), finding.rule());
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
            out.writeStringField("message", finding.message());
            out.writeStringField("source", finding.source());
            out.writeStringField("fix", finding.fix());
            out.writeEndObject();
        }
        out.writeEndArray();
    }

    private static String severity(Finding finding) {
        return finding.severity().name().toLowerCase(Locale.ROOT);
    }

    private static String place(Place place) {
        String column = place.column() > 0 ? ":" + place.column() : "";
        return file(place) + (place.line() > 0 ? ":" + place.line() + column : "");
    }

    private static String file(Place place) {
        return place.file().toString().replace('\\', '/');
    }
}
