package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.copy;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.controls.Calendar;
import dev.bobbin.app.batch.BatchRow;
import dev.bobbin.app.fx.LimitedField;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.scene.Scene;
import javafx.scene.control.TabPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/** Fields of the form under what users paste into them, and many runs. */
class FieldsTest extends ItemInWindow {

    private static final String SCRIPT = """
            import datetime
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def order(customer: str, pieces: int, due: datetime.datetime, rows: list[dict]) -> int:
                return len(customer)

            @udf.function()
            def ping() -> str:
                return "pong"

            @udf.function()
            def fail() -> int:
                return 1 // 0
            """;

    /** Half a million characters of several scripts, emoji, line ends and marks of direction. */
    private static final String GARBAGE = "aé中Ω😀\u202E\u0301 ".repeat(50_000);

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Orders", SCRIPT);
        showWindow();
        // Tables come after the rest of the form.
        until(() -> bench.exists("#field-customer") && bench.exists("#grid-rows"));
    }

    @Test
    void whatIsTooLongForAFieldIsSentButNeverLaidOut() throws Exception {
        copy(GARBAGE);
        for (String parameter : new String[] {"customer", "pieces", "due"}) {
            focus("#field-" + parameter);
            robot.push(KeyCode.CONTROL, KeyCode.V);
            until(() -> !bench.exists("#field-" + parameter));
            assertThat(longestLaidOut()).isLessThanOrEqualTo(LimitedField.LONGEST);
        }
        assertThat(robot.lookup(".large-value").queryAll()).hasSize(3);
        focus("#clear-due");
        robot.push(KeyCode.SPACE);
        until(() -> bench.exists("#field-due"));
        assertThat(bench.text("#field-due")).isEmpty();
        assertThat(bench.focused().getId()).isEqualTo("field-due");
    }

    @Test
    void otherFieldsRefuseItAndSaySo() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.F);
        until(() -> bench.focused() instanceof TextInputControl);
        robot.write("order");
        copy(GARBAGE);
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.V);
        until(() -> bench.focused().getAccessibleHelp() != null);
        assertThat(bench.focused().getAccessibleHelp()).contains("450,000").contains("10,000");
        assertThat(((TextInputControl) bench.focused()).getText()).isEqualTo("order");
    }

    @Test
    void aWholeTableIsPastedOverTheGridAndTakenBack() throws Exception {
        TableView<Object> grid = robot.lookup("#grid-rows").queryTableView();
        WaitForAsyncUtils.asyncFx(grid::requestFocus).get();
        copy("product\tpieces\nTea\t3");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> grid.getItems().size() == 1);
        copy("product\tpieces\tprice\nTea\t3\t1.5\nMilk\t4\t2.5");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> grid.getItems().size() == 2 && grid.getColumns().size() == 3);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> grid.getItems().size() == 1 && grid.getColumns().size() == 2);

        // As in a spreadsheet, what is typed takes the place of the value.
        WaitForAsyncUtils.asyncFx(
                        () -> grid.getFocusModel().focus(0, grid.getColumns().get(1)))
                .get();
        robot.write("75").push(KeyCode.ENTER);
        until(() -> grid.getItems().getFirst().toString().equals("[\"Tea\", 75]"));
        robot.write("8");
        until(() -> bench.focused() instanceof TextField);
        robot.push(KeyCode.ESCAPE);
        until(() -> bench.focused() == grid);
        assertThat(grid.getItems().getFirst()).hasToString("[\"Tea\", 75]");
    }

    @Test
    void manyRunsLeaveTheirTableInFront() throws Exception {
        showTab("tab-batch");
        until(() -> bench.exists("#try-corners"));
        robot.clickOn("#try-corners");
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.text("#batch-summary").matches("(\\d{2,}) of \\1 run.*"));
        assertThat(selectedTab()).isEqualTo("tab-batch");
        TableView<BatchRow> rows = robot.lookup("#batch-table").queryTableView();
        assertThat(rows.getItems())
                .hasSizeGreaterThanOrEqualTo(10)
                .allMatch(row -> !row.status().isEmpty())
                .anyMatch(row -> row.status().equals("Succeeded"))
                .anyMatch(row -> row.status().equals("BadRequest"));

        // One run for each row of a file; one of them the service would refuse.
        Path orders = folder.resolve("orders.csv");
        Files.writeString(
                orders, "customer,pieces,due,rows\nAda,1,2026-01-02T03:04:05Z,[]\nBob,many,2026-01-02T03:04:05Z,[]\n");
        bench.answer(orders);
        robot.clickOn("#run-rows");
        until(() -> bench.text("#batch-summary").startsWith("2 of 2 run"));
        assertThat(rows.getItems()).extracting(BatchRow::status).containsExactly("Succeeded", "BadRequest");
        bench.clickOnNamed("Only cases that failed");
        until(() -> rows.getItems().size() == 1);
    }

    @Test
    void whoLooksAtOnePartOfARunGoesOnLookingAtItWithTheNextOne() throws Exception {
        bench.select("ping");
        showTab("tab-sql");
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.exists("#status-badge"));
        assertThat(selectedTab()).isEqualTo("tab-sql");

        // Where a failed run changed nothing, the error is what there is to see.
        showTab("tab-changes");
        bench.select("fail");
        bench.runFromKeyboard();
        until(() -> bench.text("#status-badge").startsWith("Failed"));
        until(() -> bench.exists(".error-name") || bench.exists(".frame-link"));
    }

    @Test
    void aCalendarTellsWhatIsChosenInItAndNothingElse() throws Exception {
        Calendar first = openCalendar();
        robot.push(KeyCode.ESCAPE);
        until(() -> !first.getScene().getWindow().isShowing());
        assertThat(bench.text("#field-due")).isEmpty();

        focus("#field-due");
        robot.write("2020-01-31T05:00:00");
        Calendar second = openCalendar();
        assertThat(bench.text("#field-due")).isEqualTo("2020-01-31T05:00:00");
        robot.push(KeyCode.RIGHT).push(KeyCode.PAGE_DOWN).push(KeyCode.UP);
        until(() -> bench.text("#field-due").equals("2020-02-23T05:00:00"));
        // The keyboard is in the popup, so the window's own focus does not tell.
        Scene popup = second.getScene();
        for (String stop : List.of("datetime-time", "datetime-now", "datetime-zone")) {
            robot.push(KeyCode.TAB);
            until(() -> stop.equals(popup.getFocusOwner().getId()));
        }
        robot.push(KeyCode.TAB);
        until(second::isFocused);
        robot.push(KeyCode.SHIFT, KeyCode.TAB);
        until(() -> "datetime-zone".equals(popup.getFocusOwner().getId()));
        robot.push(KeyCode.ESCAPE);
        until(() -> !second.getScene().getWindow().isShowing());
        assertThat(bench.text("#field-due")).isEqualTo("2020-02-23T05:00:00");
    }

    private Calendar openCalendar() throws Exception {
        focus("#calendar-due");
        robot.push(KeyCode.SPACE);
        until(() -> robot.lookup(Calendar.class::isInstance).tryQuery().isPresent());
        Calendar calendar = robot.lookup(Calendar.class::isInstance).query();
        until(calendar::isFocused);
        return calendar;
    }

    private void focus(String query) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> robot.lookup(query).query().requestFocus())
                .get();
    }

    /** How long the longest text is that the window lays out. */
    private int longestLaidOut() {
        WaitForAsyncUtils.waitForFxEvents();
        return robot.lookup(Text.class::isInstance).queryAllAs(Text.class).stream()
                .mapToInt(text -> text.getText().length())
                .max()
                .orElse(0);
    }

    private void showTab(String id) {
        robot.interact(() -> tabs().getTabs().stream()
                .filter(tab -> id.equals(tab.getId()))
                .forEach(tabs().getSelectionModel()::select));
    }

    private String selectedTab() {
        return tabs().getSelectionModel().getSelectedItem().getId();
    }

    private TabPane tabs() {
        return robot.lookup("#output-tabs").queryAs(TabPane.class);
    }
}
