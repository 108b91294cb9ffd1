package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.themes.Spacing;
import java.util.List;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.control.TitledPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The errors in the service's words and the traceback, folded away until they are asked for. */
final class TechnicalDetails extends TitledPane {

    /** @param frame shows a place in the code */
    TechnicalDetails(
            List<ResultDocument.Problem> problems,
            @Nullable Traceback traceback,
            Function<Traceback.Frame, Node> frame) {
        setId("technical-details");
        setText(text("errors.technical"));
        setAccessibleText(text("errors.technical"));
        setAnimated(false);
        setExpanded(false);
        getStyleClass().add("technical-details");
        VBox content = new VBox(Spacing.L);
        problems.forEach(problem -> content.getChildren().add(problem(problem)));
        if (traceback != null) {
            content.getChildren().add(traceback(traceback, frame));
        }
        setContent(content);
    }

    private static Node problem(ResultDocument.Problem problem) {
        GridPane properties = new GridPane(Spacing.L, Spacing.XS);
        int row = 0;
        for (ResultDocument.Property property : problem.properties()) {
            properties.addRow(
                    row++,
                    Controls.label(property.name(), "text-muted", "text-small"),
                    Controls.wrapped(Shortened.of(property.value()), "code-text"));
        }
        return new VBox(
                Spacing.XS,
                Controls.label(problem.name(), "error-name"),
                Controls.wrapped(Shortened.of(problem.message())),
                properties);
    }

    private static Node traceback(Traceback traceback, Function<Traceback.Frame, Node> frame) {
        VBox box = new VBox(Spacing.XS);
        String said = traceback.message().isEmpty() ? traceback.type() : traceback.type() + ": " + traceback.message();
        box.getChildren()
                .addAll(
                        Controls.label(text("errors.traceback"), "section-title"),
                        Controls.wrapped(Shortened.of(said), "code-text"));
        traceback.frames().reversed().forEach(place -> box.getChildren().add(frame.apply(place)));
        return box;
    }
}
