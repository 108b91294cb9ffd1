package dev.bobbin.app.data.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.services.SqlTables;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import dev.bobbin.emulator.standin.sql.browse.BrowsedTable;
import dev.bobbin.emulator.standin.sql.browse.TableBrowser;
import dev.bobbin.emulator.standin.sql.transfer.ImportColumn;
import dev.bobbin.emulator.standin.sql.transfer.TableImport;
import dev.bobbin.emulator.standin.sql.types.SqlType;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tables, queries and imports on a real database. */
class TablePagesTest {

    private @TempDir Path folder;
    private WorkspaceModel model;
    private final Tables tables = new SqlTables();
    private final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
    private StandIn.Sql database;
    private TablePageViewModel page;

    @BeforeEach
    void fill() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), "");
        database = new StandIn.Sql("Sales", SqlKind.SQL_DATABASE, folder.resolve("Sales.sqldb"));
        run("CREATE TABLE dbo.Orders (Id INT NOT NULL PRIMARY KEY, Customer NVARCHAR(5) NULL, Amount DECIMAL(9,2) NULL,"
                + " Made INT IDENTITY(1,1))");
        String rows = IntStream.range(0, 450)
                .mapToObj(i -> "(" + i + ", 'c" + (i % 7) + "', " + (450 - i) + ".5)")
                .collect(Collectors.joining(", "));
        run("INSERT INTO dbo.Orders (Id, Customer, Amount) VALUES " + rows);
        page = new TablePageViewModel(tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        page.show(table("dbo.Orders"));
    }

    private void run(String sql) throws IOException {
        try (SqlSession session = SqlDatabase.of(database).connectAsOwner()) {
            session.setAutocommit(true);
            session.execute(sql, List.of());
        }
    }

    private Place.Table table(String name) throws IOException {
        try (TableBrowser browser = new TableBrowser(SqlDatabase.of(database))) {
            BrowsedTable found = browser.tables().stream()
                    .filter(each -> each.qualifiedName().equals(name))
                    .findFirst()
                    .orElseThrow();
            return new Place.Table(database, database, found);
        }
    }

    /** As a table shows it: what is on its way the first time is there the second time. */
    private GridRow row(int index) {
        page.rowsProperty().get().get(index);
        return page.rowsProperty().get().get(index);
    }

    private void change(GridRow row, int column, @Nullable String text) {
        page.change(row, column, text, () -> {});
    }

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

    private void undo() {
        Notice notice = model.notices().shown().getLast();
        model.notices().choose(notice, notice.choices().getFirst());
        page.refresh();
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
        page.delete(List.of(row(0), row(1)));
        assertThat(page.summaryProperty().get()).isEqualTo("449 rows");
        undo();
        assertThat(page.summaryProperty().get()).isEqualTo("451 rows");
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
    void everyResultOfABatchIsShownAndAFailureNamesItsLine() {
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "SELECT 1 AS one");
        query.run("");
        assertThat(rows(query).rowsProperty().get().getFirst().cells()).containsExactly("1");
        query.run("SELECT TOP 2 Id FROM dbo.Orders;\nUPDATE dbo.Orders SET Amount = NULL WHERE Id < 5;\nPRINT 'hello'");
        assertThat(query.resultsProperty().get())
                .extracting(QueryViewModel.Shown::title)
                .containsExactly("2 rows", "5 rows were changed.", "hello");
        query.run("SELECT 1;\nSELECT nonsense FROM dbo.Orders");
        query.run("DELETE FROM dbo.Orders WHERE Id < 100");
        page.refresh();
        assertThat(page.summaryProperty().get()).isEqualTo("350 rows");
        undo();
        assertThat(page.summaryProperty().get())
                .as("what T-SQL changed is taken back")
                .isEqualTo("450 rows");
        query.run("SELECT 1;\nSELECT nonsense FROM dbo.Orders");
        QueryViewModel.Shown last = query.resultsProperty().get().getLast();
        assertThat(last.failed()).isTrue();
        assertThat(last.title()).contains("nonsense").startsWith("Line 2");
    }

    private static QueryRows rows(QueryViewModel query) {
        return Objects.requireNonNull(query.resultsProperty().get().getFirst().rows());
    }

    private static List<@Nullable String> first(QueryRows rows) {
        return rows.rowsProperty().get().stream().map(row -> row.cell(0)).toList();
    }

    @Test
    void theRowsOfAQueryAreSortedByTheirValuesFilteredAndExportedAsTheyAreShown() throws IOException {
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "");
        query.run(
                "SELECT Name, Amount FROM (VALUES ('b', 9.5), ('A', 10.5), (NULL, 100.25), ('c;\"d', NULL)) AS t (Name, Amount)");
        QueryRows rows = rows(query);
        rows.sort(1, false);
        assertThat(first(rows)).as("NULL first, 9.5 before 10.5").containsExactly("c;\"d", "b", "A", null);
        rows.sort(0, true);
        assertThat(first(rows)).as("whatever the case").containsExactly("c;\"d", "b", "A", null);
        rows.filterProperty().set("a");
        assertThat(first(rows)).containsExactly("A");
        assertThat(rows.summaryProperty().get()).isEqualTo("1 of 4 rows");
        rows.filterProperty().set("0.25");
        assertThat(rows.rowsProperty().get())
                .singleElement()
                .satisfies(row -> assertThat(row.cell(1)).isEqualTo("100.25"));
        rows.filterProperty().set("");
        rows.sort(-1, false);
        assertThat(first(rows)).containsExactly("b", "A", null, "c;\"d");
        rows.sort(1, true);
        Path file = folder.resolve("rows.csv");
        rows.export(file);
        assertThat(Files.readString(file)).isEqualTo("Name,Amount\r\n,100.25\r\nA,10.50\r\nb,9.50\r\n\"c;\"\"d\",\r\n");
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
        assertThat(Files.readAllLines(file)).containsExactly("Id,Customer,Amount,Made", "3,new,447.50,4");

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
    void eachStandInKeepsTheTextThatWasWrittenForIt() {
        StandIn.Sql other = new StandIn.Sql("Other", SqlKind.WAREHOUSE, folder.resolve("Other.warehouse"));
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "first");
        query.sqlProperty().set("mine");
        query.show(other, "second");
        assertThat(query.sqlProperty().get()).isEqualTo("second");
        query.show(database, "first");
        assertThat(query.sqlProperty().get()).isEqualTo("mine");
    }

    @Test
    void aFileIsLookedAtChangedAndImportedAllOrNothing() throws IOException {
        Path file = Files.writeString(folder.resolve("prices.csv"), "item;price\nTea;3\nMilk;4\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        imports.look(database, file, Optional.empty());
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.prices");
        assertThat(imports.columns()).extracting(ImportColumn::name).containsExactly("item", "price");
        imports.retype(1, SqlType.decimal(18, 2));
        imports.start();
        assertThat(imports.problemProperty().get()).isEmpty();
        assertThat(imports.job().stateProperty().get()).contains("2 rows of prices.csv", "dbo.prices");
        page.show(table("dbo.prices"));
        assertThat(row(1).cells()).containsExactly("Milk", "4.00");

        Files.writeString(file, "item;price\nTea;3\nMilk;much\n");
        imports.look(database, file, Optional.empty());
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.REPLACE);
        imports.retype(1, SqlType.INT);
        imports.start();
        assertThat(imports.problemProperty().get()).contains("line 3", "much");
        page.refresh();
        assertThat(page.summaryProperty().get()).isEqualTo("2 rows");
        imports.cancel();
        assertThat(imports.planProperty().get()).isNull();
    }

    @Test
    void aTableThatAnImportReplacesIsNamedBeforeAndCanBeBroughtBack() throws IOException {
        Path file = Files.writeString(folder.resolve("new.csv"), "Customer,Extra\nEve,9\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        BrowsedTable shown = table("dbo.Orders").table();
        imports.look(database, file, Optional.of(shown));
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.Orders");
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.APPEND);
        assertThat(imports.replacedProperty().get()).isEmpty();
        imports.modeProperty().set(TableImport.Mode.REPLACE);
        assertThat(imports.replacedProperty().get()).hasValue(new Tables.Counted(shown, 450));
        imports.tableProperty().set("dbo.None");
        assertThat(imports.replacedProperty().get()).isEmpty();
        imports.tableProperty().set("orders");
        assertThat(imports.replacedProperty().get()).hasValue(new Tables.Counted(shown, 450));

        imports.tableProperty().set("dbo.Orders");
        imports.start();
        page.refresh();
        assertThat(page.columnsProperty().get()).extracting(GridColumn::name).containsExactly("Customer", "Extra");
        assertThat(row(0).cells()).containsExactly("Eve", "9");
        undo();
        assertThat(table("dbo.Orders").table())
                .as("with types, key and identity")
                .isEqualTo(shown);
        assertThat(page.summaryProperty().get()).isEqualTo("450 rows");
        assertThat(row(449).cells()).containsExactly("449", "c1", "1.50", "450");

        Path other = Files.writeString(folder.resolve("other.csv"), "Colour\nred\n");
        imports.look(database, other, Optional.of(shown));
        assertThat(imports.tableProperty().get()).isEqualTo("dbo.other");
        assertThat(imports.modeProperty().get()).isEqualTo(TableImport.Mode.CREATE);
        imports.start();
        undo();
        assertThat(tables.find(database, "dbo.other")).isEmpty();
    }

    @Test
    void aFileBecomesATableOfALakehouse() throws IOException {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("Lake", folder.resolve("Lake.lakehouse"));
        Path file = Files.writeString(folder.resolve("prices.csv"), "item,price\nTea,3\nMilk,4\n");
        ImportViewModel imports =
                new ImportViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        imports.look(lake, file, Optional.empty());
        imports.retype(1, SqlType.decimal(18, 2));
        imports.start();
        assertThat(imports.problemProperty().get()).isEmpty();
        assertThat(lake.tables().resolve("prices/_delta_log")).isDirectory();
        Place.Table made = (Place.Table)
                new DiskPlaces().children(new Place.Root(lake, true, List.of())).getLast();
        page.show(made);
        assertThat(row(1).cells()).containsExactly("Milk", "4.00");
        assertThat(page.writable()).isFalse();

        imports.look(lake, Files.writeString(folder.resolve("script.sql"), "SELECT 1"), Optional.empty());
        imports.start();
        assertThat(imports.problemProperty().get()).contains("script.sql");
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
