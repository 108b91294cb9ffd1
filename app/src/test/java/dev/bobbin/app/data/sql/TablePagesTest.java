package dev.bobbin.app.data.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A table as its page shows it, page by page, and writes it. */
class TablePagesTest extends OnOrders {

    @Test
    void rowsAreReadPageByPageWhenTheyAreShown() {
        assertThat(page.summaryProperty().get()).isEqualTo("450 rows");
        assertThat(page.columnsProperty().get())
                .extracting(GridColumn::name)
                .containsExactly("Id", "Customer", "Amount", "Made");
        assertThat(page.columnsProperty().get())
                .extracting(GridColumn::writable)
                .containsExactly(true, true, true, false);
        assertThat(page.rowsProperty().get()).hasSize(450);
        assertThat(row(0).cells()).containsExactly("0", "c0", "450.50", "1");
        assertThat(row(449).cells()).containsExactly("449", "c1", "1.50", "450");
    }

    @Test
    void theDatabaseSorts() {
        page.sort(Optional.of(new TableBrowser.Order("Amount", false)));
        assertThat(row(0).cell(2)).isEqualTo("1.50");
        page.sort(Optional.of(new TableBrowser.Order("Amount", true)));
        assertThat(row(0).cell(2)).isEqualTo("450.50");
        page.sort(Optional.empty());
        assertThat(row(0).cell(0)).isEqualTo("0");
    }

    @Test
    void aValueIsWrittenAsTheDatabaseTakesItAndCanBeUndone() {
        change(row(3), 2, "12,5");
        assertThat(page.problemProperty().get()).isNotEmpty();
        change(row(3), 1, "much too long");
        assertThat(page.problemProperty().get()).contains("truncated");
        change(row(3), 0, "4");
        assertThat(page.problemProperty().get()).contains("PRIMARY KEY");
        assertThat(row(3).cells()).containsExactly("3", "c3", "447.50", "4");

        change(row(3), 1, null);
        change(row(3), 2, "12.5");
        assertThat(page.problemProperty().get()).isEmpty();
        assertThat(row(3).cell(1)).isNull();
        assertThat(row(3).cell(2)).isEqualTo("12.50");
        undo();
        assertThat(row(3).cell(2)).isEqualTo("447.50");
    }

    @Test
    void aRefusedValueIsNamedWithItsColumn() {
        change(row(3), 1, "c");
        assertThat(model.notices().shown()).hasSize(1);
        List<GridRow> refused = new ArrayList<>();
        GridRow row = row(3);
        page.change(row, 2, "12x", () -> refused.add(page.rowsProperty().get().get(3)));
        assertThat(page.problemProperty().get()).contains("Amount", "12x");
        assertThat(refused).as("the editor can be opened again in the same row").containsExactly(row);
        assertThat(model.notices().shown())
                .as("nothing stands over the problem")
                .isEmpty();
    }

    @Test
    void readingALargeTableAgainAsksForNoRows() {
        List<Integer> asked = new ArrayList<>();
        SimpleObjectProperty<ObservableList<GridRow>> shown =
                new SimpleObjectProperty<>(new PagedRows(1_000_000, asked::add));
        List<ObservableList<GridRow>> seen = new ArrayList<>();
        shown.addListener((_, _, now) -> seen.add(now));
        shown.set(new PagedRows(1_000_000, asked::add));
        assertThat(seen).hasSize(1);
        assertThat(asked).isEmpty();
    }

    @Test
    void aRowThatIsNoLongerAsItWasIsNotOverwritten() throws IOException {
        run("CREATE TABLE dbo.Loose (a INT NULL, b NVARCHAR(9) NULL)");
        run("INSERT INTO dbo.Loose VALUES (1, NULL), (1, NULL), (2, 'x')");
        page.show(table("dbo.Loose"));
        GridRow twin = row(0);
        change(twin, 0, "7");
        assertThat(row(0).cell(0)).isEqualTo("7");
        assertThat(row(1).cell(0)).isEqualTo("1");
        change(twin, 0, "8");
        change(twin, 0, "9");
        assertThat(page.problemProperty().get()).contains("no longer");
    }

    @Test
    void aTableThatWasMadeAnewIsShownWithTheColumnsItHasNow() throws IOException {
        page.sort(Optional.of(new TableBrowser.Order("Customer", true)));
        ObservableList<GridRow> before = page.rowsProperty().get();
        run("DROP TABLE dbo.Orders");
        run("CREATE TABLE dbo.Orders (Amount DECIMAL(9,2) NULL, Id INT NOT NULL, Note NVARCHAR(9) NULL,"
                + " Other NVARCHAR(9) NULL, Extra NVARCHAR(9) NULL)");
        run("INSERT INTO dbo.Orders VALUES (1.5, 7, 'note', 'other', 'extra')");
        before.get(300);
        assertThat(page.problemProperty().get()).isEmpty();
        assertThat(page.columnsProperty().get())
                .as("the rows of a page brought their columns")
                .extracting(GridColumn::name)
                .containsExactly("Amount", "Id", "Note", "Other", "Extra");
        assertThat(row(0).cells()).containsExactly("1.50", "7", "note", "other", "extra");
        change(row(0), 2, "mine");
        assertThat(row(0).cell(2)).isEqualTo("mine");

        run("DROP TABLE dbo.Orders");
        run("CREATE TABLE dbo.Orders (Id INT NOT NULL)");
        page.refresh();
        assertThat(page.columnsProperty().get()).extracting(GridColumn::type).containsExactly("int not null");
        assertThat(page.summaryProperty().get()).isEqualTo("no rows");
        run("DROP TABLE dbo.Orders");
        page.refresh();
        assertThat(page.problemProperty().get()).contains("dbo.Orders");
    }

    @Test
    void rowsAreAddedWithDefaultsAndDeletedTogether() {
        List<String> added = new ArrayList<>();
        Map<String, @Nullable String> values = new LinkedHashMap<>();
        values.put("Id", "1000");
        page.insert(values, () -> added.add("row"));
        assertThat(page.rowsProperty().get()).hasSize(451);
        assertThat(row(450).cells()).containsExactly("1000", null, null, "451");
        page.insert(Map.of(), () -> added.add("nothing"));
        assertThat(page.problemProperty().get()).contains("NULL");
        assertThat(added).as("a refused row can be mended").containsExactly("row");
        page.delete(List.of(0, 1));
        assertThat(page.summaryProperty().get()).isEqualTo("449 rows");
        undo();
        assertThat(page.summaryProperty().get()).isEqualTo("451 rows");
    }

    @Test
    void rowsAreCopiedAndDeletedThatNobodyHasScrolledTo() {
        row(250);
        List<Integer> all = IntStream.range(0, 450).boxed().toList();
        List<String> copied = new ArrayList<>();
        page.copy(all, copied::add);
        assertThat(copied)
                .singleElement()
                .satisfies(rows -> assertThat(rows.lines())
                        .hasSize(450)
                        .startsWith("0\tc0\t450.50\t1")
                        .contains("250\tc5\t200.50\t251")
                        .endsWith("449\tc1\t1.50\t450"));
        page.sort(Optional.of(new TableBrowser.Order("Id", true)));
        page.copy(List.of(0, 449), copied::add);
        assertThat(copied.getLast()).isEqualTo("449\tc1\t1.50\t450\n0\tc0\t450.50\t1");

        page.delete(all.subList(1, 450));
        assertThat(page.problemProperty().get()).isEmpty();
        assertThat(model.notices().shown().getLast().text()).contains("449");
        assertThat(page.summaryProperty().get()).isEqualTo("1 row");
        assertThat(row(0).cell(0)).isEqualTo("449");
        undo();
        assertThat(page.summaryProperty().get()).isEqualTo("450 rows");
    }

    @Test
    void rowsThatAreNotTheOnesChosenAnyMoreAreNeitherCopiedNorDeleted() throws IOException {
        HeldTaskRunner held = new HeldTaskRunner();
        TablePageViewModel slow =
                new TablePageViewModel(tables, new HandEdits(model, new LifecycleKeeping(), held), held);
        slow.show(table("dbo.Orders"));
        held.endNewestFirst();
        run("DELETE FROM dbo.Orders WHERE Id = 3");
        List<String> copied = new ArrayList<>();
        slow.copy(List.of(448, 449), copied::add);
        held.endNewest();
        assertThat(copied).isEmpty();
        assertThat(slow.problemProperty().get()).contains("choose the rows again");
        slow.delete(List.of(448, 449));
        held.endNewest();
        assertThat(slow.problemProperty().get()).contains("choose the rows again");
        held.endNewestFirst();
        assertThat(slow.summaryProperty().get()).isEqualTo("449 rows");
    }

    @Test
    void copiedRowsArePastedAllOrNoneAndTakenBackAtOnce() {
        page.paste("1000\tTea\t2.5\t7\n1001\t\t\t8\n");
        assertThat(row(450).cells()).containsExactly("1000", "Tea", "2.50", "451");
        assertThat(row(451).cells()).containsExactly("1001", null, null, "452");
        page.paste("Customer\tId\nMilk\t1002\n");
        assertThat(row(452).cells().subList(0, 2)).containsExactly("1002", "Milk");
        page.paste("1003\n1000\n");
        assertThat(page.problemProperty().get()).contains("PRIMARY KEY");
        assertThat(page.rowsProperty().get()).hasSize(453);
        page.paste("1\t2\t3\t4\t5\n");
        assertThat(page.problemProperty().get()).contains("5 values", "4 columns");
        page.paste("1004\n1005\n");
        undo();
        assertThat(page.rowsProperty().get()).hasSize(453);
    }

    @Test
    void rowsAreFoundByWhatAnyColumnShowsAndStayWritable() throws IOException {
        page.filterProperty().set("C3");
        assertThat(page.summaryProperty().get()).isEqualTo("64 of 450 rows");
        assertThat(page.rowsProperty().get()).hasSize(64).allMatch(row -> "c3".equals(row.cell(1)));
        page.sort(Optional.of(new TableBrowser.Order("Id", true)));
        assertThat(page.rowsProperty().get().getFirst().cell(0)).isEqualTo("444");

        page.filterProperty().set("447.50");
        assertThat(page.rowsProperty().get()).hasSize(1);
        change(page.rowsProperty().get().getFirst(), 1, "new");
        assertThat(page.rowsProperty().get().getFirst().cell(1)).isEqualTo("new");
        Path file = folder.resolve("found.csv");
        page.export(file);
        assertThat(Files.readAllLines(file)).containsExactly("\uFEFFId,Customer,Amount,Made", "3,new,447.50,4");

        page.filterProperty().set("nowhere");
        assertThat(page.rowsProperty().get()).isEmpty();
        assertThat(page.summaryProperty().get()).isEqualTo("0 of 450 rows");
        page.filterProperty().set("");
        assertThat(page.rowsProperty().get()).hasSize(450);
    }

    @Test
    void lookingEndsWhenEnoughWasFoundOrNobodyWaitsAnyLonger() throws IOException {
        Place.Table orders = table("dbo.Orders");
        assertThat(tables.search(database, orders.table(), Optional.empty(), "c", 10, () -> false)
                        .values())
                .hasSize(11);
        assertThat(tables.search(database, orders.table(), Optional.empty(), "c", 10, () -> true)
                        .values())
                .isEmpty();
        run("CREATE TABLE dbo.Others (Id INT NOT NULL)");
        page.filterProperty().set("c3");
        page.show(table("dbo.Others"));
        assertThat(page.filterProperty().get())
                .as("another table begins with all of its rows")
                .isEmpty();
    }

    @Test
    void aTableIsExportedInTheOrderShown() throws IOException {
        page.sort(Optional.of(new TableBrowser.Order("Id", true)));
        Path file = folder.resolve("out.csv");
        page.export(file);
        assertThat(page.problemProperty().get()).isEmpty();
        assertThat(Files.readAllLines(file)).hasSize(451).element(1).asString().startsWith("449,");
        assertThat(page.export().stateProperty().get()).contains("450 rows were written");
    }
}
