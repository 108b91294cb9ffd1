package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;

/** Manage connections and Library management as a user meets them in the real window. */
class ConnectionsInWindowTest extends DataInWindow {

    @Test
    void aConnectionIsRenamedInTheCodeGivenABadDayAndItsDataShown() throws Exception {
        open(KeyCode.DIGIT7);
        until(() -> bench.exists("#connections"));
        ListView<?> list = robot.lookup("#connections").queryListView();
        until(() -> list.getItems().size() == 3);
        until(() -> bench.text("#connection-alias").equals("Sales"));
        robot.clickOn("#connection-alias")
                .push(KeyCode.CONTROL, KeyCode.A)
                .write("Turnover")
                .push(KeyCode.ENTER);
        until(() -> bench.area("#editor").getText().contains("alias=\"Turnover\""));
        until(() -> aliasOnDisk("Turnover"));
        // Undo of the code takes all of it back; redo does it again.
        robot.push(KeyCode.CONTROL, KeyCode.DIGIT2).push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> aliasOnDisk("Sales"));
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        until(() -> aliasOnDisk("Turnover"));
        until(() -> bench.exists("#notice-connections"));
        open(KeyCode.DIGIT7);
        until(() -> bench.text("#connection-alias").equals("Turnover"));

        robot.clickOn("#connection-alias");
        bench.tabTo("bad-day-failure");
        robot.push(KeyCode.DOWN);
        bench.tabTo("bad-day-apply");
        robot.push(KeyCode.SPACE);
        until(() -> Files.exists(folder.resolve("work/.bobbin/items/Shop.UserDataFunction/bad-days.json")));
        until(() -> bench.exists("#status-bad-day"));
        assertThat(bench.text("#status-bad-day")).isEqualTo("Bad day: Turnover");

        bench.tabBackTo("connection-browse");
        robot.push(KeyCode.SPACE);
        until(() -> bench.exists("#place-title"));
        assertThat(bench.text("#place-title")).isEqualTo("Turnover (Sales)");
    }

    private boolean aliasOnDisk(String alias) throws Exception {
        Path item = folder.resolve("work/Shop.UserDataFunction");
        return Files.readString(item.resolve("function_app.py")).contains("alias=\"" + alias + "\"")
                && Files.readString(item.resolve("definition.json")).contains("\"" + alias + "\"");
    }

    @Test
    void anAliasIsBoundToANewStandInAndOneIsAdded() throws Exception {
        open(KeyCode.DIGIT7);
        until(() -> bench.exists("#connections"));
        Path bindings = folder.resolve("work/.bobbin/items/Shop.UserDataFunction/bindings.json");
        // Runs from here, too; Enter alone leads to the data.
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.push(KeyCode.ESCAPE);
        robot.clickOn("#connections").push(KeyCode.HOME);
        String alias = bench.text("#connection-alias");
        robot.clickOn("#connection-new-name").write("../evil");
        assertThat(robot.lookup("#connection-useNew").queryButton().isDisabled())
                .isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Third");
        bench.tabTo("connection-useNew");
        robot.push(KeyCode.SPACE);
        until(() -> bench.exists("#notice-connections")
                && Files.exists(bindings)
                && Files.readString(bindings).contains("\"Third\""));
        ComboBox<?> target = robot.lookup("#connection-target").queryComboBox();
        until(() -> String.valueOf(target.getValue()).contains("Third"));
        assertThat(Files.readString(bindings)).contains(alias, "Third");

        robot.clickOn("#connection-add").push(KeyCode.DOWN).push(KeyCode.ENTER);
        until(() -> bench.exists("#prompt"));
        robot.push(KeyCode.CONTROL, KeyCode.A).write("No blanks").push(KeyCode.ENTER);
        until(() -> bench.exists("#prompt-problem"));
        assertThat(bench.text("#prompt")).isEqualTo("No blanks");
        robot.write("Another").push(KeyCode.ENTER);
        until(() -> bench.text("#connection-alias").equals("Another"));
        assertThat(Files.readString(item.resolve("definition.json"))).contains("\"Another\"");
    }

    @Test
    void librariesSayWhatEachEngineHasAndWheelsAreDroppedAndTakenOut() throws Exception {
        open(KeyCode.DIGIT8);
        until(() -> bench.exists("#library-add"));
        robot.clickOn("#library-add");
        until(() -> bench.focused() instanceof TextField);
        robot.write("no-such-library==1.0").push(KeyCode.ENTER);
        until(() -> robot.lookup("#libraries").queryTableView().getItems().size() == 1);
        click("#libraries", "no-such-library");
        until(() -> bench.exists("#library-advice"));
        assertThat(bench.text("#library-advice")).contains("no-such-library==1.0");

        // A wheel is dropped; what is no wheel is refused, in words.
        assertThat(FileDrop.on(robot.lookup("#libraries").query(), wheel())).isTrue();
        until(() -> robot.lookup("#libraries").queryTableView().getItems().size() == 2);
        assertThat(item.resolve("privateLibraries/tools-1.0-py3-none-any.whl")).exists();
        assertThat(Files.readString(item.resolve("definition.json"))).contains("tools-1.0-py3-none-any.whl");
        assertThat(FileDrop.on(robot.lookup("#libraries").query(), item.resolve("function_app.py")))
                .isTrue();
        until(() -> bench.exists("#libraries-problem"));
        assertThat(bench.text("#libraries-problem")).contains("function_app.py");
        click("#libraries", "tools");
        robot.push(KeyCode.DELETE);
        until(() -> robot.lookup("#libraries").queryTableView().getItems().size() == 1);
        assertThat(item.resolve("privateLibraries/tools-1.0-py3-none-any.whl")).doesNotExist();
    }

    private Path wheel() throws Exception {
        Path wheel = folder.resolve("tools-1.0-py3-none-any.whl");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(wheel))) {
            for (String name : List.of("tools/__init__.py", "tools-1.0.dist-info/METADATA")) {
                zip.putNextEntry(new ZipEntry(name));
            }
        }
        return wheel;
    }
}
