package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.code.SqlLexer;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.emulator.standin.ExecutedStatement;
import java.util.List;
import java.util.function.Function;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The statements of the last run: T-SQL, what ran, how true the answer is, rows and time. */
public final class StatementsView extends VBox {

    private static final double STATEMENT = 200;
    private static final double LEAST_STATEMENT = 96;
    private static final double ROWS = 56;
    private static final double TIME = 76;
    private static final double MARK = 100;
    private static final double TIMES = 64;
    private static final double STAND_IN = 120;
    private static final double LIST_SHARE = 0.55;

    /** What is free beyond this is the statement's. */
    private static final double MOST_WIDER = 1.3;

    public StatementsView(StatementsViewModel statements) {
        TableView<ExecutedStatement> table = new TableView<>(statements.statements());
        table.setId("statements");
        table.setAccessibleText(text("sql.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setPlaceholder(new EmptyState(Feather.DATABASE, text("sql.empty.title"), text("sql.empty.hint")));
        TableColumn<ExecutedStatement, String> statement =
                WordColumns.of(text("sql.column.statement"), STATEMENT, StatementsViewModel::oneLine);
        statement.setMinWidth(LEAST_STATEMENT);
        TableColumn<ExecutedStatement, String> times =
                whole("sql.column.times", TIMES, it -> Long.toString(it.executions()));
        TableColumn<ExecutedStatement, String> standIn =
                whole("sql.column.standin", STAND_IN, ExecutedStatement::standIn);
        // How true the answer is comes first, the statement last: it takes what room there is.
        table.getColumns()
                .addAll(List.of(
                        whole("sql.column.mark", MARK, StatementsViewModel::mark),
                        whole("sql.column.rows", ROWS, StatementsViewModel::rows),
                        whole("sql.column.time", TIME, StatementsViewModel::time),
                        times,
                        standIn,
                        statement));
        SharedWidth.of(table, List.of(standIn, times));
        ReadOnlyCode detail = new ReadOnlyCode(text("sql.detail"), SqlLexer::tokens);
        detail.area().setId("statement-detail");
        detail.area().setWrapText(true);
        statements.chosenDetail().addListener((_, _, text) -> detail.show(text));
        table.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> statements.choose(chosen));
        SplitPane split = new SplitPane(table);
        VBox.setVgrow(split, Priority.ALWAYS);
        Runnable show = () -> {
            // Without statements there is no detail that would need room.
            boolean some = !table.getItems().isEmpty();
            if (some != split.getItems().contains(detail)) {
                split.getItems().setAll(some ? List.of(table, detail) : List.of(table));
                split.setDividerPositions(LIST_SHARE);
            }
            // One statement is what there mostly is: it is shown without being asked for.
            table.getSelectionModel().selectFirst();
        };
        table.getItems().addListener((ListChangeListener<ExecutedStatement>) _ -> show.run());
        show.run();
        Label summary = Controls.label("", "text-muted", "text-small");
        summary.textProperty().bind(statements.summary());
        summary.managedProperty().bind(statements.summary().isNotEmpty());
        getChildren().addAll(split, summary);
    }

    private static TableColumn<ExecutedStatement, String> whole(
            String title, double width, Function<ExecutedStatement, String> words) {
        TableColumn<ExecutedStatement, String> column = SharedWidth.whole(WordColumns.of(text(title), width, words));
        column.setMaxWidth(width * MOST_WIDER);
        return column;
    }
}
