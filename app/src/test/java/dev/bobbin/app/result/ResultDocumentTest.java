package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ResultDocumentTest {

    @Test
    void anObjectIsLaidOutAsIndentedJson() {
        assertThat(succeeded("{\"a\":1,\"b\":[true,null]}").output().text()).isEqualTo("""
                {
                  "a": 1,
                  "b": [
                    true,
                    null
                  ]
                }""");
    }

    @Test
    void aLoneTextIsShownWithoutQuotesAndWithItsLines() {
        assertThat(succeeded("\"one\\ntwo\"").output().text()).isEqualTo("one\ntwo");
    }

    @Test
    void jsonInsideALoneTextIsATreeAndATableButStaysTheTextCallersGet() {
        ResultDocument document = succeeded("\"[{\\\"a\\\": 1}, {\\\"a\\\": 2}]\"");
        assertThat(Objects.requireNonNull(document.table()).size()).isEqualTo(2);
        assertThat(Objects.requireNonNull(document.tree()).children()).hasSize(2);
        assertThat(document.output().text()).isEqualTo("[{\"a\": 1}, {\"a\": 2}]");
        assertThat(document.note()).contains("text");
        assertThat(document.toCopy()).isEqualTo("[{\"a\": 1}, {\"a\": 2}]");
    }

    @Test
    void rowsInsideAnObjectAreATableToo() {
        ResultDocument document = succeeded(
                "{\"count\": 3, \"few\": [{\"a\": 1}], \"by\": {\"store one\": [{\"b\": [1], \"c\": 2}, {\"b\": [], \"c\": 3}]}, \"n\": [1, 2]}");

        ResultTable table = Objects.requireNonNull(document.table());
        assertThat(document.tablePath()).isEqualTo("$.by[\"store one\"]");
        assertThat(table.columns()).extracting(ResultTable.Column::name).containsExactly("b", "c");
        assertThat(table.size()).isEqualTo(2);
        assertThat(document.note()).contains("store one");
        assertThat(succeeded("{\"a\": [1, 2], \"b\": {\"c\": \"[{}]\"}}").table())
                .isNull();
    }

    @Test
    void lettersInsideNestedValuesAreReadAndFoundAsLetters() {
        ResultTable table = Objects.requireNonNull(
                succeeded("[{\"at\": {\"city\": \"K\\u00f6ln\", \"of\": [1, \"\\u00c4\"]}}, {\"at\": null}]")
                        .table());

        assertThat(Objects.requireNonNull(table.row(0).get("at")).text())
                .isEqualTo("{\"city\": \"Köln\", \"of\": [1, \"Ä\"]}");
        assertThat(table.contains(0, "köln")).isTrue();
        assertThat(table.contains(0, "KÖLN")).isTrue();
        assertThat(table.contains(0, "ä")).isTrue();
        assertThat(table.contains(1, "ö")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"[1] Smith, A. (2024)", "{name}", "[INFO] done", "12", "true", ""})
    void aTextThatOnlyBeginsLikeJsonIsAText(String words) {
        ResultDocument document = succeeded("\"" + words + "\"");
        assertThat(document.tree()).isNull();
        assertThat(document.table()).isNull();
        assertThat(document.note()).isEmpty();
    }

    @Test
    void whatIsCopiedIsWholeHoweverLongItsLines() {
        String json = "{\"a\":\"" + "x".repeat(5_000) + "\"}";
        assertThat(succeeded(json).toCopy()).isEqualTo("{\n  \"a\": \"" + "x".repeat(5_000) + "\"\n}");
        String large = "[" + "1,".repeat(300_000) + "2]";
        assertThat(succeeded(large).toCopy()).isEqualTo(large);
    }

    @Test
    void numbersKeepEveryDigitAndNaNIsShown() {
        assertThat(succeeded("[1.10000000000000000001,NaN]").output().text()).contains("1.10000000000000000001", "NaN");
    }

    @Test
    void aListOfObjectsIsATableWithTheColumnsOfAll() {
        ResultTable table = Objects.requireNonNull(
                succeeded("[{\"a\":1,\"b\":\"x\"},{\"a\":2,\"c\":[1, 2]}]").table());
        assertThat(table.columns()).extracting(ResultTable.Column::name).containsExactly("a", "b", "c");
        assertThat(table.row(1).get("c")).isEqualTo(new ResultTable.Cell("[1, 2]", ResultTable.Cell.Sort.OTHER));
        assertThat(table.row(0).get("a")).isEqualTo(new ResultTable.Cell("1", ResultTable.Cell.Sort.NUMBER));
        assertThat(table.cut()).isFalse();
    }

    @Test
    void rowsGivenAsListsAreATableWhoseColumnsAreTheirPlaces() {
        ResultTable table = Objects.requireNonNull(
                succeeded("[[\"nord\", 1, null], [\"ost\", 2.5, true]]").table());
        assertThat(table.columns())
                .containsExactly(
                        new ResultTable.Column("1", ResultTable.Kind.TEXT),
                        new ResultTable.Column("2", ResultTable.Kind.NUMBER),
                        new ResultTable.Column("3", ResultTable.Kind.TRUE_FALSE));
        assertThat(table.size()).isEqualTo(2);
        assertThat(table.row(1).get("1")).isEqualTo(new ResultTable.Cell("ost", ResultTable.Cell.Sort.OTHER));
        assertThat(table.row(0).get("3")).isEqualTo(new ResultTable.Cell("null", ResultTable.Cell.Sort.NULL));
    }

    @ParameterizedTest
    @ValueSource(strings = {"[[1, 2], [3]]", "[[1], [[2]]]", "[[1, {}]]", "[[], []]", "[[1], {\"a\": 1}]", "[{}, {}]"})
    void listsOfDifferentLengthsAndListsOfListsAreNoTable(String json) {
        assertThat(succeeded(json).table()).isNull();
    }

    @Test
    void anythingElseIsNoTable() {
        assertThat(succeeded("[1,2]").table()).isNull();
        assertThat(succeeded("[]").table()).isNull();
        assertThat(succeeded("[{\"a\":1},2]").table()).isNull();
        assertThat(succeeded("{\"a\":1}").table()).isNull();
    }

    @Test
    void ofAHugeTableEveryRowIsThere() {
        String json = "[" + "{\"a\":1},".repeat(20_000) + "{\"a\":2}]";
        ResultTable table = Objects.requireNonNull(succeeded(json).table());
        assertThat(table.size()).isEqualTo(20_001);
        assertThat(table.row(20_000).get("a")).isEqualTo(new ResultTable.Cell("2", ResultTable.Cell.Sort.NUMBER));
    }

    @Test
    void howNearARunCameToTheLimitsIsSaid() {
        ResultDocument near = succeeded("\"" + "x".repeat(25 * 1024 * 1024) + "\"");
        var gauges = near.gauges();
        assertThat(gauges).extracting(LimitGauge::id).containsExactly("time", "request", "response");
        assertThat(gauges.get(1).near()).isFalse();
        assertThat(gauges.get(2).near()).isTrue();
        assertThat(gauges.get(2).words()).isEqualTo("25 MB of 30 MB");
        assertThat(near.status()).isEqualTo(near.headline() + "\nResponse near the limit: 25 MB of 30 MB");
        ResultDocument far = succeeded("1");
        assertThat(far.status()).isEqualTo(far.headline());
    }

    @Test
    void ofAHugeOutputOnlyTheBeginningIsLaidOut() {
        String json = "\"" + "x".repeat(30 * 1024 * 1024) + "\"";
        ResultDocument document = succeeded(json);
        assertThat(document.output().cut()).isTrue();
        assertThat(document.output().text().length()).isLessThan(OutputPreview.LIMIT * 2);
        assertThat(document.output().text().lines()).allMatch(line -> line.length() <= 2_000);
        assertThat(document.note()).contains("Save as");
    }

    @Test
    void aFailureHasItsErrorsAndNoOutput() {
        var properties = new ObjectMapper().createObjectNode().put("error_type", "ValueError");
        ResultDocument document = ResultDocument.of(
                run(Status.FAILED, "\"\"", 409, List.of(new ErrorEntry("InternalError", "It failed.", properties))));
        assertThat(document.outcome()).isEqualTo(ResultDocument.Outcome.FAILED);
        assertThat(document.outputJson()).isNull();
        assertThat(document.headline()).isEqualTo("Failed  ·  HTTP 409  ·  12 ms  ·  hello");
        assertThat(document.problems()).singleElement().satisfies(problem -> {
            assertThat(problem.name()).isEqualTo("InternalError");
            assertThat(problem.message()).isEqualTo("It failed.");
            assertThat(problem.properties()).containsExactly(new ResultDocument.Property("error_type", "ValueError"));
            assertThat(problem.plain().id()).isEqualTo("exception.ValueError");
        });
        assertThat(document.response().text()).startsWith("HTTP/1.1 409").contains("\"errorCode\": \"InternalError\"");
    }

    @Test
    void aColumnThatHoldsNothingButEmptyObjectsIsRemarkedOn() {
        assertThat(succeeded("[{\"d\": {}, \"n\": 1, \"o\": {}}, {\"d\": {}, \"n\": 2, \"o\": {\"a\": 1}}]")
                        .note())
                .startsWith("d: an empty object in every row.")
                .contains("df.astype(str)");
        assertThat(succeeded("[{\"d\": {}}, {\"n\": 1}]").note()).isEmpty();
    }

    @Test
    void aTextWithJsonInEachLineIsATableOfItsLines() {
        ResultDocument lines = succeeded("\"{\\\"n\\\": 1}\\n\\n{\\\"n\\\": 2}\\n\"");
        assertThat(lines.content()).isEqualTo(ResultDocument.Content.TEXT_WITH_JSON_LINES);
        assertThat(lines.table()).isNotNull();
        assertThat(lines.table().size()).isEqualTo(2);
        assertThat(lines.note()).contains("each line");
        assertThat(lines.outputJson()).startsWith("\"{");

        assertThat(succeeded("\"{\\\"n\\\": 1}\\nand words\"").content()).isEqualTo(ResultDocument.Content.TEXT);
        assertThat(succeeded("\"1\\n2\"").content()).isEqualTo(ResultDocument.Content.TEXT);
        assertThat(succeeded("[1]").content()).isEqualTo(ResultDocument.Content.JSON);
    }

    @Test
    void theStartOfTheEngineIsToldApartFromTheTimeOfTheFunction() {
        InvocationResult result = new InvocationResult.Stopped(Duration.ofMillis(5100), RunTrace.EMPTY);
        assertThat(headline(result.after(Duration.ofSeconds(17))))
                .contains("5.1 s (17.0 s until the engine was ready)");
        assertThat(headline(result.after(Duration.ofMillis(900))))
                .contains("5.1 s")
                .doesNotContain("engine");
    }

    private static String headline(InvocationResult result) {
        return ResultDocument.of(new FinishedRun(Models.request("hello"), result))
                .headline();
    }

    @Test
    void aStoppedRunHasNoResponse() {
        ResultDocument document = ResultDocument.of(new FinishedRun(
                Models.request("hello"), new InvocationResult.Stopped(Duration.ofMillis(1500), RunTrace.EMPTY)));
        assertThat(document.headline()).isEqualTo("hello stopped after 1.5 s");
        assertThat(document.response().text()).isEmpty();
        assertThat(document.failed()).isFalse();
    }

    private static ResultDocument succeeded(String json) {
        return ResultDocument.of(run(Status.SUCCEEDED, json, 200, List.of()));
    }

    private static FinishedRun run(Status status, String json, int http, List<ErrorEntry> errors) {
        Envelope envelope = new Envelope("hello", "00000000-0000-4000-8000-000000000000", status, json, errors);
        return new FinishedRun(
                Models.request("hello"),
                new InvocationResult.Answered(
                        envelope, http, null, FailureContext.NONE, Duration.ofMillis(12), RunTrace.EMPTY));
    }

    @Test
    void ofAStreamThatBrokeOffItShowsWhatTheCallerGot() {
        ResultDocument document = ResultDocument.of(new FinishedRun(
                Models.request("f"),
                new InvocationResult.Answered(
                        new Envelope(
                                "f",
                                "id",
                                Status.FAILED,
                                "\"part 0 part 1\"",
                                List.of(new ErrorEntry("InternalError", "no", new ObjectMapper().createObjectNode()))),
                        200,
                        null,
                        new FailureContext.BrokenOff(FailureContext.NONE, 200),
                        Duration.ofMillis(5),
                        RunTrace.EMPTY)));

        assertThat(document.outcome()).isEqualTo(ResultDocument.Outcome.FAILED);
        assertThat(document.headline()).contains("HTTP 200, broken off");
        assertThat(document.output().text()).isEqualTo("part 0 part 1");
        assertThat(document.ending()).contains("Broken off here");
        assertThat(document.toCopy()).isEqualTo("part 0 part 1");
        assertThat(document.response().text())
                .startsWith("HTTP/1.1 200\n")
                .contains("part 0 part 1", "connection ends here");
        assertThat(document.problems().getFirst().plain().why()).contains("have reached the caller with status 200");
    }
}
