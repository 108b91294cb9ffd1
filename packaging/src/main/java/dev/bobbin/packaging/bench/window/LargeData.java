package dev.bobbin.packaging.bench.window;

import static dev.bobbin.packaging.bench.window.WindowDriver.isThere;
import static dev.bobbin.packaging.bench.window.WindowDriver.node;
import static dev.bobbin.packaging.bench.window.WindowDriver.onFx;
import static dev.bobbin.packaging.bench.window.WindowDriver.until;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import javafx.scene.control.Label;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import org.jspecify.annotations.Nullable;

/** A large table and a large folder in the data browser. */
public final class LargeData {

    /** Name of the warehouse with the large table. */
    public static final String WAREHOUSE = "LargeWarehouse";

    /** Name of the lakehouse with the folder of many files. */
    public static final String LAKEHOUSE = "LargeLake";

    /** Rows of the table. */
    public static final int ROWS = 1_000_000;

    /** Files of the folder. */
    public static final int FILES = 100_000;

    private final Path item;
    private final Figures figures;

    LargeData(Path item, Figures figures) {
        this.item = item;
        this.figures = figures;
    }

    void measure() throws IOException {
        figures.held("a table of 1,000,000 rows opened", () -> {
            onFx(() -> {
                TabPane tabs = node("#centre-tabs", TabPane.class);
                tabs.getTabs().stream()
                        .filter(tab -> "tab-data".equals(tab.getId()))
                        .forEach(tabs.getSelectionModel()::select);
                return tabs;
            });
            choose(WAREHOUSE, "dbo.Large");
            until("the rows are there", () -> size("#data-rows") == ROWS);
        });
        figures.held("a table of 1,000,000 rows scrolled to its end and sorted", LargeData::scrollAndSort);
        figures.held("a folder of 100,000 files opened", () -> {
            choose(LAKEHOUSE, "Files", "many");
            until("the files are listed", () -> size("#files") == FILES);
        });
        figures.held("100,000 files sorted and filtered", LargeData::sortAndFilter);
        figures.held("a folder of 100,000 files gone and back", this::disappear);
    }

    private static int size(String table) {
        return isThere(table) ? node(table, TableView.class).getItems().size() : -1;
    }

    private static void scrollAndSort() throws InterruptedException {
        onFx(() -> {
            node("#data-rows", TableView.class).scrollTo(ROWS - 1);
            return true;
        });
        onFx(() -> {
            sortByFirst(node("#data-rows", TableView.class));
            return true;
        });
        until("the rows are there again", () -> size("#data-rows") == ROWS);
    }

    private static void sortAndFilter() throws InterruptedException {
        onFx(() -> {
            sortByFirst(node("#files", TableView.class));
            return true;
        });
        onFx(() -> {
            node("#files-filter", TextField.class).setText("0999");
            return true;
        });
        until("the files are filtered", () -> size("#files") < FILES);
        onFx(() -> {
            node("#files-filter", TextField.class).clear();
            return true;
        });
        until("all files are there again", () -> size("#files") == FILES);
    }

    private static <T> void sortByFirst(TableView<T> table) {
        TableColumn<T, ?> first = table.getColumns().getFirst();
        first.setSortType(TableColumn.SortType.DESCENDING);
        table.getSortOrder().add(first);
    }

    private void disappear() throws Exception {
        Path files = Workspace.of(ItemReader.read(item)).standIns().resolve(LAKEHOUSE + ".lakehouse/Files");
        Path away = files.resolveSibling("away");
        Files.move(files, away);
        choose(LAKEHOUSE, "Files");
        choose(LAKEHOUSE, "Files", "many");
        until(
                "the folder is missed",
                () -> !node("#files-problem", Label.class).getText().isEmpty());
        Files.move(away, files);
    }

    /** Opens what leads to a place of the tree, and chooses it. */
    private static void choose(String... path) throws InterruptedException {
        until("the tree is there", () -> isThere("#data-tree"));
        for (String name : path) {
            until(name + " is in the tree", () -> find(tree().getRoot(), name) != null);
            onFx(() -> {
                TreeItem<Place> found = find(tree().getRoot(), name);
                if (found != null) {
                    found.setExpanded(true);
                    tree().getSelectionModel().select(found);
                }
                return true;
            });
        }
    }

    @SuppressWarnings("unchecked")
    private static TreeView<Place> tree() {
        return (TreeView<Place>) node("#data-tree", TreeView.class);
    }

    private static @Nullable TreeItem<Place> find(TreeItem<Place> below, String name) {
        for (TreeItem<Place> child : below.getChildren()) {
            TreeItem<Place> found = name(child.getValue()).equals(name) ? child : find(child, name);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    private static String name(Place place) {
        return switch (place) {
            case Place.Root root -> root.standIn().name();
            case Place.Table table -> table.table().qualifiedName();
            case Place.Folder folder -> folder.name();
            case Place.Container container -> container.container();
            case Place.Note note -> note.words();
        };
    }
}
