package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.files.LakeFiles;
import java.awt.image.BufferedImage;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.geometry.Bounds;
import javafx.geometry.Dimension2D;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Files of a lakehouse, and files that rows are imported from and exported to, as a user meets them in the real window. */
class DataFilesTest extends DataInWindow {

    @Test
    void filesAreDroppedInSeenRenamedDraggedOutAndTakenBack() throws Exception {
        Path raw = standIns.resolve("Lake.lakehouse/Files/raw");
        open(KeyCode.DIGIT6);
        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        List<String> suggested = bench.answer(raw.resolve("orders.parquet"));
        bench.clickOnNamed("Export…");
        until(() -> bench.isTold("2 rows were written to"));
        assertThat(suggested).containsExactly("rows.csv");

        choose("Lake", "Files", "raw");
        until(() -> bench.exists("#files") && files().getItems().size() == 2);
        click("#files", "orders.parquet");
        until(() -> bench.exists("#preview-rows"));
        assertThat(rows("#preview-rows").getItems().getLast().cells()).containsExactly("2", "Bob");
        robot.push(KeyCode.DOWN);
        until(() -> rows("#preview-rows").getItems().size() == 1);
        assertThat(rows("#preview-rows").getItems().getFirst().cells()).containsExactly("Tea", "3");

        Path note = Files.writeString(folder.resolve("note.json"), "{\"to\": \"Ada\"}");
        Path more = Files.createDirectories(folder.resolve("more"));
        Files.writeString(more.resolve("deep.txt"), "deep");
        assertThat(FileDrop.on(files(), note, more)).isTrue();
        until(() -> files().getItems().size() == 4);
        assertThat(raw.resolve("more/deep.txt")).hasContent("deep");
        click("#files", "note.json");
        until(() -> bench.says("#preview-text", "\"to\" : \"Ada\"") || bench.says("#preview-text", "\"to\": \"Ada\""));

        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("letter.json").push(KeyCode.ENTER);
        until(() -> Files.exists(raw.resolve("letter.json")));
        until(() -> bench.focused() == files());
        until(() -> files().getItems().stream().anyMatch(entry -> entry.name().equals("letter.json")));
        click("#files", "letter.json");
        robot.push(KeyCode.CONTROL, KeyCode.C);
        robot.interact(() -> assertThat(Clipboard.getSystemClipboard().getFiles())
                .extracting(File::getName)
                .containsExactly("letter.json"));
        assertThat(FileDrop.outOf(robot.from(files()).lookup("letter.json").<Node>query()))
                .isTrue();

        click("#files", "letter.json");
        robot.push(KeyCode.DELETE);
        until(() -> !Files.exists(raw.resolve("letter.json")));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> Files.exists(raw.resolve("letter.json")));
    }

    @Test
    void aPictureIsShownAsLargeAsItIsAndOneThatIsBrokenIsSaidToBe() throws Exception {
        Path raw = standIns.resolve("Lake.lakehouse/Files/raw");
        ImageIO.write(
                new BufferedImage(40, 30, BufferedImage.TYPE_INT_RGB),
                "png",
                raw.resolve("map.png").toFile());
        Files.writeString(raw.resolve("torn.png"), "no picture");
        open(KeyCode.DIGIT6);
        choose("Lake", "Files", "raw");
        until(() -> bench.exists("#files") && files().getItems().size() == 3);
        click("#files", "map.png");
        until(() -> bench.exists("#preview-picture") && shownSize().equals(new Dimension2D(40, 30)));
        robot.push(KeyCode.DOWN).push(KeyCode.DOWN);
        until(() -> bench.isTold("This is no picture, or it is damaged."));
        assertThat(bench.exists("#preview-picture")).isFalse();
    }

    private Dimension2D shownSize() {
        Bounds bounds = robot.lookup("#preview-picture").query().getLayoutBounds();
        return new Dimension2D(bounds.getWidth(), bounds.getHeight());
    }

    private TableView<LakeFiles.Entry> files() {
        return robot.lookup("#files").queryTableView();
    }

    @Test
    void rowsAreImportedAfterALookAtThem() throws Exception {
        Path more = Files.writeString(folder.resolve("more.csv"), "Customer,Id\nCem,3\nDua,4\n");
        open(KeyCode.DIGIT6);
        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        bench.answer();
        robot.clickOn("#data-import");
        assertThat(bench.exists("#import-start")).as("nothing was chosen").isFalse();
        bench.answer(more);
        robot.clickOn("#data-import");
        until(() -> bench.exists("#import-start"));
        assertThat(bench.exists("Import more.csv")).isTrue();
        assertThat(bench.text("#import-table")).isEqualTo("dbo.Orders");
        assertThat(bench.exists("Cem  ·  Dua")).as("first values").isTrue();
        robot.clickOn("#import-cancel");
        until(() -> !bench.exists("#import-start") && bench.exists("#data-rows"));
        assertThat(rows("#data-rows").getItems()).hasSize(2);

        robot.clickOn("#data-import");
        until(() -> bench.exists("#import-start"));
        robot.clickOn("#import-start");
        until(() -> bench.isTold("2 rows of more.csv came into dbo.Orders."));
        until(() -> rows("#data-rows").getItems().size() == 4);

        // Dropped on the table, and this time in its place.
        Path others = Files.writeString(folder.resolve("others.csv"), "Name\nEve\n");
        assertThat(FileDrop.on(rows("#data-rows"), others)).isTrue();
        until(() -> bench.exists("#import-start"));
        robot.clickOn("#import-table").push(KeyCode.CONTROL, KeyCode.A).write("dbo.Orders");
        robot.clickOn("#import-mode").clickOn("replace the table");
        until(() -> bench.text("#import-start").equals("Replace 4 rows"));
        robot.clickOn("#import-start");
        until(() -> bench.isTold("One row of others.csv came into dbo.Orders."));
        until(() -> rows("#data-rows").getItems().size() == 1
                && rows("#data-rows").getItems().getFirst().cells().contains("Eve"));
        click("#data-rows", "Eve");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> rows("#data-rows").getItems().size() == 4);
    }
}
