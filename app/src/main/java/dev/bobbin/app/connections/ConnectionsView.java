package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.Prompt;
import dev.bobbin.app.fx.StandInWords;
import dev.bobbin.emulator.item.ArtifactType;
import dev.bobbin.emulator.standin.StandInKind;
import java.util.EnumMap;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.control.ListView;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.SplitPane;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Manage connections: the item's connections on the left, the chosen one on the right. */
public final class ConnectionsView extends SplitPane {

    private static final double LIST_SHARE = 0.36;

    /** What can be connected by definition.json, as the portal offers it. */
    private static final Map<ArtifactType, StandInKind> TYPES = new EnumMap<>(Map.of(
            ArtifactType.WAREHOUSE, StandInKind.WAREHOUSE,
            ArtifactType.SQL_DB_NATIVE, StandInKind.SQL_DATABASE,
            ArtifactType.LAKEHOUSE, StandInKind.LAKEHOUSE,
            ArtifactType.MOUNTED_RELATIONAL_DATABASE, StandInKind.MIRRORED,
            ArtifactType.VARIABLES, StandInKind.VARIABLES));

    private final ConnectionsViewModel connections;
    private final ListView<Connection> list = new ListView<>();
    private final ConnectionDetails details;
    private final Prompt prompt = new Prompt();

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
            if (event.getCode() == KeyCode.ENTER && !event.isShortcutDown()) {
                connections.browse();
                event.consume();
            }
        });
        connections.chosenProperty().addListener((_, _, chosen) -> show(chosen));
        ScrollPane page = new ScrollPane(details);
        page.setFitToWidth(true);
        page.getStyleClass().add("page");
        page.visibleProperty().bind(connections.chosenProperty().isNotNull());
        VBox.setVgrow(list, Priority.ALWAYS);
        VBox side = new VBox(bar(), prompt, list);
        getItems().addAll(side, page);
        setDividerPositions(LIST_SHARE);
        SplitPane.setResizableWithParent(side, false);
        show(connections.chosenProperty().get());
    }

    private HBox bar() {
        MenuButton add = new MenuButton(text("connections.add"), Controls.icon(Feather.PLUS));
        add.setId("connection-add");
        add.getStyleClass().add("small");
        TYPES.forEach((type, kind) -> {
            MenuItem item = new MenuItem(StandInWords.kind(kind));
            item.setOnAction(_ -> prompt.askUntil(
                    text("connections.add.alias"), suggestion(), alias -> connections.list(type, alias.strip())));
            add.getItems().add(item);
        });
        HBox bar = new HBox(add);
        bar.setAlignment(Pos.CENTER_LEFT);
        bar.getStyleClass().add("panel-bar");
        return bar;
    }

    /** The chosen alias, when the code names it and definition.json does not: then that is what is to be added. */
    private String suggestion() {
        Connection chosen = connections.chosenProperty().get();
        return chosen == null || chosen.listed() ? "" : chosen.alias();
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
