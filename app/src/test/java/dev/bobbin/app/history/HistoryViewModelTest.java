package dev.bobbin.app.history;

import static dev.bobbin.app.l10n.Messages.text;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.ExampleFiles;
import dev.bobbin.app.services.JournalService;
import dev.bobbin.app.services.RunFiles;
import dev.bobbin.app.services.RunsOnData;
import dev.bobbin.app.services.SideEngine;
import dev.bobbin.app.services.StandInUndo;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunSetting;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.ErrorEntry;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import dev.bobbin.emulator.standin.badday.BadDays;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The list of runs over a real journal, without a toolkit. */
class HistoryViewModelTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str) -> str:
                return "Hello, " + name

            @udf.function()
            def other() -> str:
                return ""
            """;

    @TempDir
    Path workspace;

    private final List<String> events = new ArrayList<>();
    private final SideEngine engine = new SideEngine(() -> new EngineChoice("embedded", ""));
    private JournalService journals;
    private WorkspaceModel model;
    private ItemFolder item;
    private HistoryViewModel history;
    private RunActions actions;
    private final List<RunSetting> settings = new ArrayList<>();

    @BeforeEach
    void openItemWithThreeRuns() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Hello.UserDataFunction"));
        model = Models.open(folder, SCRIPT);
        item = model.itemProperty().get();
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(item), item))) {
            journal.add(run("hello", "{\"name\": \"Ada\"}", "\"Hello, Ada\""));
            journal.add(run("hello", "{\"name\": \"Bob\"}", "\"Hello, Bob\""));
            journal.add(run("other", "{}", "\"\""));
        }
        journals = new JournalService();
        history = new HistoryViewModel(model, journals, new SameThreadTaskRunner());
        actions = new RunActions(
                model,
                journals,
                new ExampleFiles(engine),
                settings::add,
                () -> events.add("approved"),
                run -> events.add("undone " + run.name()),
                new SameThreadTaskRunner());
        model.onFillRequest(body -> events.add("filled " + body));
        model.open(null);
        model.open(item);
        model.setOutline(SourceParser.outline(SCRIPT));
    }

    @AfterEach
    void close() {
        journals.close();
        engine.close();
    }

    @Test
    void aRunWhoseFunctionIsGoneIsNotRunAgainAsAnotherOne() {
        FormViewModel form = new FormViewModel(model);
        RunSummary ofHello = history.rows().getLast();
        model.setOutline(SourceParser.outline(SCRIPT.replace("def hello(", "def greet(")));
        model.select("other");
        String before = model.requestProperty().get().body();

        actions.runAgain(ofHello);
        actions.use(ofHello);

        assertThat(settings).isEmpty();
        assertThat(form.formProperty().get().function().name()).isEqualTo("other");
        assertThat(model.requestProperty().get().body()).isEqualTo(before);
        assertThat(model.notices().shown())
                .extracting(Notice::text)
                .containsExactly(text("notice.noFunction", "hello"));
    }

    @Test
    void anEarlierSearchThatEndsLaterIsNotShown() {
        HeldTaskRunner held = new HeldTaskRunner();
        HistoryViewModel slow = new HistoryViewModel(model, journals, held);
        slow.searchProperty().set("Ada");
        slow.searchProperty().set("Bob");
        held.endNewestFirst();
        assertThat(slow.rows()).extracting(RunSummary::function).containsExactly("hello");
        assertThat(slow.rows().getFirst().id()).isEqualTo(history.rows().get(1).id());
        slow.close();
    }

    @Test
    void anItemSavedWhileItsRunsAreReadIsStillTheSame() throws IOException {
        HeldTaskRunner held = new HeldTaskRunner();
        HistoryViewModel slow = new HistoryViewModel(model, journals, held);
        slow.searchProperty().set("Ada");
        Files.writeString(item.scriptPath(), SCRIPT + "\n# saved\n");
        model.update(new FolderFiles().read(item.root()));
        held.endNewestFirst();
        assertThat(slow.rows()).hasSize(1);
        slow.close();
    }

    @Test
    void aRunIsSavedAsAPageAndAsAReportOnceTheUserHasSeenWhatItHolds() throws IOException {
        Path page = workspace.resolve("run.html");
        Path report = workspace.resolve("report.zip");
        ShareViewModel share = new ShareViewModel(model, journals, new RunFiles(), new SameThreadTaskRunner());
        RunSummary newest = current();

        model.onAskForFile((_, suggested, save) -> save.accept(suggested.endsWith(".html") ? page : report));
        share.savePage(newest);
        assertThat(page).content().contains("<!DOCTYPE html>").contains("other");

        share.saveReport(newest);
        assertThat(report).doesNotExist();
        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).contains("function_app.py");
        assertThat(labels(question))
                .containsExactly(
                        text("share.save"), text("share.withSchema"), text("share.withData"), text("choice.cancel"));
        model.notices().choose(question, question.choices().get(1));
        Notice schema = model.notices().shown().getFirst();
        assertThat(labels(schema)).containsExactly(text("share.save"), text("share.withData"), text("choice.cancel"));
        model.notices().choose(schema, schema.choices().getFirst());
        try (ZipFile zip = new ZipFile(report.toFile());
                InputStream about = zip.getInputStream(zip.getEntry("about.json"))) {
            assertThat(new String(about.readAllBytes(), UTF_8)).contains("\"SCHEMA\"");
        }
    }

    private static List<String> labels(Notice question) {
        return question.choices().stream().map(Notice.Choice::label).toList();
    }

    @Test
    void theCodeOfARunIsComparedWithTheEditor() {
        List<Comparison> compared = new ArrayList<>();
        model.onCompare(compared::add);
        model.sourceProperty().set("changed");
        actions.compareWithNow(current());
        actions.compareCode(history.rows().getFirst(), history.rows().getLast());
        assertThat(compared).hasSize(2);
        assertThat(compared.getFirst().after()).isEqualTo("changed");
        assertThat(compared.getFirst().before()).isEqualTo(compared.getLast().after());
    }

    @Test
    void runsThatDifferInMoreThanTheirOutputAreToldApart() throws IOException {
        RunRecord well = run("hello", "{\"name\": 1}", "\"Hello\"");
        RunRecord refused = new RunRecord(
                new RunSummary(
                        0,
                        Instant.now(),
                        RunOrigin.WINDOW,
                        "hello",
                        "BadRequest",
                        400,
                        Duration.ofMillis(9),
                        RunRecord.hashOf("other code"),
                        false,
                        "",
                        0),
                new RunInput("id2", "no JSON", "cpython", "documented-2025", ExecutingUser.LOCAL),
                "other code",
                new RunAnswer(
                        "\"Hello\"",
                        List.of(new ErrorEntry("InvalidInput", "not so", JsonNodeFactory.instance.objectNode())),
                        null,
                        null),
                List.of(new LogLine(Instant.now(), LogLine.Level.WARNING, "late")),
                RunTrace.EMPTY);

        assertThat(RunDifferences.of(well, refused))
                .extracting(Difference::place)
                .containsExactly("/status", "/httpStatus", "/errors/0", "/logs/0", "/input", "/code", "/engine");
        assertThat(RunDifferences.of(well, run("hello", "{\"name\": 1}", "\"Hello\"")))
                .isEmpty();
    }

    private RunSummary current() {
        List<RunSummary> found = new ArrayList<>();
        history.onCurrent(found::add);
        return found.getFirst();
    }

    private static RunRecord run(String function, String body, String output) {
        RunSummary summary = new RunSummary(
                0,
                Instant.now(),
                RunOrigin.WINDOW,
                function,
                "Succeeded",
                200,
                Duration.ofMillis(3),
                RunRecord.hashOf(SCRIPT),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput("id", body, "embedded", "documented-2025", ExecutingUser.LOCAL),
                SCRIPT,
                new RunAnswer(output, List.of(), null, null),
                List.of(),
                RunTrace.EMPTY);
    }

    @Test
    void runsAreListedNewestFirstAndSearched() {
        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other", "hello", "hello");
        assertThat(history.summary().get()).isEqualTo("Search in 3 runs");

        history.searchProperty().set("ada");
        assertThat(history.rows()).hasSize(1);
        history.searchProperty().set("");
        model.select("other");
        history.thisFunctionOnlyProperty().set(true);
        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other");
    }

    @Test
    void oneRunIsShownTwoAreCompared() {
        history.select(history.rows().subList(1, 2));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.One.class,
                        one -> assertThat(one.text()).contains("hello", "Hello, Bob", "INPUT"));

        history.select(List.of(history.rows().get(1), history.rows().get(2)));
        assertThat(history.shownProperty().get()).isInstanceOfSatisfying(HistoryViewModel.RunView.Two.class, two -> {
            assertThat(two.earlier().id()).isLessThan(two.later().id());
            assertThat(two.differences())
                    .extracting(Difference::text)
                    .containsExactly(
                            "/output was \"Hello, Ada\" and is \"Hello, Bob\"",
                            "/input/name was \"Ada\" and is \"Bob\"");
        });

        history.select(history.rows());
        assertThat(history.shownProperty().get()).isInstanceOf(HistoryViewModel.RunView.Nothing.class);
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
        assertThat(settings).singleElement().satisfies(setting -> {
            assertThat(setting.engine()).isEqualTo("cpython");
            assertThat(setting.profile().timeLimit()).isEqualTo(Duration.ofSeconds(5));
            assertThat(setting.user()).isEqualTo(guest);
            assertThat(setting.timeLimit()).isEqualTo(Duration.ofSeconds(9));
            assertThat(setting.circumstances().valueSets()).isEqualTo(Map.of("Rates", "Busy"));
            assertThat(setting.circumstances().badDays())
                    .isEqualTo(Map.of("Db", BadDay.of("dropped:3"), "Lake", BadDay.NONE));
        });
        assertThat(model.notices().shown().getLast().text())
                .contains(
                        "cpython",
                        "timeSeconds=5",
                        "guest@example.com",
                        "Db: connection dropped after 3 calls",
                        "Busy");
    }

    @Test
    void theDetailTellsWhatSurroundedTheRun() throws IOException {
        RunRecord then = run("other", "{}", "\"\"");
        Circumstances badDay = new Circumstances(Map.of("Db", BadDay.of("slow:20")), Map.of("Rates", ""));
        RunInput input = new RunInput("id-5", "{}", "embedded", "documented-2025", ExecutingUser.LOCAL, null, badDay);
        journals.recorder(item)
                .record(new RunRecord(then.summary(), input, then.code(), then.answer(), then.logs(), then.trace()));
        RunSummary newest = current();

        history.select(List.of(newest));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.One.class,
                        one -> assertThat(one.text())
                                .contains("engine embedded", "Db: every call takes longer, slower by 20 ms")
                                .contains("Rates: default values", "Invocation id-5"));

        history.select(List.of(newest, history.rows().get(1)));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.Two.class,
                        two -> assertThat(two.differences())
                                .extracting(Difference::place)
                                .containsExactly("/badDays/Db", "/valueSets/Rates"));
    }

    @Test
    void pinnedRunsCanBeListedAlone() {
        actions.togglePin(history.rows().getFirst());
        history.pinnedOnlyProperty().set(true);

        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other");
    }

    @Test
    void runsAreDeletedOnlyAfterAQuestion() {
        actions.delete(List.of(history.rows().getFirst()));
        assertThat(history.rows()).hasSize(3);

        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).isEqualTo("Delete this run from the history?");
        model.notices().choose(question, question.choices().getFirst());
        assertThat(history.rows()).hasSize(2);
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
        model.notices().choose(offer, offer.choices().getFirst());
        assertThat(events).hasSize(2).last(as(STRING)).startsWith("undone hello, ");

        history.select(List.of(history.rows().get(1)));
        actions.approve(current(), "without changes");
        assertThat(model.notices().shown().getLast().choices()).isEmpty();
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

    @Test
    void commandsAreAboutTheRunThatEndedLastUnlessAnotherIsSelectedSince() throws IOException {
        assertThat(current().function()).isEqualTo("other");
        history.select(List.of(history.rows().get(1)));
        assertThat(current().id()).isEqualTo(history.rows().get(1).id());

        InvocationRequest request = Models.request("hello");
        InvocationResult result = new InvocationResult.Stopped(Duration.ofMillis(1), RunTrace.EMPTY);
        RunRecord mine = RunRecord.of(Instant.now(), RunOrigin.WINDOW, request, "embedded", SCRIPT, result, List.of());
        journals.recorder(item).record(mine);
        // Somebody else's run of the same function, which is newer.
        journals.recorder(item).record(run("hello", "{\"name\": \"Eve\"}", "\"Hello, Eve\""));
        model.lastRunProperty().set(new FinishedRun(request, result));

        assertThat(current().status()).isEqualTo(RunSummary.STOPPED);
        assertThat(history.shownProperty().get()).isInstanceOf(HistoryViewModel.RunView.Nothing.class);
    }

    @Test
    void theChangesOfTheSelectedRunAreShownAndTakenBackAsLongAsTheyAreKept() throws IOException {
        List<ChangedRun> looked = new ArrayList<>();
        history.onLook(looked::add);
        RunsOnData shop = new RunsOnData(item, "Shop");
        InvocationRequest request = Models.request("hello");
        RunTrace trace = new RunTrace(List.of(), 0, shop.change(request.invocationId(), "CREATE TABLE dbo.T (Id INT)"));
        InvocationResult result = new InvocationResult.Stopped(Duration.ofMillis(1), trace);
        journals.recorder(item)
                .record(RunRecord.of(Instant.now(), RunOrigin.HTTP, request, "embedded", SCRIPT, result, List.of()));
        RunSummary newest = current();
        assertThat(newest.changes()).isEqualTo(1);

        history.select(List.of(newest));
        assertThat(looked.getLast().changes()).isEqualTo(trace.changes());
        assertThat(looked.getLast().kept()).isTrue();
        actions.undo(newest);
        assertThat(events).last(as(STRING)).startsWith("undone hello, ");

        new StandInUndo(journals).undo(item, looked.getLast());
        model.dataChanged();
        assertThat(looked.getLast().kept()).isFalse();
        history.select(List.of());
        assertThat(looked.getLast()).isNull();

        actions.undo(history.rows().getLast());
        assertThat(model.notices().shown().getFirst().text()).contains("changed nothing in the data");
    }
}
