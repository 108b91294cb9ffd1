package dev.bobbin.app.changes;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.emulator.standin.ExecutedStatement;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Label;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TableView;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** The statements of the last run: T-SQL, what ran, how true the answer is, rows and time. */
public final class StatementsView extends VBox {

    private static final double NARROW = 64;
    private static final double WIDE = 200;
    private static final double LIST_SHARE = 0.48;

    public StatementsView(StatementsViewModel statements) {
        TableView<ExecutedStatement> table = new TableView<>(statements.statements());
        table.setId("statements");
        table.setAccessibleText(text("sql.title"));
        table.getStyleClass().addAll("edge-to-edge", "dense");
        table.setPlaceholder(new EmptyState(Feather.DATABASE, text("sql.empty.title"), text("sql.empty.hint")));
        table.getColumns().add(WordColumns.of(text("sql.column.statement"), WIDE, StatementsViewModel::oneLine));
        table.getColumns().add(WordColumns.of(text("sql.column.rows"), NARROW, StatementsViewModel::rows));
        table.getColumns().add(WordColumns.of(text("sql.column.time"), NARROW, StatementsViewModel::time));
        table.getColumns().add(WordColumns.of(text("sql.column.mark"), NARROW * 1.5, StatementsViewModel::mark));
        table.getColumns().add(WordColumns.of(text("sql.column.times"), NARROW, s -> Long.toString(s.executions())));
        table.getColumns().add(WordColumns.of(text("sql.column.standin"), NARROW * 1.5, ExecutedStatement::standIn));
        ReadOnlyCode detail = new ReadOnlyCode(text("sql.detail"), _ -> List.of());
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
}
