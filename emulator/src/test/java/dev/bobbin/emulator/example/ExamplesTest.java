package dev.bobbin.emulator.example;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.MissingNode;
import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.EnginePool;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.Invoker;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.share.SecretMask;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** Runs that are approved, kept in files and run again, on a real engine. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ExamplesTest {

    private static final String SOURCE = """
            import datetime
            import uuid
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str) -> str:
                return f"Hello, {name}!"

            @udf.function()
            def stamp(note: str) -> dict:
                return {"id": str(uuid.uuid4()), "at": datetime.datetime.now().isoformat(), "note": note}

            @udf.function()
            def refuse() -> str:
                raise fn.UserThrownError("not today")

            @udf.connection(alias="Files", argName="lake")
            @udf.function()
            def count(lake: fn.FabricLakehouseClient) -> int:
                file = lake.connectToFiles().get_file_client("count.txt")
                number = int(file.download_file().readall()) + 1 if file.exists() else 1
                file.upload_data(str(number), overwrite=True)
                return number
            """;

    @TempDir
    static Path workspaceFolder;

    @TempDir
    Path folder;

    private EnginePool engine;
    private Invoker invoker;
    private ItemFolder item;
    private Workspace workspace;
    private ExampleStore store;

    @BeforeAll
    void start() throws IOException {
        Path root = Files.createDirectories(workspaceFolder.resolve("Examples.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        item = ItemReader.read(root);
        workspace = Workspace.of(item);
        engine = new EnginePool(QuickEngine::start, 2, 2);
        invoker = Emulator.invoker(engine);
    }

    @AfterAll
    void end() {
        engine.close();
    }

    @BeforeEach
    void freshStore() {
        store = new ExampleStore(folder.resolve("examples"));
    }

    private RunRecord run(String function, String body) {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(), function, body, ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
        Instant time = Instant.now();
        InvocationResult result = invoker.start(item, ItemCode.of(item), workspace, request, _ -> {})
                .result()
                .join();
        return RunRecord.of(time, RunOrigin.WINDOW, request, "embedded", item.script(), result, List.of());
    }

    private Example approve(RunRecord run, String name) throws IOException {
        return Example.approve(run, name, SecretMask.of(workspace));
    }

    private List<ExampleOutcome> runAll(ItemCode code, int parallel) throws IOException {
        return new ExampleRunner(item, code, workspace, invoker, UnaryOperator.identity(), Circumstances.USUAL)
                .run(store.read().examples(), parallel, _ -> {}, new StopSign());
    }

    private static ItemCode changed(ItemFolder item, String from, String to) {
        return new ItemCode(item.scriptPath(), item.script().replace(from, to), item.wheels());
    }

    @Test
    void anApprovedRunPassesUntilTheCodeChanges() throws IOException {
        store.add(approve(run("hello", "{\"name\": \"Ada\"}"), "Ada is greeted"));
        store.add(approve(run("stamp", "{\"note\": \"x\"}"), "stamped"));
        store.add(approve(run("refuse", "{}"), "refused"));
        store.add(approve(run("hello", "no json"), "nonsense"));

        assertThat(runAll(ItemCode.of(item), 1))
                .hasSize(4)
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(ExampleOutcome.Passed.class));

        List<ExampleOutcome> after = runAll(changed(item, "Hello, {", "Good day, {"), 1);
        assertThat(after).filteredOn(ExampleOutcome.Differs.class::isInstance).hasSize(1);
        ExampleOutcome.Differs differs = (ExampleOutcome.Differs) after.stream()
                .filter(ExampleOutcome.Differs.class::isInstance)
                .findFirst()
                .orElseThrow();
        assertThat(differs.differences())
                .extracting(Difference::text)
                .containsExactly("/output was \"Hello, Ada!\" and is \"Good day, Ada!\"");
        assertThat(differs.actual().output().asText()).isEqualTo("Good day, Ada!");
    }

    @Test
    void examplesLeaveTheDataAsItWasAndDoNotSeeEachOther() throws IOException {
        assertThat(run("count", "{}").answer().outputJson()).isEqualTo("1");
        RunRecord second = run("count", "{}");
        assertThat(second.answer().outputJson()).isEqualTo("2");
        for (int i = 0; i < 3; i++) {
            store.add(new Example(
                    "count " + i,
                    "count",
                    "{}",
                    ExecutingUser.LOCAL,
                    "documented-2025",
                    new Expectation("Succeeded", 200, ExampleJson.parse("3"), List.of(), Set.of())));
        }

        for (int parallel : new int[] {1, 2}) {
            assertThat(runAll(ItemCode.of(item), parallel))
                    .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(ExampleOutcome.Passed.class));
        }
        assertThat(run("count", "{}").answer().outputJson()).isEqualTo("3");
    }

    @Test
    void filesAreStableAndReadBackTheSame() throws IOException {
        Example example = approve(run("stamp", "{\"note\":\"Zoë €\",\"big\":12345678901234567890.5}"), "Zoë's note/1");
        Path file = store.add(example);

        assertThat(file.getFileName()).hasToString("stamp-zoe-s-note-1.json");
        assertThat(store.read().examples().getFirst().example()).isEqualTo(example);
        String text = Files.readString(file);
        assertThat(text)
                .contains("<guid>", "<time>", "Zoë €", "12345678901234567890.5")
                .endsWith("}\n");
        assertThat(text).doesNotContain("\r");
        var time = Files.getLastModifiedTime(file);
        store.write(file, example);
        assertThat(Files.getLastModifiedTime(file)).isEqualTo(time);
        assertThat(store.add(example).getFileName()).hasToString("stamp-zoe-s-note-1-2.json");
    }

    @Test
    void aFileThatIsNoExampleIsNamedAndTheOthersRun() throws IOException {
        store.add(approve(run("hello", "{\"name\": \"Ada\"}"), "good"));
        Files.writeString(store.folder().resolve("bad.json"), "{\"name\": ");
        Files.writeString(store.folder().resolve("empty.json"), "{}");

        ExampleStore.Content content = store.read();

        assertThat(content.examples()).hasSize(1);
        assertThat(content.unreadable())
                .extracting(file -> file.reason().english())
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("bad.json").contains("JSON"),
                        reason -> assertThat(reason).startsWith("empty.json").contains("\"function\""));
    }

    @Test
    void expectationsThatCannotComeTrueAreNamed() throws IOException {
        Files.createDirectories(store.folder());
        Files.writeString(store.folder().resolve("pointer.json"), """
                {"function": "hello", "expect": {"ignored": ["id"]}}""");
        Files.writeString(store.folder().resolve("status.json"), """
                {"function": "hello", "expect": {"status": "succeeded"}}""");

        assertThat(store.read().unreadable())
                .extracting(file -> file.reason().english())
                .satisfiesExactly(
                        reason -> assertThat(reason).startsWith("pointer.json").contains("\"id\"", "\"/id\""),
                        reason -> assertThat(reason)
                                .startsWith("status.json")
                                .contains("\"succeeded\"", "Succeeded, BadRequest, Failed, Timeout"));
    }

    @Test
    void filesInFoldersAndWithAByteOrderMarkAreExamples() throws IOException {
        Path greetings = Files.createDirectories(store.folder().resolve("greetings"));
        Files.writeString(greetings.resolve("ada.json"), """
                \uFEFF{"function": "hello", "input": {"name": "Ada"}, "expect": {"output": "Hello, Ada!"}}""");

        assertThat(store.read().examples())
                .extracting(kept -> kept.example().name())
                .containsExactly("greetings/ada");
        assertThat(runAll(ItemCode.of(item), 1))
                .allSatisfy(outcome -> assertThat(outcome).isInstanceOf(ExampleOutcome.Passed.class));
    }

    @Test
    void manyExamplesRunOnWarmEngines() throws IOException {
        Example example = approve(run("hello", "{\"name\": \"Ada\"}"), "Ada");
        List<ExampleStore.Kept> many = IntStream.range(0, 500)
                .mapToObj(i -> new ExampleStore.Kept(folder.resolve(i + ".json"), example))
                .toList();
        List<ExampleOutcome> heard = java.util.Collections.synchronizedList(new ArrayList<>());

        List<ExampleOutcome> outcomes = new ExampleRunner(
                        item, ItemCode.of(item), workspace, invoker, UnaryOperator.identity(), Circumstances.USUAL)
                .run(many, 2, heard::add, new StopSign());

        assertThat(outcomes).hasSize(500).allMatch(ExampleOutcome.Passed.class::isInstance);
        assertThat(heard).hasSize(500);
    }

    @Test
    void whoeverStopsKeepsWhatHasEndedAndBeginsNothingMore() throws Exception {
        Example example = approve(run("hello", "{\"name\": \"Ada\"}"), "one");
        ExampleStore.Kept kept = new ExampleStore.Kept(folder.resolve("a.json"), example);
        StopSign stop = new StopSign();
        List<ExampleOutcome> outcomes = new ExampleRunner(
                        item, ItemCode.of(item), workspace, invoker, UnaryOperator.identity(), Circumstances.USUAL)
                .run(List.of(kept, kept, kept), 1, _ -> stop.raise(), stop);
        assertThat(outcomes).singleElement().isInstanceOf(ExampleOutcome.Passed.class);
    }

    @Test
    void theReportIsWhatBuildServersRead() throws Exception {
        Example example = approve(run("hello", "{\"name\": \"Ada\"}"), "with \u0000 <odd> & \"name\"");
        ExampleStore.Kept kept = new ExampleStore.Kept(folder.resolve("a.json"), example);
        Expectation other = new Expectation("Succeeded", 200, MissingNode.getInstance(), List.of(), Set.of());
        Path file = folder.resolve("reports/junit.xml");

        new JUnitReport(
                        "Examples",
                        List.of(
                                new ExampleOutcome.Passed(kept, java.time.Duration.ofMillis(5)),
                                new ExampleOutcome.Differs(
                                        kept,
                                        java.time.Duration.ZERO,
                                        List.of(new Difference("/output", "\"a\"", "\"b\u0001\"")),
                                        other),
                                new ExampleOutcome.Broken(
                                        kept, java.time.Duration.ZERO, Message.of("example.profile", "x"))),
                        List.of(new ExampleStore.Unreadable(
                                folder.resolve("b.json"), Message.of("example.unusable", "b.json", "no JSON"))),
                        List.of())
                .write(file);

        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(file.toFile());
        var suite = document.getElementsByTagName("testsuite").item(0).getAttributes();
        assertThat(suite.getNamedItem("tests").getNodeValue()).isEqualTo("4");
        assertThat(suite.getNamedItem("failures").getNodeValue()).isEqualTo("1");
        assertThat(suite.getNamedItem("errors").getNodeValue()).isEqualTo("2");
        assertThat(document.getElementsByTagName("testcase").getLength()).isEqualTo(4);
    }
}
