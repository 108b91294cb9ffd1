package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorTexts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A run of the history in full, for people. */
final class RunText {

    private RunText() {}

    /** What is told of it, one thing each; a text of the run may have several lines. */
    static List<String> lines(RunRecord run) {
        List<String> lines = new ArrayList<>();
        lines.add("Invocation id: " + run.input().invocationId());
        lines.add("Engine: " + run.input().engine());
        lines.add("Input: " + run.input().body());
        if (!run.answer().outputJson().equals(Envelope.NO_OUTPUT)) {
            lines.add("Output: " + run.answer().outputJson());
        }
        run.answer().errors().forEach(error -> lines.add("Error: " + error.name() + ": " + error.message()));
        String explanation = run.explanation(ErrorTexts.ENGLISH);
        if (!explanation.isEmpty()) {
            lines.add("Explanation: " + explanation);
        }
        @Nullable String traceback = run.answer().traceback();
        if (traceback != null) {
            lines.add(traceback.stripTrailing());
        }
        run.logs().forEach(line -> lines.add("Log: " + line.level() + ": " + line.message()));
        if (!run.trace().changes().isEmpty()) {
            lines.add("Changed:");
            lines.addAll(ChangeText.lines(run.trace().changes()));
        }
        return lines;
    }
}
