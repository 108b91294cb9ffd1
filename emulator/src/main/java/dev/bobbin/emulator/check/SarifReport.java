package dev.bobbin.emulator.check;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.check.ItemChecker.RuleDescription;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.service.ServiceProfile;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Findings as a SARIF log, which code hosts and editors read. Paths are relative to the item folder.
 *
 * <p>Source: OASIS, "Static Analysis Results Interchange Format (SARIF) Version 2.1.0".
 */
public final class SarifReport {

    private static final String SCHEMA =
            "https://docs.oasis-open.org/sarif/sarif/v2.1.0/os/schemas/sarif-schema-2.1.0.json";

    private final JsonGenerator out;
    private final List<RuleDescription> rules;

    private SarifReport(JsonGenerator out, List<RuleDescription> rules) {
        this.out = out;
        this.rules = rules;
    }

    /**
     * Writes a log with one run.
     *
     * @param folder the item folder
     * @param version of the program
     * @throws IOException when the generator's target cannot be written
     */
    public static void write(
            Path folder, List<Finding> findings, ServiceProfile profile, String version, JsonGenerator out)
            throws IOException {
        new SarifReport(out, ItemChecker.rules(profile)).write(folder, findings, profile, version);
    }

    private void write(Path folder, List<Finding> findings, ServiceProfile profile, String version) throws IOException {
        out.writeStartObject();
        out.writeStringField("$schema", SCHEMA);
        out.writeStringField("version", "2.1.0");
        out.writeArrayFieldStart("runs");
        out.writeStartObject();
        tool(version);
        out.writeObjectFieldStart("originalUriBaseIds");
        out.writeObjectFieldStart("ITEM");
        String address = folder.toAbsolutePath().toUri().toString();
        out.writeStringField("uri", address.endsWith("/") ? address : address + "/");
        out.writeEndObject();
        out.writeEndObject();
        out.writeStringField("columnKind", "utf16CodeUnits");
        out.writeObjectFieldStart("properties");
        out.writeStringField("profile", profile.name());
        out.writeEndObject();
        out.writeArrayFieldStart("results");
        for (Finding finding : findings) {
            result(finding);
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
        out.writeEndObject();
    }

    private void tool(String version) throws IOException {
        out.writeObjectFieldStart("tool");
        out.writeObjectFieldStart("driver");
        out.writeStringField("name", "Bobbin");
        out.writeStringField("version", version);
        out.writeArrayFieldStart("rules");
        for (RuleDescription rule : rules) {
            out.writeStartObject();
            out.writeStringField("id", rule.id());
            text("shortDescription", rule.summary());
            out.writeObjectFieldStart("defaultConfiguration");
            out.writeStringField("level", level(rule.severity()));
            out.writeEndObject();
            out.writeObjectFieldStart("properties");
            out.writeStringField("source", rule.source());
            out.writeEndObject();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndObject();
    }

    private void result(Finding finding) throws IOException {
        out.writeStartObject();
        out.writeStringField("ruleId", finding.rule());
        int index = IntStream.range(0, rules.size())
                .filter(i -> rules.get(i).id().equals(finding.rule()))
                .findFirst()
                .orElse(-1);
        // What reading finds has no rule of a profile behind it.
        if (index >= 0) {
            out.writeNumberField("ruleIndex", index);
        }
        out.writeStringField("level", level(finding.severity()));
        text("message", finding.message().english());
        out.writeArrayFieldStart("locations");
        out.writeStartObject();
        out.writeObjectFieldStart("physicalLocation");
        artifact(finding.place().file());
        if (finding.place().line() > 0) {
            out.writeObjectFieldStart("region");
            out.writeNumberField("startLine", finding.place().line());
            if (finding.place().column() > 0) {
                out.writeNumberField("startColumn", finding.place().column());
            }
            out.writeEndObject();
        }
        out.writeEndObject();
        out.writeEndObject();
        out.writeEndArray();
        QuickFix fix = finding.fix();
        if (fix != null) {
            fix(fix);
        }
        out.writeEndObject();
    }

    private void fix(QuickFix fix) throws IOException {
        out.writeArrayFieldStart("fixes");
        out.writeStartObject();
        text("description", fix.title().english());
        out.writeArrayFieldStart("artifactChanges");
        for (Path file : fix.edits().stream().map(TextEdit::file).distinct().toList()) {
            out.writeStartObject();
            artifact(file);
            out.writeArrayFieldStart("replacements");
            for (TextEdit edit : fix.editsOf(file)) {
                out.writeStartObject();
                region(edit.range());
                text("insertedContent", edit.replacement());
                out.writeEndObject();
            }
            out.writeEndArray();
            out.writeEndObject();
        }
        out.writeEndArray();
        out.writeEndObject();
        out.writeEndArray();
    }

    private void region(TextRange range) throws IOException {
        out.writeObjectFieldStart("deletedRegion");
        out.writeNumberField("startLine", range.line());
        out.writeNumberField("startColumn", range.column());
        out.writeNumberField("endLine", range.endLine());
        out.writeNumberField("endColumn", range.endColumn());
        out.writeEndObject();
    }

    private void artifact(Path file) throws IOException {
        out.writeObjectFieldStart("artifactLocation");
        out.writeStringField("uri", relative(file));
        out.writeStringField("uriBaseId", "ITEM");
        out.writeEndObject();
    }

    /** A relative reference: blanks and letters outside ASCII are escaped. */
    private static String relative(Path file) {
        String path = file.toString().replace('\\', '/');
        try {
            return new URI(null, null, path, null).toASCIIString();
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private void text(String field, String text) throws IOException {
        out.writeObjectFieldStart(field);
        out.writeStringField("text", text);
        out.writeEndObject();
    }

    private static String level(Severity severity) {
        return switch (severity) {
            case ERROR -> "error";
            case WARNING -> "warning";
            case INFO -> "note";
        };
    }
}
