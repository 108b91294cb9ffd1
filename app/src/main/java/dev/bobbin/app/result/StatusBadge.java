package dev.bobbin.app.result;

import dev.bobbin.app.fx.Controls;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Status, HTTP code and duration of the last run, with a sign and a colour. */
public final class StatusBadge extends Label {

    /** @param running whether a run is under way: then the status of the one before is gone */
    public StatusBadge(ResultViewModel results, ObservableBooleanValue running) {
        setId("status-badge");
        setWrapText(true);
        // All of its lines, however little room there is.
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        results.documentProperty().addListener((_, _, document) -> show(document, running.get()));
        running.addListener((_, _, now) -> show(results.documentProperty().get(), now));
        show(results.documentProperty().get(), running.get());
    }

    private void show(@Nullable ResultDocument document, boolean running) {
        Controls.show(this, document != null && !running);
        if (document == null) {
            return;
        }
        String outcome = document.outcome().name().toLowerCase(Locale.ROOT);
        getStyleClass().setAll("label", "status-badge", "status-" + outcome);
        setGraphic(Controls.icon(sign(document.outcome())));
        setText(document.headline());
    }

    private static Feather sign(ResultDocument.Outcome outcome) {
        return switch (outcome) {
            case SUCCEEDED -> Feather.CHECK_CIRCLE;
            case REFUSED -> Feather.ALERT_TRIANGLE;
            case FAILED -> Feather.X_CIRCLE;
            case STOPPED -> Feather.SLASH;
        };
    }
}
