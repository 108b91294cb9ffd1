package dev.bobbin.app.data.sql;

import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.SameThreadTaskRunner;
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
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests on a warehouse that is looked at and written to through the pages of Data. */
abstract class OnOrders {

    @TempDir
    Path folder;

    WorkspaceModel model;
    final Tables tables = new SqlTables();
    final SameThreadTaskRunner tasks = new SameThreadTaskRunner();
    StandIn.Sql database;
    TablePageViewModel page;

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

    final void run(String sql) throws IOException {
        try (SqlSession session = SqlDatabase.of(database).connectAsOwner()) {
            session.setAutocommit(true);
            session.execute(sql, List.of());
        }
    }

    final Place.Table table(String name) throws IOException {
        try (TableBrowser browser = new TableBrowser(SqlDatabase.of(database))) {
            BrowsedTable found = browser.tables().stream()
                    .filter(each -> each.qualifiedName().equals(name))
                    .findFirst()
                    .orElseThrow();
            return new Place.Table(database, database, found);
        }
    }

    /** As a table shows it: what is on its way the first time is there the second time. */
    final GridRow row(int index) {
        page.rowsProperty().get().get(index);
        return page.rowsProperty().get().get(index);
    }

    final void change(GridRow row, int column, @Nullable String text) {
        page.change(row, column, text, () -> {});
    }

    final void undo() {
        Notice notice = model.notices().shown().getLast();
        model.notices().choose(notice, notice.choices().getFirst());
        page.refresh();
    }
}
