package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.RunTrace;
import java.io.IOException;

/** What a run did with its data, as JSON: every SQL statement with its mark, and what changed. */
final class TraceJson {

    private static final double MILLION = 1e6;

    private TraceJson() {}

    /**
     * {@code {"statements": [...], "omitted": n, "changes": [...]}}; a statement's {@code mark} is {@code same}, {@code
     * approximated} or {@code refused}, with the {@code reason} of the latter two.
     */
    static void write(RunTrace trace, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeArrayFieldStart("statements");
        for (ExecutedStatement statement : trace.statements()) {
            write(statement, out);
        }
        out.writeEndArray();
        out.writeNumberField("omitted", trace.omitted());
        ChangeText.writeField(trace.changes(), out);
        out.writeEndObject();
    }

    private static void write(ExecutedStatement statement, JsonGenerator out) throws IOException {
        out.writeStartObject();
        out.writeStringField("standIn", statement.standIn());
        out.writeStringField("tsql", statement.tsql());
        out.writeObjectField("sqlite", statement.sqlite());
        out.writeObjectField("parameters", statement.parameters());
        out.writeNumberField("executions", statement.executions());
        if (statement.rows().isPresent()) {
            out.writeNumberField("rows", statement.rows().getAsLong());
        }
        out.writeNumberField("durationMs", statement.duration().toNanos() / MILLION);
        switch (statement.fidelity()) {
            case Fidelity.Same _ -> out.writeStringField("mark", "same");
            case Fidelity.Approximated it -> mark("approximated", it.reason(), out);
            case Fidelity.Refused it -> mark("refused", it.reason(), out);
        }
        if (statement.error() != null) {
            out.writeStringField("error", statement.error());
        }
        out.writeEndObject();
    }

    private static void mark(String mark, String reason, JsonGenerator out) throws IOException {
        out.writeStringField("mark", mark);
        out.writeStringField("reason", reason);
    }
}
