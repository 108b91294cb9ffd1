package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.services.UnsavedFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.util.WaitForAsyncUtils;

/** A folder with many items is opened in place of an item. */
class WorkspaceItemsTest {

    private static final int ITEMS = 200;

    private @TempDir Path folder;

    @Test
    void anItemIsFoundByTypingAndItsNeighboursAreOneKeyAway() throws Exception {
        for (int i = 1; i <= ITEMS; i++) {
            BenchDriver.item(folder, "Item%03d".formatted(i), BenchDriver.HELLO.replace("hello", "f" + i));
        }
        Path workspace = folder.resolve("work");
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(workspace))) {
            FxRobot robot = bench.robot;
            until(() -> bench.exists("#items") && bench.text("#items-count").equals("200 of 200 items"));
            assertThat(bench.focused().getId()).isEqualTo("items-words");
            assertThat(bench.exists("#samples")).as("samples").isFalse();

            robot.write("item01");
            until(() -> bench.text("#items-count").equals("10 of 200 items"));
            robot.push(KeyCode.DOWN).push(KeyCode.DOWN).push(KeyCode.ENTER);
            until(() -> bench.exists("#field-name"));
            assertThat(bench.stage.getTitle()).startsWith("Item012 ");
            assertThat(workspace.resolve("function_app.py")).doesNotExist();

            robot.push(KeyCode.CONTROL, KeyCode.P);
            until(() -> bench.exists("#palette"));
            assertThat(robot.lookup("#palette-list").queryListView().getItems()).hasSize(ITEMS - 1);
            robot.write("Item199").push(KeyCode.ENTER);
            until(() -> bench.stage.getTitle().startsWith("Item199 "));

            robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
            until(() -> bench.exists("#palette"));
            robot.write("Item200").push(KeyCode.ENTER);
            until(() -> bench.stage.getTitle().startsWith("Item200 "));

            BenchDriver.item(folder, "Late", BenchDriver.HELLO);
            robot.push(KeyCode.CONTROL, KeyCode.W);
            until(() -> bench.exists("#items") && bench.text("#items-count").endsWith(" of 201 items"));
            until(() -> "items-words".equals(bench.focused().getId()));
            robot.push(KeyCode.ESCAPE);
            until(() -> bench.text("#items-count").equals("201 of 201 items"));
            robot.push(KeyCode.ESCAPE);
            until(() -> bench.exists("#samples") && !bench.exists("#items"));
            WaitForAsyncUtils.waitForFxEvents();
            assertThat(bench.windows.settings().recent())
                    .as("the workspace is remembered as what it is")
                    .contains(workspace)
                    .hasSize(4);
        }
    }

    @Test
    void aNewItemGoesIntoTheWorkspaceLookedAtAndRecentOnesThatAreGoneAreMarkedAndTakenOff() throws Exception {
        Path one = BenchDriver.item(folder, "One", BenchDriver.HELLO);
        Path workspace = folder.resolve("work");
        // As a window leaves it whose program was killed.
        new UnsavedFiles(folder.resolve("settings/unsaved"), Long.MAX_VALUE + "-1", (_, _) -> false)
                .keep(one.resolve("function_app.py"), "# edited");
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(workspace))) {
            FxRobot robot = bench.robot;
            until(() -> bench.exists("#items"));
            WaitForAsyncUtils.asyncFx(() -> bench.windows.settings().opened(folder.resolve("gone")))
                    .get();
            until(() -> bench.exists(".recent-gone"));
            assertThat(robot.lookup(".recent-gone").match(Node::isVisible).queryAll())
                    .hasSize(1);
            Node first = robot.lookup(".recent-item").query();
            WaitForAsyncUtils.asyncFx(first::requestFocus).get();
            robot.push(KeyCode.DELETE);
            until(() -> bench.windows.settings().recent().equals(List.of(workspace)));
            assertThat(bench.focused().getAccessibleText()).startsWith("work, ");
            robot.clickOn(".recent-forget");
            until(() -> bench.windows.settings().recent().isEmpty());

            WaitForAsyncUtils.asyncFx(() -> bench.windows.settings().opened(one))
                    .get();
            until(() -> bench.exists(".recent-edited"));
            until(() -> robot.lookup(".recent-item").query().getAccessibleText().contains("not saved"));

            robot.push(KeyCode.CONTROL, KeyCode.N).write("Two").push(KeyCode.ENTER);
            until(() -> bench.exists("#field-name"));
            assertThat(workspace.resolve("Two.UserDataFunction/function_app.py"))
                    .exists();
        }
    }

    @Test
    void aFolderThatIsNeitherIsNotOpenedAndNothingIsOfferedToBePutThere() throws Exception {
        Path letters = Files.createDirectories(folder.resolve("letters"));
        Files.writeString(letters.resolve("letter.txt"), "Dear Ada");
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(letters))) {
            until(() -> bench.exists("#notice-not-opened"));
            assertThat(bench.text("#notice-not-opened .notice-text")).contains("no folder in it is one");
            assertThat(bench.exists("#notice-no-script")).isFalse();
            assertThat(bench.windows.settings().recent()).isEmpty();

            Path empty = Files.createDirectories(folder.resolve("empty"));
            WaitForAsyncUtils.asyncFx(() -> bench.windows.settings().opened(empty))
                    .get();
            until(() -> bench.exists(".recent-item"));
            bench.robot.clickOn(".recent-item");
            until(() -> bench.exists("#notice-no-script"));
            assertThat(bench.exists("Create function_app.py"))
                    .as("the underscore is seen")
                    .isTrue();
        }
    }
}
