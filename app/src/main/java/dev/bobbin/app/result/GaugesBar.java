package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;

/** How much of the service's limits the last run took. */
final class GaugesBar extends HBox {

    private static final PseudoClass NEAR = PseudoClass.getPseudoClass("near");
    private static final double WIDTH = 140;

    GaugesBar() {
        super(Spacing.XL);
        setId("gauges");
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("gauges");
    }

    void show(List<LimitGauge> gauges) {
        Controls.show(this, !gauges.isEmpty());
        getChildren().setAll(gauges.stream().map(GaugesBar::gauge).toList());
    }

    private static Node gauge(LimitGauge gauge) {
        String title = text("gauge." + gauge.id());
        ProgressBar bar = new ProgressBar(Math.min(1, gauge.share()));
        bar.setPrefWidth(WIDTH);
        bar.getStyleClass().addAll("small", "gauge");
        bar.setAccessibleText(title + ": " + gauge.words());
        bar.pseudoClassStateChanged(NEAR, gauge.near());
        Label words = Controls.label(gauge.words(), "text-small", "text-muted");
        HBox head = new HBox(Spacing.S, Controls.label(title, "text-small"), words);
        if (gauge.near()) {
            head.getChildren().add(Controls.label(text("gauge.near"), "text-small", "gauge-near"));
        }
        return new VBox(Spacing.XS, head, bar);
    }
}
