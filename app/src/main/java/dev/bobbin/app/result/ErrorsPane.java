package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** What went wrong: first in plain words, then as the service says it, then where in the code. */
public final class ErrorsPane extends StackPane {

    private static final int LONGEST_VALUE = 5_000;

    private final ResultViewModel results;

    public ErrorsPane(ResultViewModel results) {
        this.results = results;
        setId("errors");
        results.documentProperty().addListener((_, _, document) -> show(document));
        show(results.documentProperty().get());
    }

    private void show(@Nullable ResultDocument document) {
        if (document == null || !document.failed()) {
            getChildren()
                    .setAll(new EmptyState(
                            Feather.CHECK_CIRCLE, text("errors.empty.title"), text("errors.empty.hint")));
            return;
        }
        VBox page = new VBox(Spacing.L);
        page.getStyleClass().add("errors-page");
        // The line to mend comes first: it is what the eye looks for, and must not need scrolling.
        if (document.traceback() != null) {
            page.getChildren().add(traceback(document.traceback()));
        }
        if (document.explanation() != null) {
            page.getChildren().add(Controls.wrapped(document.explanation(), "explanation"));
        }
        document.problems().forEach(problem -> page.getChildren().add(problem(problem)));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().setAll(scroll);
    }

    private static Node problem(ResultDocument.Problem problem) {
        GridPane properties = new GridPane(Spacing.L, Spacing.XS);
        int row = 0;
        for (ResultDocument.Property property : problem.properties()) {
            Label name = Controls.label(property.name(), "text-muted", "text-small");
            String value = property.value();
            properties.addRow(
                    row++,
                    name,
                    Controls.wrapped(
                            value.length() > LONGEST_VALUE ? value.substring(0, LONGEST_VALUE) + "…" : value,
                            "code-text"));
        }
        return new VBox(
                Spacing.XS,
                Controls.label(problem.name(), "error-name"),
                Controls.wrapped(problem.message()),
                properties);
    }

    private Node traceback(Traceback traceback) {
        VBox box = new VBox(Spacing.XS);
        String said = traceback.message().isEmpty() ? traceback.type() : traceback.type() + ": " + traceback.message();
        box.getChildren()
                .addAll(Controls.label(text("errors.traceback"), "section-title"), Controls.wrapped(said, "code-text"));
        traceback.frames().reversed().forEach(frame -> box.getChildren().add(frame(frame)));
        return box;
    }

    private Node frame(Traceback.Frame frame) {
        String place = text(
                "errors.frame",
                String.valueOf(Path.of(frame.file()).getFileName()),
                String.valueOf(frame.line()),
                frame.function());
        VBox box = new VBox();
        if (results.inScript(frame)) {
            Hyperlink link = new Hyperlink(place);
            link.getStyleClass().add("frame-link");
            link.setAccessibleText(text("errors.frame.link", place));
            link.setOnAction(_ -> results.reveal(frame.line()));
            box.getChildren().add(link);
        } else {
            box.getChildren().add(Controls.label(place, "text-muted"));
        }
        if (frame.code() != null) {
            box.getChildren().add(Controls.label(frame.code(), "code-text", "frame-code"));
        }
        return box;
    }
}
