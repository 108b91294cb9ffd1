package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.run;
import static dev.bobbin.packaging.bench.window.WindowDriver.select;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import java.io.IOException;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;

/** Functions that log and return as much as the service lets them. */
final class Floods {

    private static final int ROWS = 1_000_000;

    private Floods() {}

    static void measure(Figures figures) throws IOException {
        figures.held("a flood of 50 MB of log lines", () -> {
            select("flood");
            run();
        });
        figures.held("a result of 1,000,000 rows", () -> {
            select("rows");
            run();
            until("the rows are shown", () -> tableSize() == ROWS);
        });
        figures.held("sorting and filtering 1,000,000 rows", Floods::sortAndFilter);
        figures.held("a result of 29 MB in one text", () -> {
            select("text");
            run();
        });
    }

    private static void sortAndFilter() throws InterruptedException {
        onFx(() -> {
            TableView<?> table = node("#output-table", TableView.class);
            sortByFirst(table);
            return table;
        });
        onFx(() -> {
            node("#table-filter", TextField.class).setText("99");
            return true;
        });
        until("rows are filtered", () -> tableSize() < ROWS);
    }

    private static int tableSize() {
        return node("#output-table", TableView.class).getItems().size();
    }

    private static <T> void sortByFirst(TableView<T> table) {
        TableColumn<T, ?> numbers = table.getColumns().getFirst();
        numbers.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(numbers);
    }
}
