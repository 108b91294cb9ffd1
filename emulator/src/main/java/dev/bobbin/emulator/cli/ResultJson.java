package dev.bobbin.emulator.cli;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.service.EnvelopeWriter;
import dev.bobbin.emulator.service.ErrorTexts;
import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** The result line of {@code batch}, also printed by {@code run --json}. */
final class ResultJson {

    private ResultJson() {}

    /** What the command line shows; nothing stops its runs but the end of the program. */
    static InvocationResult.Answered answered(InvocationResult result) {
        return switch (result) {
            case InvocationResult.Answered answered -> answered;
            case InvocationResult.Stopped _ -> throw new IllegalStateException("Nobody could stop this run.");
        };
    }

    /**
     * @param id the request's id as JSON text, echoed verbatim; null when there is none
     * @param withTrace whether the statements and changes of the run are told, too
     */
    static void write(
            @Nullable String id,
            InvocationResult.Answered answered,
            LogCollector logs,
            boolean withTrace,
            JsonGenerator out)
            throws IOException {
        out.writeStartObject();
        if (id != null) {
            out.writeFieldName("id");
            out.writeRawValue(id);
        }
        out.writeNumberField("httpStatus", answered.httpStatus());
        out.writeFieldName("envelope");
        EnvelopeWriter.write(answered.envelope(), out);
        out.writeArrayFieldStart("logs");
        for (LogLine line : logs.lines()) {
            out.writeStartObject();
            out.writeStringField("level", level(line.level()));
            out.writeStringField("message", line.message());
            out.writeEndObject();
        }
        out.writeEndArray();
        String explanation = answered.explanation(ErrorTexts.ENGLISH);
        if (!explanation.isEmpty()) {
            out.writeStringField("explanation", explanation);
        }
        out.writeNumberField("durationMs", answered.duration().toMillis());
        if (withTrace) {
            out.writeFieldName("trace");
            TraceJson.write(answered.trace(), out);
        }
        out.writeEndObject();
    }

    /** The portal's names. */
    private static String level(LogLine.Level level) {
        return switch (level) {
            case DEBUG -> "Debug";
            case PRINT, INFO -> "Information";
            case WARNING -> "Warning";
            case ERROR -> "Error";
            case CRITICAL -> "Critical";
        };
    }
}
