package dev.bobbin.emulator.example;

import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.share.SecretMask;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * How a run ends that was made again, beside the first one. What differs from run to run anyway is told apart as
 * {@link Example#approve} does: times near that of the run, and GUIDs that neither its input nor its code knows.
 *
 * @param differences where the two do not end the same: status, errors, output
 * @param passing where they differ in such times and GUIDs only
 */
public record RunComparison(List<Difference> differences, List<Difference> passing) {

    public RunComparison {
        differences = List.copyOf(differences);
        passing = List.copyOf(passing);
    }

    /**
     * Compares an answer with that of a run of a report.
     *
     * @param then whose secrets were masked
     * @param secrets of the item's workspace, which are masked in the answer as well
     * @throws IOException when one of the outputs is no JSON
     */
    public static RunComparison of(RunRecord then, InvocationResult.Answered now, SecretMask secrets)
            throws IOException {
        InvocationResult.Answered masked = now.withEnvelope(secrets.answer(now.envelope()));
        // A report has marks where secrets were, which may stand for anything. Its run is made again under its own id.
        Expectation expected = Example.expectation(then, "", Redaction::marked);
        List<Difference> differences = Judgement.differences(expected, masked);
        List<Difference> passing = new ArrayList<>(OutputDiff.compare(
                Redaction.marked(then.answer().outputJson()), masked.envelope().outputJson()));
        passing.removeIf(
                difference -> differences.stream().anyMatch(real -> real.place().equals(difference.place())));
        return new RunComparison(differences, passing);
    }

    /** Whether the two end the same, but for what differs from run to run. */
    public boolean isSame() {
        return differences.isEmpty();
    }
}
