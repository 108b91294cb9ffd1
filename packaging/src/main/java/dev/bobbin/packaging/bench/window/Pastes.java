package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.copy;
import static dev.bobbin.packaging.bench.window.WindowDriver.isThere;
import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.press;
import static dev.bobbin.packaging.bench.window.WindowDriver.select;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import java.io.IOException;
import javafx.scene.Node;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;

/** What comes from the clipboard: many cells, and much that makes no sense, into every kind of field. */
final class Pastes {

    private static final int CELL_ROWS = 10_000;
    private static final int CELL_COLUMNS = 10;
    private static final int GARBAGE = 1_000_000;

    private Pastes() {}

    static void measure(Figures figures) throws IOException {
        figures.held("100,000 cells pasted into a grid", Pastes::cells);
        String garbage = garbage();
        for (String field : new String[] {"text", "count", "price", "when"}) {
            figures.held("1 MB of garbage pasted into the field " + field, () -> {
                select("fields");
                into("#field-" + field, garbage);
            });
        }
        figures.held("1 MB of garbage pasted into a tree's JSON", () -> {
            onFx(() -> {
                node("#way-JSON-settings", ToggleButton.class).fire();
                return true;
            });
            into("#field-settings", garbage);
        });
        figures.held("1 MB of garbage pasted into the find bar", () -> {
            onFx(() -> {
                press(node("#editor", Node.class), KeyCode.F, "", true);
                return true;
            });
            into("#find-words", garbage);
        });
        figures.held("1 MB of garbage pasted into the script", () -> into("#editor", garbage));
    }

    private static void cells() throws InterruptedException {
        select("grid");
        until("the grid is there", () -> isThere("#grid-rows"));
        String line = "word\t".repeat(CELL_COLUMNS - 1) + "word\n";
        into("#grid-rows", line.replace("word", "name") + line.repeat(CELL_ROWS));
        until(
                "the cells arrive",
                () -> node("#grid-rows", TableView.class).getItems().size() >= CELL_ROWS);
    }

    private static void into(String selector, String words) throws InterruptedException {
        until("the field is there", () -> isThere(selector));
        onFx(() -> {
            copy(words);
            Node field = node(selector, Node.class);
            field.requestFocus();
            press(field, KeyCode.V, "", true);
            return field;
        });
    }

    private static String garbage() {
        StringBuilder garbage = new StringBuilder();
        for (int i = 0; i < GARBAGE; i++) {
            garbage.append((char) (i * 7919 % 0xD7FF + 1));
        }
        return garbage.toString();
    }
}
