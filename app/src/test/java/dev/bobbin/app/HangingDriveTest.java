package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.workspace.ItemFiles;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** An item is opened from a drive that does not answer while another one is open. */
class HangingDriveTest {

    private @TempDir Path folder;
    private final CountDownLatch answer = new CountDownLatch(1);
    private Path far;
    private BenchDriver bench;

    @BeforeEach
    void openBoth() throws Exception {
        far = BenchDriver.item(folder, "Far", BenchDriver.HELLO.replace("hello", "greet"));
        Path near = BenchDriver.item(folder, "Near", BenchDriver.HELLO);
        bench = BenchDriver.open(folder, Optional.of(near), withHanging(far));
        until(() -> bench.exists("#field-name"));
        WaitForAsyncUtils.asyncFx(() -> bench.windows.settings().opened(far)).get();
    }

    @AfterEach
    void closeWindow() throws Exception {
        answer.countDown();
        bench.close();
    }

    /** The files of the disk, but those of one folder are not read before the drive answers. */
    private ItemFiles withHanging(Path folder) {
        ItemFiles disk = new DiskItemFiles();
        return (ItemFiles) Proxy.newProxyInstance(
                ItemFiles.class.getClassLoader(), new Class<?>[] {ItemFiles.class}, (_, method, arguments) -> {
                    if (method.getName().equals("read") && folder.equals(arguments[0])) {
                        answer.await();
                    }
                    try {
                        return method.invoke(disk, arguments);
                    } catch (InvocationTargetException e) {
                        throw e.getCause();
                    }
                });
    }

    private void openFar() throws Exception {
        MenuBar bar = bench.robot.lookup(".menu-bar").queryAs(MenuBar.class);
        bench.robot.clickOn("File");
        MenuItem recent = bar.getMenus().getFirst().getItems().stream()
                .filter(item -> "menu-recent".equals(item.getId()))
                .findFirst()
                .orElseThrow();
        bench.robot.push(KeyCode.ESCAPE);
        MenuItem first = ((Menu) recent).getItems().getFirst();
        assertThat(first.getText()).startsWith("Far ");
        WaitForAsyncUtils.asyncFx(first::fire).get();
        until(() -> bench.exists("#opening"));
    }

    @Test
    void theItemBeforeCannotBeTakenForItAndIsThereAgainWhenOneGoesBack() throws Exception {
        openFar();
        assertThat(bench.exists("#run")).isFalse();
        assertThat(bench.exists("#editor")).isFalse();
        bench.runFromKeyboard();
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        assertThat(bench.exists("#notice-trust")).isFalse();
        bench.robot.clickOn("#opening-back");
        until(() -> bench.exists("#field-name"));
        assertThat(bench.area("#editor").getText()).contains("hello");
        assertThat(bench.robot.lookup("#command-RUN").queryButton().isDisabled())
                .isFalse();

        // What comes too late is not shown any more.
        answer.countDown();
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(bench.area("#editor").getText()).contains("hello");
    }

    @Test
    void itIsShownOnceTheDriveAnswers() throws Exception {
        openFar();
        answer.countDown();
        until(() -> bench.exists("#editor") && bench.area("#editor").getText().contains("greet"));
        assertThat(bench.exists("#opening")).isFalse();
        until(() -> bench.stage.getTitle().startsWith("Far"));
    }
}
