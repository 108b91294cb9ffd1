package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.command.Command;
import dev.bobbin.app.data.page.Place;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import javafx.scene.control.MenuBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TableView;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.Test;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Makes a picture of every panel and page in all themes and sizes, to be looked at by people. It checks nothing, so its
 * name keeps it out of the tests; {@code packaging/pictures all} runs it.
 */
class PanelPictures extends PicturedWindow {

    /** Every kind of field, of outcome and of problem. */
    private static final String SCRIPT = """
            import base64
            import datetime
            import logging
            import struct
            import zlib

            import fabric.functions as fn

            udf = fn.UserDataFunctions()


            @udf.function()
            def order(customer: str, pieces: int, due: datetime.datetime, express: bool, lines: list[dict], address: dict,
                      tags: list, price: float = 9.5, note: str = "as usual") -> dict:
                \"\"\"Takes an order.

                Args:
                    customer: Who orders.
                    due: When it is to be there.
                    lines: What is ordered.
                \"\"\"
                return {"customer": customer, "lines": lines, "address": address}


            @udf.function()
            def swatch() -> str:
                rows = b"".join(b"\\0" + bytes(v for x in range(160) for v in (x, 2 * y, 200)) for y in range(90))
                part = lambda kind, data: struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
                head = struct.pack(">IIBBBBB", 160, 90, 8, 2, 0, 0, 0)
                png = b"\\x89PNG\\r\\n\\x1a\\n" + part(b"IHDR", head) + part(b"IDAT", zlib.compress(rows)) + part(b"IEND", b"")
                return base64.b64encode(png).decode()


            @udf.streaming_function()
            def count() -> fn.StreamResponse:
                return fn.StreamResponse((f'{{"n": {i}, "square": {i * i}}}\\n' for i in range(5)), media_type="application/x-ndjson")


            @udf.function()
            def talk() -> str:
                logging.debug("in detail")
                logging.info("as it goes")
                logging.warning("look out")
                logging.error("that was wrong")
                print("printed")
                return {"a": 1}["b"]


            @udf.function()
            def old_style(day: datetime.date, count):
                return unknown
            """;

    private static final String INPUT = """
            {"customer": "Ada", "pieces": 3, "due": "2026-03-01T10:00:00Z", "express": true,
             "lines": [{"product": "Espresso beans 1 kg", "pieces": 2, "price": 18.9}, {"product": "Milk jug", "pieces": 1, "price": null}],
             "address": {"street": "Market Square 1", "zip": "28195", "door": {"floor": 2}}, "tags": ["new", 1, null]}
            """;

    @Test
    void whatIsThereBeforeAnItemIsOpen() throws Exception {
        open(Optional.empty());
        until(() -> bench.exists("#samples"));
        take("start");
        rounds.give(Command.NEW_ITEM);
        until(() -> bench.exists("#new-name"));
        robot.write("A name");
        take("start-new");
        bench.close();

        for (String name : List.of("Sales", "Stock", "Returns", "Reports")) {
            BenchDriver.item(folder, name, BenchDriver.HELLO);
        }
        open(Optional.of(folder.resolve("work")));
        until(() -> bench.exists("#items"));
        take("workspace");
    }

    @Test
    void runsOfASample() throws Exception {
        openSample("retail");
        takeTabs("before");
        choose("stockLevels");
        run();
        takeTabs("after");
        takeWays("output");

        choose("recordSale");
        take("form");
        run();
        front("changes");
        take("changes-of-run");
        front("sql");
        until(() -> bench.exists("#statements"));
        selectFirst("#statements");
        take("sql-statement");

        front("history");
        until(() -> items("#history") == 2);
        selectFirst("#history");
        until(() -> bench.exists("#history-detail"));
        take("history-run");
        fire("#history-approve");
        until(() -> bench.exists("#example-approve"));
        fire("#example-approve");
        until(() -> bench.exists("#notices"));
        take("history-approved");
        robot.push(KeyCode.ESCAPE);
        front("examples");
        until(() -> bench.exists("#run-examples"));
        fire("#run-examples");
        until(() -> bench.text("#examples-summary").matches(".*\\d.*") && !running());
        selectFirst("#examples");
        take("examples-red");

        front("batch");
        until(() -> bench.exists("#try-corners"));
        fire("#try-corners");
        until(() -> items("#batch-table") > 9 && !running());
        take("corners");

        front("history");
        TableView<?> history = robot.lookup("#history").queryTableView();
        onFx(() -> history.getSelectionModel().selectRange(0, 2));
        take("history-two");
        onFx(() -> history.getSelectionModel().selectAll());
        take("history-many");

        choose("recordSale");
        robot.interact(
                () -> robot.lookup("#field-quantity").queryTextInputControl().setText("5000"));
        run();
        take("errors");
    }

    @Test
    void dataOfASample() throws Exception {
        openSample("retail");
        choose("recordSale");
        run();
        rounds.give(Command.SHOW_DATA);
        until(() -> bench.exists("#data-tree") && roots().size() > 1);
        take("data-nothing-chosen");
        for (TreeItem<Place> root : List.copyOf(roots())) {
            visit(root, "data-" + roots().indexOf(root));
        }
        rounds.give(Command.MANAGE_CONNECTIONS);
        until(() -> bench.exists("#connections"));
        take("connections-nothing-chosen");
        selectFirst("#connections");
        until(() -> bench.exists("#connection-alias"));
        take("connections");
        rounds.give(Command.MANAGE_LIBRARIES);
        until(() ->
                bench.exists("#libraries") && !bench.text("#libraries-python").isEmpty());
        take("libraries");
        front("serve");
        until(() -> bench.exists("#serve-switch"));
        fire("#serve-switch");
        until(() -> bench.text("#serve-address").startsWith("http"));
        take("serve");
        fire("#serve-switch");
    }

    @Test
    void formsAndOutcomes() throws Exception {
        Path item = BenchDriver.item(folder, "Orders", SCRIPT);
        Path kept = Files.createDirectories(folder.resolve("work/.bobbin/items/Orders.UserDataFunction"));
        Files.writeString(
                kept.resolve("last-inputs.json"), new ObjectMapper().writeValueAsString(Map.of("order", INPUT)));
        open(Optional.of(item));
        choose("order");
        until(() -> bench.exists("#field-pieces"));
        ScrollPane form = robot.lookup(".form .scroll-pane").queryAs(ScrollPane.class);
        for (double place : new double[] {0, 0.5, 1}) {
            onFx(() -> form.setVvalue(place));
            take("form-" + (int) (place * 10));
        }
        fire("#enlarge-lines");
        take("form-large");
        robot.push(KeyCode.ESCAPE);
        fire("#as-json");
        take("form-json");
        fire("#as-form");
        onFx(() -> form.setVvalue(0));
        fire("#calendar-due");
        popups("form-calendar");
        robot.push(KeyCode.ESCAPE);
        fire("#field-menu-pieces");
        popups("form-menu");
        robot.push(KeyCode.ESCAPE);
        rounds.give(Command.SHOW_PROBLEMS);
        until(() -> bench.exists("#problems"));
        take("problems");

        rounds.give(Command.RUN);
        until(() -> bench.exists("#notice-trust"));
        take("trust");
        onFx(() -> bench.windows.settings().trust(item));
        robot.push(KeyCode.ESCAPE);
        for (String function : List.of("order", "swatch", "count", "talk")) {
            choose(function);
            run();
            take("run-" + function);
            takeWays("run-" + function);
        }
        onFx(() -> outputTabs().getSelectionModel().select(1));
        take("logs");
        rounds.give(Command.SHOW_EDITOR);
        CodeArea editor = bench.area("#editor");
        onFx(() -> editor.moveTo(editor.getText().indexOf("logging.debug") + "logging.".length()));
        robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> bench.exists("#completion"));
        popups("completion");
        robot.push(KeyCode.ESCAPE);
        onFx(() -> editor.moveTo(editor.getText().indexOf("StreamResponse") + 3));
        rounds.give(Command.EXPLAIN);
        until(() -> bench.exists("#hover"));
        popups("hover");
        robot.push(KeyCode.ESCAPE);
        robot.write("# unsaved\n");
        take("unsaved");
    }

    @Test
    void dataOfEachKind() throws Exception {
        for (String sample : List.of("documents", "events", "variables", "secrets", "lakehouse-files")) {
            if (bench != null) {
                bench.close();
            }
            openSample(sample);
            run();
            rounds.give(Command.SHOW_DATA);
            until(() -> bench.exists("#data-tree") && !roots().isEmpty());
            for (TreeItem<Place> root : List.copyOf(roots())) {
                visit(root, sample + "-" + roots().indexOf(root));
            }
        }
    }

    @Test
    void menus() throws Exception {
        openSample("retail");
        MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
        for (Command.Menu menu : Command.Menu.values()) {
            onFx(() -> bar.getMenus().get(menu.ordinal()).show());
            popups("menu-" + menu.name().toLowerCase(Locale.ROOT));
            onFx(() -> bar.getMenus().get(menu.ordinal()).hide());
        }
    }

    private void popups(String name) throws Exception {
        WaitForAsyncUtils.waitForFxEvents();
        book.takePopups(bench, name);
    }

    @Test
    void pagesOverTheWindow() throws Exception {
        openSample("retail");
        choose("recordSale");
        for (Command page : List.of(
                Command.SETTINGS,
                Command.PROFILE,
                Command.PERSONAS,
                Command.DIFFERENCES,
                Command.ABOUT,
                Command.PALETTE,
                Command.INSERT_SAMPLE,
                Command.FIND,
                Command.REPLACE,
                Command.GO_TO_LINE,
                Command.TOUR)) {
            rounds.give(page);
            take("page-" + page.name().toLowerCase(Locale.ROOT));
            robot.push(KeyCode.ESCAPE);
            WaitForAsyncUtils.waitForFxEvents();
        }
    }

    private void visit(TreeItem<Place> place, String name) throws Exception {
        TreeView<Place> tree = robot.lookup("#data-tree").queryAs(TreeView.class);
        onFx(() -> {
            place.setExpanded(true);
            tree.getSelectionModel().select(place);
        });
        until(() -> !bench.text("#place-title").isEmpty());
        for (String rows : List.of("#data-rows", "#files", "#documents", "#secrets", "#variables", "#events")) {
            if (bench.exists(rows) && robot.lookup(rows).query() instanceof TableView<?> table) {
                until(() -> !table.getItems().isEmpty() || table.getPlaceholder() != null);
                onFx(() -> table.getSelectionModel().selectFirst());
            }
        }
        take(name);
        List<TreeItem<Place>> children = List.copyOf(place.getChildren());
        for (int i = 0; i < children.size(); i++) {
            visit(children.get(i), name + "-" + i);
        }
    }

    private List<TreeItem<Place>> roots() {
        return robot.lookup("#data-tree").queryAs(TreeView.class).getRoot().getChildren();
    }
}
