package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import java.util.Locale;
import javafx.beans.value.ObservableBooleanValue;
import javafx.scene.control.Label;
import org.kordamp.ikonli.feather.Feather;

/** Status, HTTP code and duration of the last run, and limits it came near, with a sign and a colour. */
public final class StatusBadge extends Label {

    private final ResultViewModel results;
    private final ObservableBooleanValue running;

    /** @param running whether a run is under way: then the status of the one before is gone */
    public StatusBadge(ResultViewModel results, ObservableBooleanValue running) {
        this.results = results;
        this.running = running;
        setId("status-badge");
        setWrapText(true);
        // All of its lines, however little room there is.
        setMinHeight(USE_PREF_SIZE);
        setMaxWidth(Double.MAX_VALUE);
        results.documentProperty().addListener((_, _, _) -> show());
        results.comingProperty().addListener((_, _, _) -> show());
        running.addListener((_, _, _) -> show());
        show();
    }

    private void show() {
        ResultDocument document = results.documentProperty().get();
        boolean coming = results.comingProperty().get();
        Controls.show(this, !running.get() && (coming || document != null));
        if (coming) {
            show("coming", Feather.CLOCK, text("result.coming"));
        } else if (document != null) {
            String outcome = document.outcome().name().toLowerCase(Locale.ROOT);
            show(outcome, sign(document.outcome()), document.status());
        }
    }

    private void show(String state, Feather sign, String words) {
        getStyleClass().setAll("label", "status-badge", "status-" + state);
        setGraphic(Controls.icon(sign));
        setText(words);
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
