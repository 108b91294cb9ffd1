package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.EmptyState;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Manage connections: the item's connections on the left, the chosen one on the right. */
public final class ConnectionsView extends SplitPane {

    private static final double LIST_SHARE = 0.36;

    private final ConnectionsViewModel connections;
    private final ListView<Connection> list = new ListView<>();
    private final ConnectionDetails details;

    public ConnectionsView(ConnectionsViewModel connections) {
        this.connections = connections;
        this.details = new ConnectionDetails(connections);
        list.setId("connections");
        list.setAccessibleText(text("connections.title"));
        list.getStyleClass().addAll("edge-to-edge", "function-list");
        list.setItems(connections.all());
        list.setCellFactory(_ -> new ConnectionCell());
        list.setPlaceholder(
                new EmptyState(Feather.LINK, text("connections.empty.title"), text("connections.empty.hint")));
        list.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                connections.chosenProperty().set(chosen);
            }
        });
        list.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ENTER) {
                connections.browse();
                event.consume();
            }
        });
        connections.chosenProperty().addListener((_, _, chosen) -> show(chosen));
        ScrollPane page = new ScrollPane(details);
        page.setFitToWidth(true);
        page.getStyleClass().add("page");
        page.visibleProperty().bind(connections.chosenProperty().isNotNull());
        getItems().addAll(list, page);
        setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(list, false);
        show(connections.chosenProperty().get());
    }

    private void show(@Nullable Connection chosen) {
        if (chosen == null) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(chosen);
            details.show(chosen);
        }
    }

    @Override
    public void requestFocus() {
        list.requestFocus();
    }
}
