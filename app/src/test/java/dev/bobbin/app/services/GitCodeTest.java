package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Committed;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Going back to the last commit of a real Git folder. */
class GitCodeTest {

    private @TempDir Path folder;

    @Test
    void theScriptGoesBackToItsLastCommit() throws Exception {
        assumeTrue(git("--version") == 0, "Git is not installed");
        Path item = Files.createDirectories(folder.resolve("Orders.UserDataFunction"));
        WorkspaceModel model = Models.open(item, "committed = 1\n");
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        Committed committed = new Committed(model, new GitCode(), tasks);
        committed.reset();
        assertThat(model.notices().shown()).isNotEmpty();
        assertThat(committed.possible().get()).isFalse();

        git("init", "-q");
        assertThat(new Committed(model, new GitCode(), tasks).possible().get()).isTrue();
        git("add", "Orders.UserDataFunction");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", "first");
        model.sourceProperty().set("edited\n");
        committed.reset();
        assertThat(model.sourceProperty().get()).isEqualTo("committed = 1\n");
        assertThat(new GitCode()
                        .script(Objects.requireNonNull(model.itemProperty().get())))
                .contains("committed = 1\n");
    }

    private int git(String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        try {
            return new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .inheritIO()
                    .start()
                    .waitFor();
        } catch (IOException _) {
            return -1;
        }
    }
}
