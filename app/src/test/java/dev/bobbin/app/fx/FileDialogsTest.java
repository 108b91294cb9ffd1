package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** Where the dialogs that ask for files start. The dialogs themselves are the system's. */
class FileDialogsTest {

    private @TempDir Path folder;
    private Window window;

    @BeforeEach
    void makeWindow() throws Exception {
        FxToolkit.registerPrimaryStage();
        window = WaitForAsyncUtils.asyncFx(() -> new Stage()).get();
    }

    @AfterEach
    void closeWindow() throws Exception {
        WaitForAsyncUtils.asyncFx(window::hide).get();
    }

    @Test
    void theyStartInTheFolderThatWasSaid() {
        assertThat(started()).containsExactly(Optional.empty());
        FileDialogs.startIn(window, folder, new SameThreadTaskRunner());
        assertThat(started()).containsExactly(Optional.of(folder));
    }

    @Test
    void aFolderThatIsGoneIsReplacedByTheNearestOneThatIsThere() throws Exception {
        Path gone = Files.createDirectories(folder.resolve("a/b"));
        FileDialogs.startIn(window, gone, new SameThreadTaskRunner());
        Files.delete(gone);
        assertThat(started()).containsExactly(Optional.of(folder.resolve("a")));
    }

    @Test
    void aDriveThatDoesNotAnswerKeepsNobodyWaitingAndMayAnswerLater() {
        HeldTaskRunner drive = new HeldTaskRunner();
        FileDialogs.startIn(window, folder, drive);
        List<Optional<Path>> starts = started();
        assertThat(starts).containsExactly(Optional.empty());
        drive.endNewest();
        assertThat(starts).as("one dialog").hasSize(1);
    }

    private List<Optional<Path>> started() {
        List<Optional<Path>> starts = new ArrayList<>();
        FileDialogs.whenKnown(window, starts::add);
        return starts;
    }
}
