package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.ScriptedRunner;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
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
            new RecordingRunner(scripted, () -> "cpython", journals)
                    .start(item, ItemCode.of(item), Models.request("hello"), _ -> {});
            scripted.finish(new InvocationResult.Stopped(Duration.ofMillis(5), RunTrace.EMPTY));
        }

        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(item), item))) {
            long id = journal.find(RunQuery.newest(1)).getFirst().id();
            assertThat(journal.get(id)).hasValueSatisfying(run -> {
                assertThat(run.input().engine()).isEqualTo("cpython");
                assertThat(run.summary().function()).isEqualTo("hello");
            });
        }
    }
}
