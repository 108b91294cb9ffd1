package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.services.RunsOnData;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What can be done with runs: repeated, compared with the code, deleted, approved. */
class RunActionsTest extends ThreeRuns {

    @Test
    void aRunWhoseFunctionIsGoneIsNotRunAgainAsAnotherOne() {
        FormViewModel form = new FormViewModel(model);
        RunSummary ofHello = history.rows().getLast();
        model.setOutline(SourceParser.outline(SCRIPT.replace("def hello(", "def greet(")));
        model.select("other");
        String before = model.requestProperty().get().body();

        actions.runAgain(ofHello);
        actions.use(ofHello);

        assertThat(agains).isEmpty();
        assertThat(form.formProperty().get().function().name()).isEqualTo("other");
        assertThat(model.requestProperty().get().body()).isEqualTo(before);
        assertThat(model.notices().shown())
                .extracting(Notice::text)
                .containsExactly(text("notice.noFunction", "hello"));
    }

    @Test
    void theCodeOfARunIsComparedWithTheEditor() {
        List<Comparison> compared = new ArrayList<>();
        model.wishes().grant(Comparison.class, compared::add);
        model.sourceProperty().set("changed");
        actions.compareWithNow(current());
        actions.compareCode(history.rows().getFirst(), history.rows().getLast());
        assertThat(compared).hasSize(2);
        assertThat(compared.getFirst().after()).isEqualTo("changed");
        assertThat(compared.getFirst().before()).isEqualTo(compared.getLast().after());
    }

    @Test
    void anEarlierRunIsRunAgainAsItWasThen() throws IOException {
        model.select("other");
        Workspace beside = Workspace.of(item);
        BadDays.write(beside, item, Map.of("Lake", BadDay.of("denied"), "Db", BadDay.of("denied")));
        RunRecord then = run("hello", "{\"name\": \"Ada\"}", "\"Hello, Ada\"");
        ExecutingUser guest = new ExecutingUser("oid", "tenant", "guest@example.com");
        Circumstances badDay = new Circumstances(Map.of("Db", BadDay.of("dropped:3")), Map.of("Rates", "Busy"));
        RunInput input = new RunInput(
                "id",
                then.input().body(),
                "cpython",
                "service-2026, timeSeconds=5",
                guest,
                Duration.ofSeconds(9),
                badDay);
        journals.recorder(item)
                .record(new RunRecord(then.summary(), input, then.code(), then.answer(), then.logs(), then.trace()));

        actions.runAgain(current());

        assertThat(model.selectedProperty().get().name()).isEqualTo("hello");
        assertThat(events).containsExactly("filled {\"name\": \"Ada\"}");
        RunAgain again = agains.getFirst();
        assertThat(again.setting()).satisfies(setting -> {
            assertThat(setting.engine()).isEqualTo("cpython");
            assertThat(setting.profile().timeLimit()).isEqualTo(Duration.ofSeconds(5));
            assertThat(setting.user()).isEqualTo(guest);
            assertThat(setting.timeLimit()).isEqualTo(Duration.ofSeconds(9));
            assertThat(setting.circumstances().valueSets()).isEqualTo(Map.of("Rates", "Busy"));
            assertThat(setting.circumstances().badDays())
                    .isEqualTo(Map.of("Db", BadDay.of("dropped:3"), "Lake", BadDay.NONE));
        });
        assertThat(model.notices().shown()).as("it has not begun").isEmpty();
        again.started().run();
        assertThat(model.notices().shown().getLast().text())
                .contains(
                        "cpython",
                        "timeSeconds=5",
                        "guest@example.com",
                        "Db: connection dropped after 3 calls",
                        "Busy");
    }

    @Test
    void aRunThatWasMadeAgainIsComparedWithTheFirstOne() {
        actions.runAgain(history.rows().getLast());
        Consumer<FinishedRun> ended = agains.getFirst().ended();

        ended.accept(answer("\"Hello, Ada\""));
        assertThat(told()).isEqualTo(text("history.again.same", "Succeeded"));
        ended.accept(answer("\"Goodbye, Ada\""));
        assertThat(told()).contains("Output: \"Hello, Ada\" → \"Goodbye, Ada\"");
        ended.accept(new FinishedRun(
                Models.request("hello"), new InvocationResult.Stopped(Duration.ofMillis(1), RunTrace.EMPTY)));
        assertThat(told()).as("nothing is said of a run that was stopped").contains("Goodbye");
    }

    private String told() {
        return model.notices().shown().getLast().text();
    }

    private static FinishedRun answer(String output) {
        InvocationRequest request = Models.request("hello");
        Envelope envelope = new Envelope("hello", request.invocationId(), Status.SUCCEEDED, output, List.of());
        return new FinishedRun(
                request,
                new InvocationResult.Answered(
                        envelope, 200, null, FailureContext.NONE, Duration.ofMillis(1), RunTrace.EMPTY));
    }

    @Test
    void runsAreDeletedOnlyAfterAQuestion() {
        actions.delete(List.of(history.rows().getFirst()));
        assertThat(history.rows()).hasSize(3);

        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).startsWith("Delete other, ").endsWith("Nothing brings it back.");
        // What has the keyboard leaves the run where it is.
        assertThat(question.choices().getFirst().declines()).isTrue();
        model.notices().choose(question, question.choices().getFirst());
        assertThat(history.rows()).hasSize(3);

        actions.delete(List.of(history.rows().getFirst()));
        Notice again = model.notices().shown().getFirst();
        model.notices().choose(again, again.choices().getLast());
        assertThat(history.rows()).hasSize(2);
    }

    @Test
    void theQuestionAboutDeletingIsOverWhenAnotherRunIsSelected() {
        history.select(List.of(history.rows().getFirst()));
        actions.delete(List.of(history.rows().getFirst()));
        history.select(List.of(history.rows().getFirst()));
        assertThat(model.notices().shown()).hasSize(1);
        history.select(List.of(history.rows().getLast()));
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void anApprovedRunIsAnExampleInAFile() throws IOException {
        actions.approve(history.rows().getLast(), "Ada");

        assertThat(events).containsExactly("approved");
        assertThat(ExampleStore.of(Workspace.of(item), item).read().examples())
                .singleElement()
                .satisfies(kept -> assertThat(kept.example().name()).isEqualTo("Ada"));
    }

    @Test
    void anExampleOfARunThatChangedDataOffersToTakeTheChangesBack() throws IOException {
        InvocationRequest request = Models.request("hello");
        RunsOnData shop = new RunsOnData(item, "Shop");
        RunTrace trace = new RunTrace(List.of(), 0, shop.change(request.invocationId(), "CREATE TABLE dbo.T (Id INT)"));
        InvocationResult result = new InvocationResult.Answered(
                new Envelope("hello", request.invocationId(), Status.SUCCEEDED, "1", List.of()),
                200,
                null,
                FailureContext.NONE,
                Duration.ofMillis(1),
                trace);
        journals.recorder(item)
                .record(RunRecord.of(Instant.now(), RunOrigin.WINDOW, request, "embedded", SCRIPT, result, List.of()));

        actions.approve(current(), "changing");
        Notice offer = model.notices().shown().getLast();
        assertThat(offer.text()).contains("“changing” is an example now").contains("take its changes back");
        assertThat(offer.kind().asks()).as("it stays until it is answered").isTrue();
        model.notices().choose(offer, offer.choices().getFirst());
        assertThat(events).hasSize(2).last(as(STRING)).startsWith("undone hello, ");

        history.select(List.of(history.rows().get(1)));
        actions.approve(current(), "without changes");
        assertThat(model.notices().shown().getLast().choices()).isEmpty();
    }

    @Test
    void whatIsNotComparedIsToldWhenARunIsApproved() throws IOException {
        String output = """
                {"id": "0f8fad5b-d9cb-469f-a165-70867728950e", "name": "Ada", "log": [{"day/at": "2026-01-02 10:00:00"}]}
                """;
        InvocationRequest request = Models.request("hello");
        InvocationResult result = new InvocationResult.Answered(
                new Envelope("hello", request.invocationId(), Status.SUCCEEDED, output, List.of()),
                200,
                null,
                FailureContext.NONE,
                Duration.ofMillis(1),
                RunTrace.EMPTY);
        Instant then = Instant.parse("2026-01-02T10:00:01Z");
        journals.recorder(item)
                .record(RunRecord.of(then, RunOrigin.WINDOW, request, "embedded", SCRIPT, result, List.of()));

        actions.approve(current(), "stamped");
        assertThat(model.notices().shown().getLast().text())
                .endsWith("Not compared: Output.id (<guid>), Output.log[0]['day/at'] (<time>).");
    }

    @Test
    void whatIsApprovedAlreadyIsNotKeptTwiceAndNoTwoExamplesHaveOneName() throws IOException {
        actions.approve(history.rows().getLast(), "Ada");
        actions.approve(history.rows().getLast(), "Ada again");
        assertThat(model.notices().shown().getLast().text()).contains("“Ada”").contains("already");
        actions.approve(history.rows().get(1), "Ada");

        assertThat(ExampleStore.of(Workspace.of(item), item).read().examples())
                .extracting(kept -> kept.example().name())
                .containsExactlyInAnyOrder("Ada", "Ada 2");
    }
}
