package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import dev.bobbin.app.l10n.Durations;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.text.JsonLayout;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.StreamedPiece;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.ErrorTexts;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.PlainError;
import dev.bobbin.emulator.service.Status;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything the result panel shows of one run, made in the background.
 *
 * @param headline status, HTTP code, duration and the function's name in one line
 * @param output the output laid out as JSON; a lone text without its quotes
 * @param brokenOff whether the output is the beginning of a stream that failed
 * @param content what the output is; of a text that holds JSON, tree and table are of that
 * @param tree the output as a tree; null for plain values and very large outputs
 * @param table the output as a table, or else the list of rows inside it; null when there is neither
 * @param tablePath where that list stands in the output, such as {@code $.rows}; empty when it is the whole output
 * @param picture the bytes of a picture the output holds as a text; null when it holds none
 * @param pieces the output's pieces as they were streamed; none when it was not
 * @param outputJson the whole output, for saving; null when there is none
 * @param response the HTTP response laid out; empty when there was none
 * @param gauges how much of the service's limits the run took
 * @param problems what went wrong, in the order of the envelope
 * @param hints where to look for what made it fail
 */
public record ResultDocument(
        Outcome outcome,
        String headline,
        OutputPreview output,
        boolean brokenOff,
        Content content,
        @Nullable OutputTree tree,
        @Nullable ResultTable table,
        String tablePath,
        byte @Nullable [] picture,
        List<StreamedPiece> pieces,
        @Nullable String outputJson,
        OutputPreview response,
        List<Problem> problems,
        @Nullable Traceback traceback,
        FailureHints hints,
        List<LimitGauge> gauges) {

    /** What the output is. */
    enum Content {
        JSON,
        TEXT,
        /** A text with JSON in it, as {@code json.dumps} makes it. */
        TEXT_WITH_JSON,
        /** A text with a JSON value in each line, as streams of rows are sent. */
        TEXT_WITH_JSON_LINES
    }

    /** What colour and sign the headline has. */
    public enum Outcome {
        SUCCEEDED,
        REFUSED,
        FAILED,
        STOPPED
    }

    /**
     * An error.
     *
     * @param plain it in plain words
     * @param name of the error entry, as its message and properties the service's words
     * @param properties name and value, in order
     */
    public record Problem(PlainError plain, String name, String message, List<Property> properties) {}

    /** One of an error's properties. */
    public record Property(String name, String value) {}

    /** Whether there is something on the errors page. */
    public boolean failed() {
        return !problems.isEmpty() || traceback != null;
    }

    /** The headline, and of a run that kept all limits of the service those it came near. */
    public String status() {
        Stream<String> near = outcome == Outcome.FAILED
                ? Stream.of()
                : gauges.stream().filter(LimitGauge::near).map(LimitGauge::warning);
        return Stream.concat(Stream.of(headline), near).collect(Collectors.joining("\n"));
    }

    /** What is not shown of a large output, and what is shown otherwise than callers get it; empty when all is plain. */
    public String note() {
        if (outputJson == null) {
            return "";
        }
        List<String> notes = new ArrayList<>();
        if (output.cut()) {
            notes.add(text("result.note.cut", outputJson.length() / 1024));
        }
        if (content == Content.TEXT_WITH_JSON || content == Content.TEXT_WITH_JSON_LINES) {
            notes.add(text("result.note." + content));
        }
        if (!tablePath.isEmpty()) {
            notes.add(text("result.note.inner", tablePath));
        }
        remark().ifPresent(notes::add);
        return String.join("  ·  ", notes);
    }

    /** What is to be said at the end of the output; empty when it ends as it should. */
    public String ending() {
        return brokenOff ? text("result.ending.brokenOff") : "";
    }

    /** What is odd about the output, however it is looked at. */
    Optional<String> remark() {
        return Optional.ofNullable(table)
                .map(ResultTable::hollow)
                .filter(hollow -> !hollow.isEmpty())
                .map(hollow -> text("result.note.hollow", String.join(", ", hollow)));
    }

    /** Lays out a run; takes as long as the result is large. */
    public static ResultDocument of(FinishedRun run) {
        return switch (run.result()) {
            case InvocationResult.Answered answered -> of(run, answered);
            case InvocationResult.Stopped stopped ->
                new ResultDocument(
                        Outcome.STOPPED,
                        text("result.stopped", run.function(), Durations.text(stopped.duration(), stopped.waited())),
                        new OutputPreview("", false),
                        false,
                        Content.TEXT,
                        null,
                        null,
                        "",
                        null,
                        List.of(),
                        null,
                        new OutputPreview("", false),
                        List.of(),
                        null,
                        FailureHints.of(run),
                        List.of());
        };
    }

    private static ResultDocument of(FinishedRun run, InvocationResult.Answered answered) {
        var envelope = answered.envelope();
        boolean succeeded = envelope.status() == Status.SUCCEEDED;
        String json = envelope.outputJson();
        Optional<String> lone = loneText(json);
        Optional<HeldJson> held = succeeded ? lone.flatMap(HeldJson::of) : Optional.empty();
        String data = held.map(HeldJson::json).orElse(json);
        @Nullable ResultTable whole = succeeded ? ResultTable.of(data).orElse(null) : null;
        @Nullable
        InnerTable inner = succeeded && whole == null ? InnerTable.of(data).orElse(null) : null;
        boolean brokenOff = answered.context() instanceof FailureContext.BrokenOff;
        String headline = text(
                brokenOff ? "result.headline.brokenOff" : "result.headline",
                envelope.status().wireName(),
                String.valueOf(answered.httpStatus()),
                Durations.text(answered.duration(), answered.waited()),
                run.function());
        return new ResultDocument(
                outcome(envelope.status()),
                headline,
                succeeded || brokenOff ? output(json) : new OutputPreview("", false),
                brokenOff,
                held.map(it -> it.lines() ? Content.TEXT_WITH_JSON_LINES : Content.TEXT_WITH_JSON)
                        .orElse(lone.isPresent() ? Content.TEXT : Content.JSON),
                succeeded ? OutputTree.of(data).orElse(null) : null,
                inner == null ? whole : inner.table(),
                inner == null ? "" : inner.path(),
                succeeded ? lone.flatMap(Pictures::of).orElse(null) : null,
                run.pieces(),
                succeeded || brokenOff ? json : null,
                response(answered),
                problems(answered),
                answered.traceback(),
                FailureHints.of(run),
                LimitGauge.of(run));
    }

    private static Outcome outcome(Status status) {
        return switch (status) {
            case SUCCEEDED -> Outcome.SUCCEEDED;
            case BAD_REQUEST -> Outcome.REFUSED;
            case FAILED, TIMEOUT, RESPONSE_TOO_LARGE -> Outcome.FAILED;
        };
    }

    /** The whole output as a file holds it: a lone text without its quotes. */
    static String whole(String json) {
        return loneText(json).orElse(json);
    }

    /** The whole output for the clipboard: a lone text as it is, JSON laid out unless it is very large; empty when there is none. */
    public String toCopy() {
        String json = outputJson;
        return json == null
                ? ""
                : loneText(json).orElseGet(() -> OutputPreview.indented(json).orElse(json));
    }

    private static OutputPreview output(String json) {
        return loneText(json).map(OutputPreview::ofText).orElseGet(() -> OutputPreview.ofJson(json));
    }

    private static Optional<String> loneText(String json) {
        try (JsonParser parser = JsonLayout.JSON.createParser(json)) {
            return parser.nextToken() == JsonToken.VALUE_STRING ? Optional.of(parser.getText()) : Optional.empty();
        } catch (IOException _) {
            return Optional.empty();
        }
    }

    private static OutputPreview response(InvocationResult.Answered answered) {
        if (answered.context() instanceof FailureContext.BrokenOff) {
            OutputPreview sent = output(answered.envelope().outputJson());
            return new OutputPreview(
                    "HTTP/1.1 " + answered.httpStatus() + "\nTransfer-Encoding: chunked\n\n" + sent.text() + "\n\n"
                            + text("result.response.brokenOff"),
                    sent.cut());
        }
        String head = "HTTP/1.1 " + answered.httpStatus() + "\nContent-Type: application/json\n\n";
        OutputPreview body = OutputPreview.ofJson(ResponseText.of(answered.envelope()));
        return new OutputPreview(head + body.text(), body.cut());
    }

    private static List<Problem> problems(InvocationResult.Answered answered) {
        ErrorTexts texts = ErrorTexts.in(Messages.language());
        List<Problem> problems = new ArrayList<>();
        for (ErrorEntry entry : answered.envelope().errors()) {
            List<Property> properties = new ArrayList<>();
            entry.properties().properties().forEach(p -> properties.add(new Property(p.getKey(), value(p.getValue()))));
            problems.add(new Problem(
                    texts.of(entry, answered.httpStatus(), answered.context()),
                    entry.name(),
                    entry.message(),
                    properties));
        }
        return problems;
    }

    private static String value(JsonNode node) {
        return node.isTextual() ? node.textValue() : node.toString();
    }
}
