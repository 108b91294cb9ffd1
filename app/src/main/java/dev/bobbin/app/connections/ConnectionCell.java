package dev.bobbin.app.connections;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.StandInWords;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** A connection in the list: its alias, what stands in for it, and what is unusual about it. */
final class ConnectionCell extends ListCell<Connection> {

    private final Label alias = Controls.label("", "binding-alias");
    private final Label kind = Controls.label("", "text-muted", "text-small");
    private final Label mark = Controls.label("", "text-small", "connection-mark");
    private final HBox head = new HBox(Spacing.S);
    private final VBox content = new VBox(head, kind, mark);

    ConnectionCell() {
        // As wide as the list: a long alias is shortened, and no bar to scroll sideways takes the room of a row.
        setPrefWidth(0);
        head.setAlignment(Pos.CENTER_LEFT);
        mark.managedProperty().bind(mark.visibleProperty());
    }

    @Override
    protected void updateItem(Connection connection, boolean empty) {
        super.updateItem(connection, empty);
        if (empty || connection == null) {
            setGraphic(null);
            setAccessibleText(null);
            return;
        }
        alias.setText(connection.alias());
        kind.setText(connection
                .unknownType()
                .map(type -> text("connections.unknownType", type))
                .orElseGet(() -> StandInWords.kind(connection.standIn())));
        String words = mark(connection);
        mark.setText(words);
        mark.setVisible(!words.isEmpty());
        mark.setGraphic(Controls.icon(connection.badDay().isPresent() ? Feather.CLOUD_LIGHTNING : Feather.INFO));
        head.getChildren().setAll(Controls.icon(StandInWords.sign(connection.standIn())), alias);
        setGraphic(content);
        setAccessibleText(connection.alias() + ", " + kind.getText() + (words.isEmpty() ? "" : ", " + words));
    }

    private static String mark(Connection connection) {
        if (connection.badDay().isPresent()) {
            return text("connections.mark.badDay");
        }
        if (!connection.listed()) {
            return text("connections.mark.notListed");
        }
        return connection.there() ? "" : text("connections.mark.notThere");
    }
}
