package dev.bobbin.app.fx;

import dev.bobbin.themes.Spacing;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** What a panel shows while it has nothing to show: a sign, what it is for, and what to do next. */
public final class EmptyState extends VBox {

    public EmptyState(Feather icon, String title, String hint, Node... actions) {
        super(Spacing.S);
        getStyleClass().add("empty-state");
        setAlignment(Pos.CENTER);
        Node sign = Controls.icon(icon);
        sign.getStyleClass().add("empty-state-icon");
        getChildren()
                .addAll(
                        sign,
                        Controls.label(title, "empty-state-title"),
                        Controls.wrapped(hint, "empty-state-hint", "text-muted"));
        getChildren().addAll(actions);
    }
}
