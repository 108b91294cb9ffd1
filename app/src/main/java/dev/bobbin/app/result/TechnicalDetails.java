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
        // Made when it is unfolded: what nobody looks at costs nothing.
        expandedProperty().addListener((_, _, unfolded) -> {
            if (unfolded && getContent() == null) {
                setContent(content(problems, traceback, frame));
            }
        });
    }

    private static Node content(
            List<ResultDocument.Problem> problems,
            @Nullable Traceback traceback,
            Function<Traceback.Frame, Node> frame) {
        VBox content = new VBox(Spacing.L);
        problems.forEach(problem -> content.getChildren().add(problem(problem)));
        if (traceback != null) {
            content.getChildren().add(traceback(traceback, frame));
        }
        return content;
    }

    private static Node problem(ResultDocument.Problem problem) {
        return new VBox(
                Spacing.XS,
                Controls.label(problem.name(), "error-name"),
                Controls.wrapped(Shortened.of(problem.message())),
                properties(problem.properties()));
    }

    /** Names and values. */
    static Node properties(List<ResultDocument.Property> properties) {
        GridPane grid = new GridPane(Spacing.L, Spacing.XS);
        int row = 0;
        for (ResultDocument.Property property : properties) {
            grid.addRow(
                    row++,
                    Controls.label(property.name(), "text-muted", "text-small"),
                    Controls.wrapped(Shortened.of(property.value()), "code-text"));
        }
        return grid;
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
