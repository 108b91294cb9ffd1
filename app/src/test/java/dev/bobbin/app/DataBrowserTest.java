package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.files.LakeFiles;
import dev.bobbin.app.data.grid.GridRow;
import dev.bobbin.emulator.standin.sql.SqlDatabase;
import dev.bobbin.emulator.standin.sql.SqlSession;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Tables and queries as a user meets them in the real window. */
class DataBrowserTest extends DataInWindow {

    private static final int MANY_ROWS = 1_000_000;
    private static final int MANY_FILES = 20_000;

    @Test
    void rowsAreFilteredAndSortedWithTheKeyboardInTablesAndResults() throws Exception {
        open(KeyCode.DIGIT6);
        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        otherProgramsChangesAreSeenAndTakeNothingFromWhoWritesInACell();
        click("#data-rows", "Ada");
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> "data-filter".equals(bench.focused().getId()));
        robot.write("BO");
        until(() -> rows("#data-rows").getItems().size() == 1);
        assertThat(rows("#data-rows").getItems().getFirst().cells()).containsExactly("2", "Bob");
        assertThat(bench.text("#data-summary")).startsWith("1 of 2 rows");
        robot.push(KeyCode.ESCAPE);
        until(() -> rows("#data-rows").getItems().size() == 2);
        TableView<GridRow> table = rows("#data-rows");
        click("#data-rows", "Ada");
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> "Bob".equals(table.getItems().getFirst().cell(1)));
        assertThat(table.getSortOrder().getFirst()).isSameAs(table.getColumns().get(1));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.DOWN);
        until(() -> "Ada".equals(table.getItems().getFirst().cell(1)));
        assertThat(table.getSortOrder()).as("as they came").isEmpty();

        choose("Sales");
        until(() -> bench.exists("#query"));
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT Customer FROM dbo.Or");
        // The keyboard stays here, and what is offered are the tables of this database.
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> bench.exists("#completion"));
        robot.push(KeyCode.ENTER);
        until(() -> bench.area("#query").getText().equals("SELECT Customer FROM dbo.Orders"));
        until(() -> bench.isColoured("#query", "code-keyword"));
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> bench.exists("#query-rows"));
        click("#query-rows", "Ada");
        robot.push(KeyCode.SHIFT, KeyCode.F10);
        until(() -> bench.exists("#sort-menu"));
        assertThat(sortMenu().getItems().getFirst().getText()).isEqualTo("Customer");
        // Sort by > Customer > Descending
        robot.push(KeyCode.DOWN)
                .push(KeyCode.RIGHT)
                .push(KeyCode.RIGHT)
                .push(KeyCode.DOWN)
                .push(KeyCode.ENTER);
        until(() -> "Bob".equals(rows("#query-rows").getItems().getFirst().cell(0)));
        robot.push(KeyCode.ALT, KeyCode.SHIFT, KeyCode.UP);
        until(() -> "Ada".equals(rows("#query-rows").getItems().getFirst().cell(0)));
        robot.push(KeyCode.CONTROL, KeyCode.F).write("ada");
        until(() -> rows("#query-rows").getItems().size() == 1);
        assertThat(bench.text("#query-summary")).isEqualTo("1 of 2 rows");
    }

    private void otherProgramsChangesAreSeenAndTakeNothingFromWhoWritesInACell() throws Exception {
        click("#data-rows", "Ada");
        robot.write("Eve");
        until(() -> bench.focused() instanceof TextField);
        runElsewhere("INSERT INTO dbo.Orders VALUES (3, 'Zoe')");
        Files.writeString(standIns.resolve("Prices.variables.json"), "{}");
        until(() -> bench.exists("Prices"));
        assertThat(bench.focused()).isInstanceOf(TextField.class);
        assertThat(((TextField) bench.focused()).getText()).isEqualTo("Eve");
        robot.push(KeyCode.ESCAPE);
        until(() -> rows("#data-rows").getItems().size() == 3);
        runElsewhere("DELETE FROM dbo.Orders WHERE Id = 3");
        until(() -> rows("#data-rows").getItems().size() == 2);
    }

    private Menu sortMenu() {
        return (Menu) rows("#query-rows").getContextMenu().getItems().getFirst();
    }

    @Test
    void aQueryRunsAndACellIsEditedFromTheKeyboardAndUndone() throws Exception {
        open(KeyCode.DIGIT6);
        choose("Sales");
        until(() -> bench.exists("#query"));
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A).write("SELECT COUNT(*) AS n FROM dbo.Orders");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> bench.exists("#query-rows"));
        assertThat(rows("#query-rows").getItems().getFirst().cells()).containsExactly("2");
        // Of several statements the rows are in front, and what else there is to tell stands in a line above.
        robot.clickOn("#query").push(KeyCode.CONTROL, KeyCode.A);
        robot.write("DECLARE @t TABLE (Id INT); INSERT INTO @t VALUES (41), (42), (43); SELECT MAX(Id) AS m FROM @t");
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> bench.exists("#query-told") && bench.exists("#query-rows"));
        assertThat(bench.text("#query-told")).contains("3 rows");
        assertThat(rows("#query-rows").getItems().getFirst().cells()).containsExactly("43");
        assertThat(bench.exists("#notice-trust")).as("the function was not run").isFalse();

        choose("Sales", "dbo.Orders");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == 2);
        until(() -> rows("#data-rows").getItems().getFirst().there());
        TableView<GridRow> table = rows("#data-rows");
        click("#data-rows", "Ada");
        robot.push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("Grace").push(KeyCode.ENTER);
        until(() -> "Grace".equals(rows("#data-rows").getItems().getFirst().cell(1)));
        until(() -> table.getFocusModel().getFocusedCell().getRow() == 0
                && table.getFocusModel().getFocusedCell().getColumn() == 1);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> "Ada".equals(rows("#data-rows").getItems().getFirst().cell(1)));
        until(() -> bench.focused() == table);
        robot.write("Lin").push(KeyCode.ENTER);
        until(() -> "Lin".equals(rows("#data-rows").getItems().getFirst().cell(1)));

        robot.push(KeyCode.LEFT).push(KeyCode.F2);
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.CONTROL, KeyCode.A).write("many").push(KeyCode.ENTER);
        until(() -> bench.exists("#data-problem"));
        assertThat(bench.text("#data-problem")).contains("many");

        // Below the rows, where it moves nothing; it has been read when Escape is pressed.
        assertThat(top("#data-problem")).isGreaterThan(top("#data-rows"));
        // What was typed can be mended.
        until(() ->
                bench.focused() instanceof TextField field && field.getText().equals("many"));
        robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#data-problem"));
        until(() -> bench.focused() == table);
    }

    @Test
    void allRowsAreCopiedFromTheKeyboardAlsoThoseThatAreNotKept() throws Exception {
        int many = 13_000;
        try (SqlSession session = SqlDatabase.of(sales()).connectAsOwner()) {
            session.setAutocommit(false);
            session.execute("CREATE TABLE dbo.Long (Id INT NULL)", List.of());
            List<@Nullable Object[]> step = new ArrayList<>();
            for (int i = 0; i < many; i++) {
                step.add(new @Nullable Object[] {(long) i});
            }
            session.load("dbo.Long", List.of("Id"), step);
            session.commit();
        }
        open(KeyCode.DIGIT6);
        choose("Sales", "dbo.Long");
        until(() -> bench.exists("#data-rows") && rows("#data-rows").getItems().size() == many);
        click("#data-rows", "0");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.C);
        until(() -> copied().lines().count() == many);
        assertThat(copied().lines()).startsWith("0").endsWith("12999").noneMatch(String::isEmpty);
    }

    private String copied() {
        String[] words = new String[1];
        robot.interact(() -> words[0] = Clipboard.getSystemClipboard().getString());
        return words[0] == null ? "" : words[0];
    }

    private double top(String query) {
        Node node = robot.lookup(query).query();
        return node.localToScene(node.getBoundsInLocal()).getMinY();
    }

    /** The figures go to {@code target/fx-probe}; that the last row and the last file are reached is what is asserted. */
    @Test
    void aMillionRowsAndManyFilesAreBrowsedToTheirEnds() throws Exception {
        try (SqlSession session = SqlDatabase.of(sales()).connectAsOwner()) {
            session.setAutocommit(false);
            session.execute("CREATE TABLE dbo.Big (Id INT NULL, Name VARCHAR(20) NULL)", List.of());
            List<@Nullable Object[]> step = new ArrayList<>();
            for (int i = 1; i <= MANY_ROWS; i++) {
                step.add(new @Nullable Object[] {(long) i, "n" + i});
                if (step.size() == 50_000) {
                    session.load("dbo.Big", List.of("Id", "Name"), step);
                    step.clear();
                }
            }
            session.commit();
        }
        Path many = Files.createDirectories(standIns.resolve("Lake.lakehouse/Files/many"));
        for (int i = 0; i < MANY_FILES; i++) {
            Files.createFile(many.resolve("f%06d.txt".formatted(i)));
        }
        try (FxProbe probe = FxProbe.start("data-browser")) {
            open(KeyCode.DIGIT6);
            choose("Sales", "dbo.Big");
            until(() ->
                    bench.exists("#data-rows") && rows("#data-rows").getItems().size() == MANY_ROWS);
            TableView<GridRow> table = rows("#data-rows");
            until(() -> table.getItems().getFirst().there());
            click("#data-rows", "1");
            robot.push(KeyCode.END);
            until(() -> "n1000000".equals(table.getItems().get(MANY_ROWS - 1).cell(1)));

            choose("Lake", "Files", "many");
            until(() -> bench.exists("#files")
                    && robot.lookup("#files").queryTableView().getItems().size() == MANY_FILES);
            TableView<LakeFiles.Entry> files = robot.lookup("#files").queryTableView();
            click("#files", "f000000.txt");
            robot.push(KeyCode.END);
            until(() -> bench.exists("f019999.txt"));
            robot.clickOn("#files-filter").write("019999");
            until(() -> files.getItems().size() == 1);
            assertThat(files.getItems().getFirst().name()).isEqualTo("f019999.txt");
        }
    }
}
