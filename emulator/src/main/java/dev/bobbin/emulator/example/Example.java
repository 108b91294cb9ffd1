package dev.bobbin.emulator.example;

import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.share.SecretMask;
import java.io.IOException;
import java.util.Set;
import java.util.function.UnaryOperator;

/**
 * A call and what it is to answer.
 *
 * @param name in plain words, one of a kind in its item
 * @param body the request body
 * @param profile it was approved under, as {@link dev.bobbin.emulator.service.ServiceProfiles#described} reads it
 */
public record Example(
        String name, String function, String body, ExecutingUser user, String profile, Expectation expectation) {

    /**
     * The example that a run makes when it is approved: its answer, with what differs from run to run masked, and secrets:
     * examples are kept with the code.
     *
     * @param name in plain words
     * @param secrets of the item's workspace
     * @throws IOException when the run has no answer, because it was stopped, or one that cannot be kept
     */
    public static Example approve(RunRecord run, String name, SecretMask secrets) throws IOException {
        RunSummary summary = run.summary();
        if (summary.status().equals(RunSummary.STOPPED)) {
            throw PlainException.of("example.stopped-run");
        }
        return new Example(
                name,
                summary.function(),
                run.input().body(),
                run.input().user(),
                run.input().profile(),
                expectation(run, run.input().invocationId(), Redaction.marking(secrets)));
    }

    /**
     * The answer of a run, with marks in place of secrets and of what differs from run to run.
     *
     * @param passingId the invocation id when it will be another one next time; else empty
     * @param secrets puts marks in place of them
     */
    static Expectation expectation(RunRecord run, String passingId, UnaryOperator<String> secrets) throws IOException {
        RunSummary summary = run.summary();
        RunAnswer answer = run.answer();
        Redaction redaction = new Redaction(summary.time(), run.input().body() + run.code(), passingId, secrets);
        return new Expectation(
                summary.status(),
                summary.httpStatus(),
                redaction.mask(ExampleJson.parse(answer.outputJson())),
                answer.errors().stream()
                        .map(error -> new Expectation.ExpectedError(error.name(), redaction.mask(error.message())))
                        .toList(),
                Set.of());
    }

    /** Whether it is the same call with the same expectation, whatever they are called and however their bodies are laid out. */
    public boolean sameAs(Example other) {
        return function.equals(other.function)
                && user.equals(other.user)
                && profile.equals(other.profile)
                && expectation.equals(other.expectation)
                && (body.equals(other.body) || sameJson(body, other.body));
    }

    private static boolean sameJson(String one, String other) {
        try {
            return ExampleJson.parse(one).equals(ExampleJson.parse(other));
        } catch (IOException _) {
            return false;
        }
    }

    /** The same under another name. */
    public Example named(String other) {
        return new Example(other, function, body, user, profile, expectation);
    }

    /** The same call with another expectation. */
    public Example expecting(Expectation other) {
        return new Example(name, function, body, user, profile, other);
    }
}
