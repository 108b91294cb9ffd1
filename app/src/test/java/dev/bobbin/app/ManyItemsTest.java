package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.palette.Choice;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace of many items, as Git has it. */
class ManyItemsTest {

    private static final int ITEMS = 200;

    private @TempDir Path folder;

    @Test
    void oneOfManyItemsIsChosenByTypingAndAnotherFromThere() throws Exception {
        for (int i = 0; i < ITEMS; i++) {
            BenchDriver.item(folder, "Item%03d".formatted(i), BenchDriver.HELLO);
        }
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(folder.resolve("work")))) {
            until(() -> choices(bench).size() == ITEMS);
            bench.robot.write("item142").push(KeyCode.ENTER);
            until(() -> bench.stage.getTitle().startsWith("Item142"));

            bench.robot.push(KeyCode.CONTROL, KeyCode.P);
            until(() -> choices(bench).size() == ITEMS);
            bench.robot.push(KeyCode.ESCAPE);
            until(() -> choices(bench).isEmpty());
            assertThat(bench.stage.getTitle()).startsWith("Item142");
            assertThat(Files.readString(folder.resolve("settings/bench.properties")))
                    .as("a workspace is no item")
                    .doesNotContain("work\n");
        }
    }

    private static List<Choice> choices(BenchDriver bench) {
        return bench.robot.lookup("#palette-list").tryQueryAs(ListView.class).stream()
                .filter(list -> list.isVisible() && bench.exists("#palette"))
                .flatMap(list -> ((ListView<?>) list).getItems().stream())
                .map(Choice.class::cast)
                .toList();
    }
}
