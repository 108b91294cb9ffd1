package dev.bobbin.app.bindings;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.StandInWords;
import dev.bobbin.app.workspace.ConnectedData;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;

/** Says below the form what data the function works on. */
public final class BindingsStrip extends VBox {

    private final BindingsViewModel bindings;

    public BindingsStrip(BindingsViewModel bindings) {
        super(Spacing.S);
        this.bindings = bindings;
        getStyleClass().add("bindings");
        bindings.dataProperty().addListener((_, _, now) -> show(now));
        show(bindings.dataProperty().get());
    }

    private void show(List<ConnectedData> data) {
        Controls.show(this, !data.isEmpty());
        getChildren().setAll(Controls.label(text("bindings.title"), "section-title"));
        data.forEach(connected -> getChildren().add(row(connected)));
    }

    private Node row(ConnectedData connected) {
        Label alias = Controls.label(connected.alias(), "binding-alias");
        Label kind = Controls.label(StandInWords.kind(connected.standIn()), "text-muted", "text-small");
        Button browse = Controls.iconButton(
                Feather.EYE, text("bindings.browse", connected.alias()), () -> bindings.browse(connected));
        browse.getStyleClass().add("small");
        HBox head = new HBox(
                Spacing.S,
                Controls.icon(StandInWords.sign(connected.standIn())),
                alias,
                kind,
                Controls.spring(),
                browse);
        head.setAlignment(Pos.CENTER_LEFT);
        Label where = Controls.wrapped(BindingsViewModel.whereabouts(connected), "text-muted", "text-small");
        where.setTooltip(new Tooltip(connected.standIn().path().toString()));
        VBox row = new VBox(head, where);
        String badDay = BindingsViewModel.badDay(connected);
        if (!badDay.isEmpty()) {
            Label mark = Controls.wrapped(badDay, "text-small", "connection-mark");
            mark.setGraphic(Controls.icon(Feather.CLOUD_LIGHTNING));
            row.getChildren().add(mark);
        }
        row.getStyleClass().add("binding");
        return row;
    }
}
