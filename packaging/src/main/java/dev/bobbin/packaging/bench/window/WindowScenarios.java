package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.copy;
import static dev.bobbin.packaging.bench.window.WindowDriver.isThere;
import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.press;
import static dev.bobbin.packaging.bench.window.WindowDriver.run;
import static dev.bobbin.packaging.bench.window.WindowDriver.scene;
import static dev.bobbin.packaging.bench.window.WindowDriver.select;
import static dev.bobbin.packaging.bench.window.WindowDriver.showTab;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.Main;
import dev.bobbin.app.fx.HoldProbe;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import javafx.application.Platform;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.CodeArea;
import org.jspecify.annotations.Nullable;

/** Main class of a window that is measured: it opens an item and does to it what users and floods do. */
public final class WindowScenarios {

    private static final int WARM_KEYS = 100;
    private static final int KEYS = 300;
    private static final long TYPING_PAUSE_MILLIS = 60;
    private static final int ROWS = 1_000_000;
    private static final int HISTORY = 10_000;
    private static final int CELL_ROWS = 10_000;
    private static final int CELL_COLUMNS = 10;
    private static final int GARBAGE = 1_000_000;
    private static final double NANOS = 1e6;

    private final Path item;
    private final Path figures;

    private WindowScenarios(Path item, Path figures) {
        this.item = item;
        this.figures = figures;
    }

    /** @param arguments the item folder, and the file that gets one JSON object a figure */
    public static void main(String[] arguments) throws Exception {
        Main.main(new String[] {arguments[0]});
        try {
            new WindowScenarios(Path.of(arguments[0]), Path.of(arguments[1])).all();
        } finally {
            Platform.exit();
            System.exit(0);
        }
    }

    private void all() throws Exception {
        until("the item opens", () -> isThere("#editor") && isThere("#functions"));
        select("hello");
        keys();
        held("a flood of 50 MB of log lines", () -> {
            select("flood");
            run();
        });
        held("a result of 1,000,000 rows", () -> {
            select("rows");
            run();
            until("the rows are shown", () -> tableSize() == ROWS);
        });
        held("sorting and filtering 1,000,000 rows", this::sortAndFilter);
        held("a result of 29 MB in one text", () -> {
            select("text");
            run();
        });
        held("a history of 10,000 runs, searched", this::history);
        held("100,000 cells pasted into a grid", this::cells);
        held("1 MB of garbage pasted into a field", this::garbage);
        held("the item's folder gone and back, in a workspace of 200 items", this::disappear);
    }

    /** Keys in the middle of a script of 5,000 lines, as fast as a quick typist's. */
    private void keys() throws InterruptedException, IOException {
        CodeArea area = onFx(() -> node("#editor", CodeArea.class));
        onFx(() -> {
            int middle = area.getParagraphs().size() / 2;
            area.moveTo(middle, area.getParagraphLength(middle));
            area.showParagraphAtCenter(middle);
            area.requestFocus();
            return middle;
        });
        double[] computing = new double[KEYS];
        double[] clock = new double[KEYS];
        for (int i = -WARM_KEYS; i < KEYS; i++) {
            long[] took = key(area, i % 10 == 0);
            if (i >= 0) {
                computing[i] = took[0] / NANOS;
                clock[i] = took[1] / NANOS;
            }
            Thread.sleep(TYPING_PAUSE_MILLIS);
        }
        write("key to painted in 5,000 lines, on the FX thread", 16.0, computing);
        write("key to painted in 5,000 lines, on the clock with the wait for the next frame", null, clock);
    }

    /** Time of the FX thread and of the clock from a key to the end of the frame that shows it, in nanoseconds. */
    private static long[] key(CodeArea area, boolean newLine) throws InterruptedException {
        long[] took = new long[2];
        CountDownLatch painted = new CountDownLatch(1);
        Platform.runLater(() -> {
            var threads = ManagementFactory.getThreadMXBean();
            long cpu = threads.getCurrentThreadCpuTime();
            long time = System.nanoTime();
            Runnable[] once = new Runnable[1];
            once[0] = () -> {
                scene().removePostLayoutPulseListener(once[0]);
                Platform.runLater(() -> {
                    took[0] = threads.getCurrentThreadCpuTime() - cpu;
                    took[1] = System.nanoTime() - time;
                    painted.countDown();
                });
            };
            scene().addPostLayoutPulseListener(once[0]);
            press(area, newLine ? KeyCode.ENTER : KeyCode.X, newLine ? "\r" : "x", false);
            Platform.requestNextPulse();
        });
        painted.await();
        return took;
    }

    private void sortAndFilter() throws InterruptedException {
        onFx(() -> {
            TableView<?> table = node("#output-table", TableView.class);
            sortByLast(table);
            return table;
        });
        Thread.sleep(TYPING_PAUSE_MILLIS);
        onFx(() -> {
            node("#table-filter", TextField.class).setText("99");
            return true;
        });
        until("rows are filtered", () -> tableSize() < ROWS);
    }

    private static int tableSize() {
        return node("#output-table", TableView.class).getItems().size();
    }

    private static <T> void sortByLast(TableView<T> table) {
        TableColumn<T, ?> last = table.getColumns().getLast();
        last.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(last);
    }

    private void history() throws InterruptedException {
        showTab("tab-history");
        until(
                "the history is listed",
                () -> node("#history", TableView.class).getItems().size() >= HISTORY);
        onFx(() -> {
            node("#history-search", TextField.class).setText("9999");
            return true;
        });
        until(
                "the history is searched",
                () -> node("#history", TableView.class).getItems().size() < HISTORY);
    }

    private void cells() throws InterruptedException {
        select("grid");
        until("the grid is there", () -> isThere("#grid-rows"));
        String line = "word\t".repeat(CELL_COLUMNS - 1) + "word\n";
        onFx(() -> {
            copy(line.replace("word", "name") + line.repeat(CELL_ROWS));
            TableView<?> grid = node("#grid-rows", TableView.class);
            grid.requestFocus();
            press(grid, KeyCode.V, "", true);
            return grid;
        });
        until(
                "the cells arrive",
                () -> node("#grid-rows", TableView.class).getItems().size() >= CELL_ROWS);
    }

    private void garbage() throws InterruptedException {
        select("hello");
        until("the field is there", () -> isThere("#field-name"));
        StringBuilder garbage = new StringBuilder();
        for (int i = 0; i < GARBAGE; i++) {
            garbage.append((char) (i * 7919 % 0xD7FF + 1));
        }
        onFx(() -> {
            copy(garbage.toString());
            TextField field = node("#field-name", TextField.class);
            field.requestFocus();
            press(field, KeyCode.V, "", true);
            return field;
        });
    }

    private void disappear() throws Exception {
        Path away = item.resolveSibling("away");
        Files.move(item, away);
        until("the folder is missed", () -> isThere(".notice-error"));
        Files.move(away, item);
    }

    private void held(String what, WindowDriver.Work work) throws IOException {
        try {
            HoldProbe.Holds holds = WindowDriver.watched(work);
            write("FX thread held longest, computing: " + what, 50.0, holds.longestComputingMs());
            write("FX thread held longest, on the clock: " + what, null, holds.longestMs());
        } catch (Exception e) {
            System.out.println(what + ": " + e);
        }
    }

    private void write(String name, @Nullable Double aim, double... values) throws IOException {
        Map<String, Object> figure = aim == null
                ? Map.of("name", name, "values", values)
                : Map.of("name", name, "aim", aim, "values", values);
        Files.writeString(
                figures,
                new ObjectMapper().writeValueAsString(figure) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
