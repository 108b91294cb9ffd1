package dev.bobbin.app.batch;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.form.FormViewModel;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunPhase;
import dev.bobbin.app.workspace.ScriptedRunner;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.service.Envelope;
import dev.bobbin.emulator.service.FailureContext;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many runs, one after the other. */
class BatchViewModelTest {

    private static final String SCRIPT = """
            import datetime
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def order(customer: str, count: int, express: bool, when: datetime.datetime, tags: list, more: dict) -> str:
                return ""

            @udf.function()
            def erase(customer: str) -> str:
                return ""
            """;

    private static final ChangeSet ONE_FILE = new ChangeSet(List.of(
            new Change.File("lake", "a.csv", Change.Kind.CREATED, OptionalLong.empty(), OptionalLong.of(12), null)));

    private final ScriptedRunner runner = new ScriptedRunner();
    private final List<ChangedRun> takenBack = new ArrayList<>();
    private boolean refusing;
    private @TempDir Path folder;
    private WorkspaceModel model;
    private BatchViewModel batch;

    @BeforeEach
    void open() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("item")), SCRIPT);
        batch = new BatchViewModel(model, runner, this::takeBack, new Trusting(), new SameThreadTaskRunner());
    }

    @Test
    void theCornersAreTenRequestsBesideTheOrdinaryOneEachWithANameOfItsOwn() throws IOException {
        List<BatchCase> cases =
                Corners.of(model.outlineProperty().get().functions().getFirst(), "{}");
        assertThat(cases).hasSize(11);
        assertThat(cases).extracting(BatchCase::name).doesNotHaveDuplicates();
        for (BatchCase one : cases) {
            assertThat(new ObjectMapper().readTree(one.body()).isObject()).isTrue();
        }
    }

    @Test
    void valuesOfTheFormAreTheOrdinaryOnesAndTheRestIsMadeUp() throws IOException {
        FunctionSignature price = SourceParser.outline(SCRIPT
                        + "\n@udf.function()\ndef price(order: dict, n: int, note: str) -> float:\n    return 1.0\n")
                .functions()
                .getLast();

        List<BatchCase> cases = Corners.of(price, "{\"order\": {\"id\": 7, \"of\": [0.10]}, \"n\": 0, \"note\": \"\"}");

        assertThat(cases.getFirst().body())
                .isEqualTo("{\"order\": {\"id\":7,\"of\":[0.10]}, \"n\": 0, \"note\": \"Ada\"}");
        assertThat(cases.get(1).body()).startsWith("{\"order\": {}, \"n\": 0");
        assertThat(Corners.of(price, "no JSON").getFirst().body()).contains("\"key\": \"value\"");
    }

    @Test
    void aParameterOfATypeThatTakesNoValueIsLeftOutWhereItHasADefault() {
        FunctionSignature noted = SourceParser.outline(
                        SCRIPT
                                + "\n@udf.function()\ndef noted(n: int, note: Optional[str] = None, rest: object) -> int:\n    return n\n")
                .function("noted")
                .orElseThrow();
        List<BatchCase> cases = Corners.of(noted, "{}");
        assertThat(cases.getFirst().body()).contains("\"n\"", "\"rest\"").doesNotContain("note\"");
        assertThat(cases).filteredOn(one -> one.body().contains("\"note\"")).hasSize(1);
        assertThat(Corners.of(noted, "{\"note\": \"mine\"}").getFirst().body()).contains("\"note\": \"mine\"");
    }

    @Test
    void everyParameterHasACornerHoweverManyThereAre() {
        String parameters =
                IntStream.range(0, 15).mapToObj(i -> "p" + i + ": int").collect(Collectors.joining(", "));
        FunctionSignature wide = SourceParser.outline(
                        SCRIPT + "\n@udf.function()\ndef wide(" + parameters + "):\n    pass\n")
                .functions()
                .getLast();
        List<BatchCase> cases = Corners.of(wide, "{}");
        assertThat(cases).hasSize(18);
        for (int i = 0; i < 15; i++) {
            assertThat(cases.get(1 + i).name()).startsWith("p" + i + ":");
        }
    }

    @Test
    void everyCaseIsRunInItsTurnAndItsAnswerShown() {
        batch.tryCorners();
        int cases = batch.rows().size();
        for (int i = 0; i < cases; i++) {
            assertThat(runner.requests).hasSize(i + 1);
            runner.finish(answered("\"done\""));
        }
        assertThat(batch.rows()).allSatisfy(row -> {
            assertThat(row.status()).isEqualTo("Succeeded");
            assertThat(row.answer()).isEqualTo("\"done\"");
        });
        assertThat(model.run().phase()).isEqualTo(RunPhase.DONE);
    }

    @Test
    void stopEndsTheCaseAndTheOnesAfterIt() {
        batch.tryCorners();
        runner.finish(answered("1"));
        model.run().stop();
        assertThat(runner.requests).hasSize(2);
        assertThat(batch.rows().get(1).status()).isEqualTo("Stopped");
        assertThat(batch.rows().get(2).status()).isEmpty();
        assertThat(model.run().phase()).isEqualTo(RunPhase.DONE);
    }

    @Test
    void rowsOfAFileBecomeRequestsOfTheParametersTypes() throws IOException {
        Path file = Files.writeString(
                folder.resolve("rows.csv"), "customer,count,express,tags\n007,3,TRUE,\"[1, 2]\"\nBo,,false,x\n");
        runAllTheSame(file);
        runner.finish(answered("1"));
        runner.finish(answered("2"));
        assertThat(runner.requests)
                .extracting(request -> request.body())
                .containsExactly(
                        "{\"customer\": \"007\", \"count\": 3, \"express\": true, \"tags\": [1, 2]}",
                        "{\"customer\": \"Bo\", \"count\": null, \"express\": false, \"tags\": \"x\"}");
    }

    @Test
    void aFileAsExcelWritesItOnWindowsIsReadAndThatIsSaid() throws IOException {
        Path file = folder.resolve("rows.csv");
        Files.writeString(file, "customer;count\nMüller;1\n", Charset.forName("windows-1252"));
        runAllTheSame(file);
        assertThat(runner.requests.getFirst().body()).isEqualTo("{\"customer\": \"Müller\", \"count\": 1}");
        assertThat(model.notices().shown()).extracting(Notice::text).containsExactly(text("file.windows1252"));
    }

    /** Not every parameter has a column in it. */
    private void runAllTheSame(Path file) {
        batch.runRows(file);
        Notice question = model.notices().shown().stream()
                .filter(notice -> notice.kind() == Notice.Kind.QUESTION)
                .findFirst()
                .orElseThrow();
        model.notices().choose(question, question.choices().getFirst());
    }

    @Test
    void textsOfAFileWithDecimalCommasStayAsTheyAre() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "customer;count\n1.234;0,5\n");
        runAllTheSame(file);
        assertThat(runner.requests.getFirst().body()).isEqualTo("{\"customer\": \"1.234\", \"count\": 0.5}");
    }

    @Test
    void aFileOfOtherColumnsIsNotRunBeforeThatWasSaid() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "name,count\nAnn,1\nBo,2\n");
        batch.runRows(file);
        assertThat(runner.requests).isEmpty();
        Notice question = model.notices().shown().getFirst();
        assertThat(question.text()).contains("rows.csv", "order", "no column customer", "no parameters: name.");
        model.notices().choose(question, question.choices().getLast());
        assertThat(runner.requests).isEmpty();

        batch.runRows(file);
        Notice again = model.notices().shown().getFirst();
        model.notices().choose(again, again.choices().getFirst());
        assertThat(batch.rows()).hasSize(2);
        assertThat(runner.requests.getFirst().body()).isEqualTo("{\"name\": \"Ann\", \"count\": 1}");
    }

    @Test
    void aFileThatIsNoTextIsSaid() throws IOException {
        Path file = Files.write(folder.resolve("rows.csv"), new byte[] {(byte) 0xff, 0});
        batch.runRows(file);
        assertThat(model.notices().shown()).hasSize(1);
        assertThat(runner.requests).isEmpty();
    }

    @Test
    void openingARowShowsItsRun() {
        batch.tryCorners();
        runner.finish(answered("\"done\""));
        batch.show(batch.rows().getFirst());
        FinishedRun shown = model.lastRunProperty().get();
        assertThat(shown).isNotNull();
        assertThat(shown.request()).isEqualTo(runner.requests.getFirst());
        assertThat(shown.result()).isEqualTo(answered("\"done\""));
    }

    @Test
    void openingARowFillsTheFormOfItsOwnFunction() throws IOException {
        FormViewModel form = new FormViewModel(model);
        batch.tryCorners();
        model.select("erase");
        form.takeBody("{\"customer\": \"mine\"}");
        batch.show(batch.rows().get(1));
        assertThat(selected()).isEqualTo("order");
        assertThat(json(model.requestProperty().get().body()))
                .isEqualTo(json(batch.rows().get(1).tried().body()));
        model.select("erase");
        assertThat(model.requestProperty().get().body()).isEqualTo("{\"customer\": \"mine\"}");
    }

    @Test
    void whatStoodInTheFormBeforeARowWasOpenedIsPutBack() throws IOException {
        FormViewModel form = new FormViewModel(model);
        model.select("order");
        form.takeBody("{\"customer\": \"mine\"}");
        String mine = model.requestProperty().get().body();
        batch.tryCorners();
        batch.show(batch.rows().get(1));
        assertThat(model.requestProperty().get().body()).isNotEqualTo(mine);

        Notice told = model.notices().shown().getFirst();
        assertThat(told.text()).isEqualTo(text("batch.filled", 2));
        model.notices().choose(told, told.choices().getFirst());
        assertThat(json(model.requestProperty().get().body())).isEqualTo(json(mine));

        batch.show(batch.rows().get(1));
        batch.show(batch.rows().get(1));
        assertThat(model.notices().shown())
                .as("the second time nothing was lost")
                .isEmpty();
    }

    @Test
    void onlyTheCasesThatFailedAreShownAndTakenOut() {
        batch.tryCorners();
        runner.finish(answered("1"));
        runner.finish(failed());
        runner.finish(answered("2"));
        batch.failedOnlyProperty().set(true);
        assertThat(batch.shown()).extracting(BatchRow::number).containsExactly(2);
        assertThat(batch.cells(List.of()).lines()).hasSize(2);
        runner.finish(failed());
        assertThat(batch.shown()).extracting(BatchRow::number).containsExactly(2, 4);
        batch.failedOnlyProperty().set(false);
        assertThat(batch.shown()).hasSameSizeAs(batch.rows());
    }

    @Test
    void answersAreReadableWhateverTheirLetters() {
        batch.tryCorners();
        runner.finish(answered("\"\\u00fc \\ud83d\\ude00\""));
        assertThat(batch.rows().getFirst().answer()).isEqualTo("\"ü 😀\"");
    }

    @Test
    void noCornerMayTakeLongButTheRowsOfAFileHaveTheTimeOfTheService() throws IOException {
        batch.tryCorners();
        assertThat(runner.requests.getFirst().timeLimit()).isEqualTo(BatchViewModel.CORNER_LIMIT);
        model.run().stop();
        runAllTheSame(Files.writeString(folder.resolve("rows.csv"), "customer\nAnn\n"));
        assertThat(runner.requests.getLast().timeLimit()).isNull();
    }

    @Test
    void openingARowWhoseFunctionIsGoneLeavesOthersFormsAlone() {
        FormViewModel form = new FormViewModel(model);
        batch.tryCorners();
        runner.finish(answered("\"done\""));
        model.setOutline(SourceParser.outline(SCRIPT.replace("def order(", "def place(")));
        model.select("erase");
        form.takeBody("{\"customer\": \"mine\"}");
        batch.show(batch.rows().getFirst());
        assertThat(selected()).isEqualTo("erase");
        assertThat(model.requestProperty().get().body()).isEqualTo("{\"customer\": \"mine\"}");
        assertThat(model.notices().shown())
                .extracting(Notice::text)
                .containsExactly(text("notice.noFunction", "order"));
        assertThat(model.lastRunProperty().get()).isNotNull();
    }

    @Test
    void answersTooLargeToBeHeldTogetherAreGivenUpLargestFirstAndTheirRowsStay() {
        String large = "\"" + "x".repeat(30_000_000) + "\"";
        batch.tryCorners();
        runner.finish(answered("\"small\""));
        runner.finish(answered(large));
        runner.finish(answered(large));
        batch.show(batch.rows().get(1));
        assertThat(model.lastRunProperty().get()).isNull();
        assertThat(model.notices().shown()).extracting(Notice::text).containsExactly(text("batch.inHistory", 2));
        batch.show(batch.rows().get(2));
        assertThat(model.lastRunProperty().get()).isNotNull();
        assertThat(model.notices().shown()).isEmpty();
        batch.show(batch.rows().getFirst());
        assertThat(model.lastRunProperty().get().result()).isEqualTo(answered("\"small\""));
        assertThat(batch.rows().get(1).answer()).hasSizeLessThan(1_000).startsWith("\"xxx");
        assertThat(batch.summary().get())
                .isEqualTo(text("batch.summary", 3, batch.rows().size(), 3));
    }

    @Test
    void whatACornerChangedIsTakenBackAlsoWhenItsItemIsLeft() throws IOException {
        batch.tryCorners();
        Path other = Files.createDirectories(folder.resolve("Other.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), SCRIPT);
        model.open(ItemReader.read(other));
        assertThat(batch.rows()).isEmpty();
        runner.finish(changing());
        assertThat(takenBack).hasSize(1);
        assertThat(model.run().phase().active()).isFalse();
        assertThat(runner.requests).hasSize(1);
    }

    @Test
    void thatAllFoundTheSameIsSaidOnlyWhereAllWasTakenBack() {
        batch.tryCorners();
        runner.finish(changing());
        model.run().stop();
        assertThat(model.notices().shown()).extracting(Notice::text).containsExactly(text("batch.takenBack", 1));

        refusing = true;
        batch.tryCorners();
        runner.finish(changing());
        model.run().stop();
        assertThat(model.notices().shown())
                .singleElement()
                .satisfies(notice -> assertThat(notice.text()).contains("could not be taken back"));
    }

    @Test
    void blankLinesAreNoRunsAndNumbersMayHaveACommaBeforeTheirDecimals() throws IOException {
        FunctionSignature priced = SourceParser.outline(
                        SCRIPT + "\n@udf.function()\ndef priced(item: str, price: float) -> int:\n    return 1\n")
                .function("priced")
                .orElseThrow();
        assertThat(CsvCases.of("item;price\n1,5;1,5\n\nTea;1.000,25\n\n", priced)
                        .cases())
                .extracting(BatchCase::body)
                .containsExactly("{\"item\": \"1,5\", \"price\": 1.5}", "{\"item\": \"Tea\", \"price\": 1000.25}");
        assertThat(CsvCases.of("item\n\"\"\nTea\n", priced).cases()).hasSize(1);
    }

    @Test
    void theTableIsTakenOutForASpreadsheetWithItsInputs() throws IOException {
        Path file = Files.writeString(folder.resolve("rows.csv"), "customer\nAnn\nBo\n");
        runAllTheSame(file);
        runner.finish(answered("\"a, b\""));
        Path exported = folder.resolve("runs.csv");
        batch.export(exported);
        assertThat(Files.readString(exported))
                .as("which Excel knows the encoding by")
                .startsWith("\uFEFF");
        assertThat(Files.readString(exported).substring(1).lines())
                .containsExactly(
                        "#,Case,Input,Status,HTTP,Time,Answer",
                        "1,row 1,\"{\"\"customer\"\": \"\"Ann\"\"}\",Succeeded,200,1,\"\"\"a, b\"\"\"",
                        "2,row 2,\"{\"\"customer\"\": \"\"Bo\"\"}\",,,,");
        assertThat(batch.cells(List.of(batch.rows().getLast())).lines()).hasSize(2);
    }

    @Test
    void allCasesRunForWhomAndUnderWhichProfileTheFirstOneDid() {
        ExecutingUser first = model.userProperty().get();
        batch.tryCorners();
        model.userProperty().set(new ExecutingUser("oid", "tenant", "guest@example.com"));
        ServiceProfile other = ServiceProfiles.named("service-2026").orElseThrow();
        model.profileProperty().set(other);
        runner.finish(answered("1"));
        assertThat(runner.requests).hasSize(2).allSatisfy(request -> {
            assertThat(request.user()).isEqualTo(first);
            assertThat(request.profile()).isNotEqualTo(other);
        });
    }

    @Test
    void theSummaryCountsWhatSucceededAndBeginsAnew() {
        batch.tryCorners();
        runner.finish(answered("1"));
        model.run().stop();
        int cases = batch.rows().size();
        assertThat(batch.summary().get()).isEqualTo(text("batch.summary", 2, cases, 1));
        batch.tryCorners();
        assertThat(batch.summary().get()).isEqualTo(text("batch.summary", 0, cases, 0));
    }

    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private @Nullable String selected() {
        FunctionSignature function = model.selectedProperty().get();
        return function == null ? null : function.name();
    }

    private UndoOutcome takeBack(ItemFolder item, ChangedRun run) {
        takenBack.add(run);
        return refusing
                ? new UndoOutcome.Refused(Message.of("undo.row", "Orders"))
                : new UndoOutcome.Undone(run.changes());
    }

    private static InvocationResult changing() {
        Envelope envelope = new Envelope("order", "id", Status.SUCCEEDED, "\"\"", List.of());
        return new InvocationResult.Answered(
                envelope, 200, null, FailureContext.NONE, Duration.ofMillis(1), new RunTrace(List.of(), 0, ONE_FILE));
    }

    private static InvocationResult answered(String output) {
        Envelope envelope = new Envelope("order", "id", Status.SUCCEEDED, output, List.of());
        return new InvocationResult.Answered(
                envelope, 200, null, FailureContext.NONE, Duration.ofMillis(1), RunTrace.EMPTY);
    }

    private static InvocationResult failed() {
        Envelope envelope = new Envelope("order", "id", Status.FAILED, "\"\"", List.of());
        return new InvocationResult.Answered(
                envelope, 409, null, FailureContext.NONE, Duration.ofMillis(1), RunTrace.EMPTY);
    }

    private static final class Trusting implements Trust {

        @Override
        public boolean trusts(Path item) {
            return true;
        }

        @Override
        public void trust(Path item) {}
    }
}
