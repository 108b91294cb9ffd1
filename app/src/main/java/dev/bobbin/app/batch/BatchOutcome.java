package dev.bobbin.app.batch;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.Status;

/**
 * What the table shows of a run that has ended; small, however large the answer was.
 *
 * @param status the service's word for how it ended
 * @param httpStatus 0 when it was stopped
 * @param milliseconds it took
 * @param answer the beginning of the output, or what the first error is in plain words
 */
public record BatchOutcome(String status, int httpStatus, long milliseconds, String answer) {

    private static final int LONGEST = 300;
    private static final int LONGEST_READ = 10_000;

    static BatchOutcome of(InvocationResult result) {
        long milliseconds = result.duration().toMillis();
        return switch (result) {
            case InvocationResult.Answered answered ->
                new BatchOutcome(
                        answered.envelope().status().wireName(),
                        answered.httpStatus(),
                        milliseconds,
                        beginning(answered));
            case InvocationResult.Stopped _ -> new BatchOutcome("Stopped", 0, milliseconds, "");
        };
    }

    /** Whether the function returned something. */
    public boolean succeeded() {
        return status.equals(Status.SUCCEEDED.wireName());
    }

    /** With letters in place of their escapes, which Python writes for all that is not ASCII. */
    private static String legible(String json) {
        if (json.length() > LONGEST_READ) {
            return json;
        }
        try {
            return JsonValues.write(JsonValues.read(json));
        } catch (JsonProcessingException _) {
            return json;
        }
    }

    private static String beginning(InvocationResult.Answered answered) {
        Envelope envelope = answered.envelope();
        var errors = envelope.errors();
        String words = errors.isEmpty()
                ? legible(envelope.outputJson())
                : ErrorTexts.in(Messages.language())
                        .of(errors.getFirst(), answered.httpStatus(), answered.context())
                        .what();
        return words.length() > LONGEST ? words.substring(0, LONGEST) + "…" : words;
    }
}
