package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.l10n.BadDayWords;
import dev.bobbin.app.l10n.Dates;
import dev.bobbin.app.l10n.Durations;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.emulator.example.RunComparison;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Runs in words. */
public final class RunText {

    /** More of one part than anybody reads in a side panel. */
    private static final int LONGEST = 20_000;

    private static final int USUAL = 200;

    /** Differences that a message names, and the length of each value in it. */
    private static final int DIFFERENCES = 3;

    private static final int DIFFERENCE = 60;

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    private RunText() {}

    /** What people know a run by. */
    public static String name(RunSummary run) {
        return text("history.name", run.function(), time(run));
    }

    /** Day and time of a run. */
    static String time(RunSummary run) {
        return Dates.dayAndTime(run.time());
    }

    /** When a run was, in few words. */
    static String brief(RunSummary run) {
        return Dates.brief(run.time(), ZonedDateTime.now());
    }

    /** The service's word for how a run ended, and the HTTP status unless it is the usual one. */
    static String status(RunSummary run) {
        return status(run.status(), run.httpStatus());
    }

    private static String status(String word, int http) {
        return http == 0 || http == USUAL ? word : word + " " + http;
    }

    /** Where a run was asked for. */
    static String origin(RunSummary run) {
        return text("history.origin." + run.origin());
    }

    static String duration(RunSummary run) {
        return Durations.text(run.duration());
    }

    /** All there is to know of a run, for reading. */
    static String full(RunRecord run) {
        StringBuilder text = new StringBuilder();
        RunSummary summary = run.summary();
        text.append(text(
                "history.detail.head",
                summary.function(),
                summary.status(),
                summary.httpStatus(),
                Durations.text(
                        summary.duration(),
                        Objects.requireNonNullElse(run.answer().waited(), Duration.ZERO)),
                time(summary)));
        part(text, "history.detail.input", pretty(run.input().body()));
        part(text, "history.detail.output", pretty(run.answer().outputJson()));
        run.answer()
                .errors()
                .forEach(error -> part(text, "history.detail.error", error.name() + ": " + error.message()));
        part(text, "history.detail.explanation", run.explanation(ErrorTexts.in(Messages.language())));
        if (run.answer().traceback() != null) {
            part(text, "history.detail.traceback", run.answer().traceback());
        }
        StringBuilder logs = new StringBuilder();
        run.logs()
                .forEach(line -> logs.append('[')
                        .append(line.level())
                        .append("] ")
                        .append(line.message())
                        .append('\n'));
        part(text, "history.detail.logs", logs.toString());
        part(
                text,
                "history.detail.sql",
                run.trace().statements().stream()
                        .map(statement -> statement.tsql().strip())
                        .collect(Collectors.joining("\n")));
        part(
                text,
                "history.detail.changes",
                ChangeLines.of(run.trace().changes(), Messages.language()).stream()
                        .map(line -> sign(line.kind()) + line.words())
                        .collect(Collectors.joining("\n")));
        // Last: it is mostly the same for all runs.
        text.append("\n\n").append(setting(run));
        text.append('\n').append(text("history.detail.invocation", run.input().invocationId()));
        return text.toString();
    }

    private static String sign(ChangeLine.Kind kind) {
        return switch (kind) {
            case HEADING -> "";
            case ADDED -> "+ ";
            case CHANGED -> "~ ";
            case REMOVED -> "− ";
        };
    }

    /** Whether a run that was made again ended as the first one did, and where it did not. */
    static String compared(RunRecord then, InvocationResult.Answered now, RunComparison comparison) {
        String before = status(then.summary());
        if (comparison.isSame()) {
            return text("history.again.same", before);
        }
        String after = status(now.envelope().status().wireName(), now.httpStatus());
        String places = comparison.differences().stream()
                .limit(DIFFERENCES)
                .map(difference -> PlaceWords.of(difference.place()) + ": " + shown(difference.expected()) + " → "
                        + shown(difference.actual()))
                .collect(Collectors.joining("; "));
        return text(
                "history.again.differs", before, after, comparison.differences().size(), places);
    }

    private static String shown(String json) {
        return json.isEmpty() ? "–" : json.length() <= DIFFERENCE ? json : json.substring(0, DIFFERENCE) + " …";
    }

    /** In which engine, under which profile and circumstances, and for whom it ran. */
    static String setting(RunRecord run) {
        RunInput input = run.input();
        StringBuilder text = new StringBuilder(text(
                "history.detail.setting",
                input.engine(),
                input.profile(),
                input.user().preferredUsername()));
        Map<String, BadDay> badDays = input.circumstances().badDays();
        if (!badDays.isEmpty()) {
            text.append("; ").append(text("history.detail.badDays", BadDayWords.of(badDays)));
        }
        new TreeMap<>(input.circumstances().valueSets())
                .forEach((alias, valueSet) -> text.append("; ")
                        .append(
                                valueSet.isEmpty()
                                        ? text("history.detail.defaultValues", alias)
                                        : text("history.detail.valueSet", alias, valueSet)));
        return text.toString();
    }

    private static void part(StringBuilder text, String title, String content) {
        String bare = content.strip();
        if (!bare.isEmpty() && !bare.equals("\"\"")) {
            text.append("\n\n").append(text(title)).append('\n');
            text.append(bare.length() > LONGEST ? bare.substring(0, LONGEST) + " …" : bare);
        }
    }

    private static String pretty(String json) {
        if (json.length() > LONGEST) {
            return json;
        }
        try {
            return JSON.readTree(json).toPrettyString();
        } catch (JsonProcessingException e) {
            return json;
        }
    }
}
