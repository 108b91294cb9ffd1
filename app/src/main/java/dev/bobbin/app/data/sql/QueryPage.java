package dev.bobbin.app.data.sql;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.EditableCode;
import dev.bobbin.app.code.SqlLexer;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.suggest.Completing;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Orientation;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** T-SQL to write and run on a stand-in, above what it gave. */
public final class QueryPage extends VBox {

    private static final double EDITOR_SHARE = 0.3;

    private final QueryViewModel model;
    private final EditableCode editor;
    private final StackPane results = new StackPane();

    public QueryPage(QueryViewModel model) {
        this.model = model;
        editor = new EditableCode(text("data.query.name"), model.sqlProperty(), SqlLexer::tokens);
        editor.area().setId("query");
        // The window's own Ctrl+Enter runs the function: here it is the query that is meant.
        editor.area().addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER && event.isShortcutDown()) {
                run();
                event.consume();
            }
        });
        new Completing(editor.area(), model::complete);
        Button run = new Button(text("data.query.run"), Controls.icon(Feather.PLAY));
        run.setId("query-run");
        run.getStyleClass().add("small");
        run.setOnAction(_ -> run());
        run.disableProperty().bind(model.runningProperty());
        Button stop = new Button(text("data.query.stop"), Controls.icon(Feather.SQUARE));
        stop.setId("query-stop");
        stop.getStyleClass().add("small");
        stop.setOnAction(_ -> model.stop());
        stop.disableProperty().bind(model.runningProperty().not());
        SplitPane split = new SplitPane(editor, results);
        split.setOrientation(Orientation.VERTICAL);
        split.setDividerPositions(EDITOR_SHARE);
        VBox.setVgrow(split, Priority.ALWAYS);
        Label hint = Controls.label(text("data.query.hint"), "text-muted", "text-small");
        getChildren().addAll(Pages.bar(run, stop, hint), split);
        model.resultsProperty().addListener((_, _, found) -> show(found));
        show(model.resultsProperty().get());
    }

    private void run() {
        model.run(editor.area().getSelectedText());
    }

    private void show(List<QueryViewModel.Shown> found) {
        if (found.isEmpty()) {
            results.getChildren()
                    .setAll(new EmptyState(
                            Feather.TERMINAL, text("data.query.empty.title"), text("data.query.empty.hint")));
            return;
        }
        List<QueryViewModel.Shown> told =
                found.stream().filter(QueryPage::isToldOnly).toList();
        List<QueryViewModel.Shown> others =
                found.stream().filter(shown -> !isToldOnly(shown)).toList();
        VBox page = new VBox();
        StackPane.setAlignment(page, Pos.TOP_LEFT);
        if (!told.isEmpty()) {
            Label line = title(
                    told.stream().map(QueryViewModel.Shown::title).collect(Collectors.joining("  ·  ")), "query-title");
            line.setId("query-told");
            page.getChildren().add(line);
        }
        if (!others.isEmpty()) {
            Node shown = others.size() == 1 ? page(others.getFirst()) : tabs(others);
            VBox.setVgrow(shown, Priority.ALWAYS);
            page.getChildren().add(shown);
        }
        results.getChildren().setAll(page);
    }

    /** What needs no page of its own, such as how many rows a statement changed. */
    private static boolean isToldOnly(QueryViewModel.Shown shown) {
        return shown.rows() == null && !shown.failed();
    }

    /** The last rows are in front, since they are mostly what was asked for; or what failed. */
    private static TabPane tabs(List<QueryViewModel.Shown> found) {
        TabPane tabs = new TabPane();
        tabs.setAccessibleText(text("data.query.rows"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        for (int i = 0; i < found.size(); i++) {
            Tab tab = new Tab(text("data.query.result", i + 1), page(found.get(i)));
            tabs.getTabs().add(tab);
        }
        int failed = found.stream().map(QueryViewModel.Shown::failed).toList().indexOf(true);
        tabs.getSelectionModel().select(failed < 0 ? found.size() - 1 : failed);
        return tabs;
    }

    private static Node page(QueryViewModel.Shown shown) {
        QueryRows rows = shown.rows();
        if (rows != null) {
            return new QueryRowsPage(shown.title(), rows);
        }
        return title(shown.title(), shown.failed() ? "page-problem" : "query-title");
    }

    /** What stands above a result, or is all of it. */
    static Label title(String words, String style) {
        Label title = Controls.wrapped(words, style, "text-small");
        title.setId("query-title");
        title.setMaxWidth(Double.MAX_VALUE);
        return title;
    }
}
