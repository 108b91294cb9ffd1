package dev.bobbin.app.history;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.ExampleFiles;
import dev.bobbin.app.services.JournalService;
import dev.bobbin.app.services.SideEngine;
import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.RunAgain;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An item with three runs in a real journal, and what the window has over them, without a toolkit. */
abstract class ThreeRuns {

    static final String SCRIPT = """
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

    final List<String> events = new ArrayList<>();
    private final SideEngine engine = new SideEngine(() -> new EngineChoice("embedded", ""));
    final ExampleFiles examples = new ExampleFiles(engine);
    JournalService journals;
    WorkspaceModel model;
    ItemFolder item;
    HistoryViewModel history;
    RunActions actions;
    final List<RunAgain> agains = new ArrayList<>();

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
                examples,
                agains::add,
                () -> events.add("approved"),
                run -> events.add("undone " + run.name()),
                new SameThreadTaskRunner());
        model.wishes().grant(Wish.Fill.class, wish -> events.add("filled " + wish.body()));
        model.open(null);
        model.open(item);
        model.setOutline(SourceParser.outline(SCRIPT));
    }

    @AfterEach
    void close() {
        journals.close();
        engine.close();
    }

    final RunSummary current() {
        List<RunSummary> found = new ArrayList<>();
        history.onCurrent(found::add);
        return found.getFirst();
    }

    static RunRecord run(String function, String body, String output) {
        return run(function, body, output, SCRIPT);
    }

    static RunRecord run(String function, String body, String output, String code) {
        RunSummary summary = new RunSummary(
                0,
                Instant.now(),
                RunOrigin.WINDOW,
                function,
                "Succeeded",
                200,
                Duration.ofMillis(3),
                RunRecord.hashOf(code),
                false,
                "",
                0);
        return new RunRecord(
                summary,
                new RunInput("id", body, "embedded", "documented-2025", ExecutingUser.LOCAL),
                code,
                new RunAnswer(output, List.of(), null, null),
                List.of(),
                RunTrace.EMPTY);
    }
}
