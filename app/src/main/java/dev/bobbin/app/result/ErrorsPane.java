package dev.bobbin.app.result;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.emulator.invoke.Traceback;
import dev.bobbin.emulator.service.PlainError;
import dev.bobbin.themes.Spacing;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/**
 * What went wrong: in plain words, with the line to mend; the service's own words and the traceback are one click away.
 */
public final class ErrorsPane extends StackPane {

    /** Name of the entry of an error that a function made for its caller. */
    private static final String THROWN = "UserThrown";

    private final ResultViewModel results;
    private final Consumer<String> showData;

    /** @param showData shows the data of the stand-in of that name */
    public ErrorsPane(ResultViewModel results, Consumer<String> showData) {
        this.results = results;
        this.showData = showData;
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
        FailureHints hints = document.hints();
        if (!hints.badDays().isEmpty()) {
            // First of all: who has forgotten it looks for a slip in code that has none.
            Label badDay = Controls.wrapped(text("errors.badDay", hints.badDays()), "connection-mark");
            badDay.setId("errors-bad-day");
            badDay.setGraphic(Controls.icon(Feather.CLOUD_LIGHTNING));
            page.getChildren().add(badDay);
        }
        Map<PlainError, ResultDocument.Problem> plain = new LinkedHashMap<>();
        document.problems().forEach(problem -> plain.putIfAbsent(problem.plain(), problem));
        plain.values().forEach(problem -> {
            boolean first = problem.equals(document.problems().getFirst());
            page.getChildren()
                    .add(inPlainWords(problem, first ? document.traceback() : null, first ? hints.standIn() : ""));
        });
        page.getChildren().add(new TechnicalDetails(document.problems(), document.traceback(), this::frame));
        ScrollPane scroll = new ScrollPane(page);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        getChildren().setAll(scroll);
    }

    /**
     * What to look at stands where it is seen without scrolling.
     *
     * @param traceback leads to the line to mend
     * @param standIn name of the one whose SQL failed; empty when none did
     */
    private Node inPlainWords(ResultDocument.Problem problem, @Nullable Traceback traceback, String standIn) {
        PlainError error = problem.plain();
        List<Node> lines = new ArrayList<>();
        lines.add(Controls.wrapped(Shortened.of(error.what()), "error-what"));
        if (problem.name().equals(THROWN) && !problem.properties().isEmpty()) {
            // What the function tells its caller.
            lines.add(TechnicalDetails.properties(problem.properties()));
        }
        if (traceback != null) {
            lineToMend(traceback).ifPresent(frame -> lines.add(frame(frame)));
        }
        if (!standIn.isEmpty()) {
            lines.add(data(standIn));
        }
        lines.add(Controls.wrapped(text("errors.why", Shortened.of(error.why()))));
        lines.add(Controls.wrapped(text("errors.todo", Shortened.of(error.todo()))));
        VBox box = new VBox(Spacing.XS, lines.toArray(Node[]::new));
        box.getStyleClass().add("explanation");
        return box;
    }

    private Node data(String standIn) {
        Hyperlink link = new Hyperlink(text("errors.data", standIn), Controls.icon(Feather.DATABASE));
        link.setId("errors-data");
        link.setOnAction(_ -> showData.accept(standIn));
        return link;
    }

    /** The innermost place in the user's script; else the innermost of all. */
    private Optional<Traceback.Frame> lineToMend(Traceback traceback) {
        List<Traceback.Frame> inwards = traceback.frames().reversed();
        return inwards.stream()
                .filter(results::inScript)
                .findFirst()
                .or(() -> inwards.stream().findFirst());
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
            box.getChildren().add(Controls.label(Shortened.of(frame.code()), "code-text", "frame-code"));
        }
        return box;
    }
}
