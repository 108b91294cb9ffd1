package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
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
    void theyStartInTheItemsFolderThenWhereAFileWasChosen() {
        assertThat(FileDialogs.start(window)).isEmpty();
        FileDialogs.startIn(window, folder);
        assertThat(FileDialogs.start(window)).contains(folder);
        FileDialogs.startBeside(window, folder.getParent().resolve("rows.csv"));
        assertThat(FileDialogs.start(window)).contains(folder.getParent());
    }

    @Test
    void aFolderThatIsGoneIsReplacedByTheNearestOneThatIsThere() throws Exception {
        Path gone = Files.createDirectories(folder.resolve("a/b"));
        FileDialogs.startIn(window, gone);
        Files.delete(gone);
        assertThat(FileDialogs.start(window)).contains(folder.resolve("a"));
    }
}
