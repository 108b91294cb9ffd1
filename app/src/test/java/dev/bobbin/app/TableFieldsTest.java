package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.copy;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Fields for a DataFrame, a Series and an Optional, as a user fills them. */
class TableFieldsTest extends ItemInWindow {

    private static final String SCRIPT = """
            from typing import Optional
            import pandas as pd
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def total(orders: pd.DataFrame, prices: pd.Series, discount: Optional[int]) -> int:
                return len(orders)
            """;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Totals", SCRIPT);
        showWindow();
        until(() -> bench.exists("#grid-orders") && bench.exists("#grid-prices") && bench.exists("#field-discount"));
    }

    @Test
    void theirGridsBecomeTheRequestAndTheRequestTheirGrids() throws Exception {
        paste("orders", "product\tpieces\nTea\t3\nMilk\t4");
        until(() -> grid("orders").getItems().size() == 2);
        paste("prices", "1.5\n2\n2.5");
        until(() -> grid("prices").getItems().size() == 3);
        assertThat(grid("prices").getColumns()).as("a series has one column").hasSize(1);
        // It may lie below what is to be seen of the form.
        robot.interact(robot.lookup("#field-discount").query()::requestFocus);
        robot.write("7");
        robot.clickOn("#as-json");
        until(() -> request().contains("\"discount\":7"));
        assertThat(request())
                .contains("\"orders\":[{\"product\":\"Tea\",\"pieces\":3},{\"product\":\"Milk\",\"pieces\":4}]")
                .contains("\"prices\":[1.5,2,2.5]");

        robot.clickOn("#request-json").push(KeyCode.CONTROL, KeyCode.A);
        copy("{\"orders\": [{\"product\": \"Juice\"}], \"prices\": [], \"discount\": null}");
        robot.push(KeyCode.CONTROL, KeyCode.V);
        until(() -> request().contains("Juice"));
        robot.clickOn("#as-form");
        until(() -> grid("orders").getItems().size() == 1
                && grid("prices").getItems().isEmpty());
        assertThat(grid("orders").getItems().getFirst()).hasToString("[\"Juice\"]");
    }

    @Test
    void whatTheServiceNeverPassesOnIsSaidFromTheBeginning() {
        assertThat(bench.isTold("The service cannot pass values of this type to a function"))
                .isTrue();
    }

    private void paste(String parameter, String cells) throws Exception {
        copy(cells);
        robot.interact(grid(parameter)::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.V);
    }

    private TableView<Object> grid(String parameter) {
        return robot.lookup("#grid-" + parameter).queryTableView();
    }

    private String request() {
        return bench.exists("#request-json")
                ? bench.area("#request-json").getText().replaceAll("\\s", "")
                : "";
    }
}
