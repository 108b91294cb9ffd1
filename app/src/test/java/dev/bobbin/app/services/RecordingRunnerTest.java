package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.ScriptedRunner;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RecordingRunnerTest {

    private @TempDir Path folder;

    @Test
    void aRunIsKeptUnderTheEngineThatRanIt() throws Exception {
        Path root = Files.createDirectories(folder.resolve("Kept.UserDataFunction"));
        ItemFolder item = Models.open(root, "").itemProperty().get();
        ScriptedRunner scripted = new ScriptedRunner();
        try (JournalService journals = new JournalService()) {
            new RecordingRunner(scripted, () -> "cpython", _ -> scripted, journals)
                    .start(item, ItemCode.of(item), Models.request("hello"), _ -> {});
            scripted.finish(new InvocationResult.Stopped(Duration.ofMillis(5), RunTrace.EMPTY));
        }

        assertThat(newest(item)).satisfies(run -> {
            assertThat(run.input().engine()).isEqualTo("cpython");
            assertThat(run.summary().function()).isEqualTo("hello");
        });
    }

    @Test
    void aRunInAnotherEngineIsKeptUnderThatOne() throws Exception {
        Path root = Files.createDirectories(folder.resolve("Other.UserDataFunction"));
        ItemFolder item = Models.open(root, "").itemProperty().get();
        ScriptedRunner chosen = new ScriptedRunner();
        ScriptedRunner other = new ScriptedRunner();
        List<String> asked = new ArrayList<>();
        try (JournalService journals = new JournalService()) {
            RecordingRunner runner = new RecordingRunner(
                    chosen,
                    () -> "embedded",
                    name -> {
                        asked.add(name);
                        return other;
                    },
                    journals);
            assertThat(runner.in("embedded")).isSameAs(runner);
            runner.in("cpython").start(item, ItemCode.of(item), Models.request("hello"), _ -> {});
            other.finish(new InvocationResult.Stopped(Duration.ofMillis(5), RunTrace.EMPTY));
        }

        assertThat(asked).containsExactly("cpython");
        assertThat(chosen.requests).isEmpty();
        assertThat(newest(item).input().engine()).isEqualTo("cpython");
    }

    private static RunRecord newest(ItemFolder item) throws IOException {
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(item), item))) {
            return journal.get(journal.find(RunQuery.newest(1)).getFirst().id()).orElseThrow();
        }
    }
}
