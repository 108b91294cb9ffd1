package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.SharedWidth;
import dev.bobbin.app.fx.WordColumns;
import dev.bobbin.app.l10n.Dates;
import dev.bobbin.app.l10n.Durations;
import java.time.ZonedDateTime;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.kordamp.ikonli.feather.Feather;

/** The requests that came in, newest first; a double click or Enter shows what became of one. */
final class RequestsTable extends TableView<LocalServer.Heard> {

    /** Wide enough for what usually stands in them; the rest is the request's. */
    private static final double TIME = 88;

    private static final double REQUEST = 110;
    private static final double STATUS = 66;
    private static final double DURATION = 70;

    private static final int GOOD = 200;

    private final ServeViewModel serve;

    RequestsTable(ServeViewModel serve) {
        this.serve = serve;
        setId("serve-requests");
        setAccessibleText(text("serve.requests"));
        getStyleClass().addAll("edge-to-edge", "dense");
        setItems(serve.requests());
        setPlaceholder(new EmptyState(Feather.RADIO, text("serve.empty.title"), text("serve.empty.hint")));
        getColumns()
                .addAll(List.of(
                        SharedWidth.whole(WordColumns.of(
                                text("history.column.time"),
                                TIME,
                                request -> Dates.brief(request.time(), ZonedDateTime.now()))),
                        WordColumns.of(text("serve.column.request"), REQUEST, LocalServer.Heard::what),
                        SharedWidth.whole(status()),
                        SharedWidth.whole(
                                WordColumns.of(text("history.column.duration"), DURATION, RequestsTable::duration))));
        SharedWidth.of(this);
        Controls.selectWhenFocused(this);
        setRowFactory(_ -> row());
        setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                openSelected();
                event.consume();
            }
        });
        MenuItem open = new MenuItem(text("serve.open"), Controls.icon(Feather.CLOCK));
        open.setOnAction(_ -> openSelected());
        open.disableProperty().bind(getSelectionModel().selectedItemProperty().isNull());
        setContextMenu(new ContextMenu(open));
    }

    private TableRow<LocalServer.Heard> row() {
        TableRow<LocalServer.Heard> row = new TableRow<>();
        row.setOnMouseClicked(event -> {
            if (!row.isEmpty() && event.getButton() == MouseButton.PRIMARY && event.getClickCount() == 2) {
                serve.open(row.getItem());
            }
        });
        return row;
    }

    private void openSelected() {
        LocalServer.Heard request = getSelectionModel().getSelectedItem();
        if (request != null) {
            serve.open(request);
        }
    }

    /** The status with a sign: never by colour alone. */
    private static TableColumn<LocalServer.Heard, Integer> status() {
        TableColumn<LocalServer.Heard, Integer> column = new TableColumn<>(text("serve.column.status"));
        column.setPrefWidth(STATUS);
        column.setSortable(false);
        column.setCellValueFactory(
                row -> new ReadOnlyObjectWrapper<>(row.getValue().httpStatus()));
        column.setCellFactory(_ -> new TableCell<>() {
            @Override
            protected void updateItem(Integer status, boolean empty) {
                super.updateItem(status, empty);
                boolean none = empty || status == null;
                setText(none ? null : status == 0 ? text("serve.stopped") : status.toString());
                setGraphic(none ? null : Controls.icon(status == GOOD ? Feather.CHECK_CIRCLE : Feather.X_CIRCLE));
            }
        });
        return column;
    }

    private static String duration(LocalServer.Heard request) {
        return switch (request) {
            case LocalServer.Heard.Called called -> Durations.text(called.duration());
            case LocalServer.Heard.Refused _ -> "";
        };
    }
}
