package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.JsonLexer;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import java.util.List;
import javafx.beans.value.ObservableValue;
import javafx.scene.Node;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The HTTP response as the service would send it, and how near it came to the limits. */
public final class ResponsePane extends VBox {

    private final ReadOnlyCode response = new ReadOnlyCode(text("response.title"), JsonLexer::tokens);
    private final GaugesBar gauges = new GaugesBar();
    private final Node nothing =
            new EmptyState(Feather.GLOBE, text("response.empty.title"), text("response.empty.hint"));

    /** @param lookedAt whether it is: else the text waits, since laying it out takes long */
    public ResponsePane(ResultViewModel results, ObservableValue<Boolean> lookedAt) {
        response.area().setId("response");
        response.area().setWrapText(true);
        StackPane content = new StackPane(response, nothing);
        VBox.setVgrow(content, Priority.ALWAYS);
        getChildren().addAll(gauges, content);
        results.documentProperty().subscribe(this::showGauges);
        // In a turn of its own: with the output's text at once, a large one would hold the window too long.
        results.documentProperty()
                .when(lookedAt)
                .addListener((_, _, _) -> Controls.inNextTurn(
                        () -> show(results.documentProperty().get())));
        show(results.documentProperty().get());
    }

    private void show(@Nullable ResultDocument document) {
        String text = document == null ? "" : document.response().text();
        Controls.show(nothing, text.isEmpty());
        Controls.show(response, !text.isEmpty());
        response.show(text);
    }

    private void showGauges(@Nullable ResultDocument document) {
        gauges.show(document == null ? List.of() : document.gauges());
    }
}
