package dev.bobbin.app.compare;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.Colouring.Stretch;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** Where two texts differ, over the window, line by line. */
public final class ComparisonPane extends VBox {

    private static final double MARGIN = 48;

    private final TaskRunner tasks;
    private final Label title = Controls.label("", "panel-title");
    private final Label summary = Controls.wrapped("", "text-muted");
    private final ReadOnlyCode code = new ReadOnlyCode(text("compare.same"), _ -> List.of());
    private @Nullable Node before;

    public ComparisonPane(TaskRunner tasks) {
        super(Spacing.M);
        this.tasks = tasks;
        setId("comparison");
        getStyleClass().add("comparison");
        StackPane.setMargin(this, new Insets(MARGIN));
        HBox head =
                new HBox(title, Controls.spring(), Controls.iconButton(Feather.X, text("compare.close"), this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        code.area().setId("comparison-lines");
        VBox.setVgrow(code, Priority.ALWAYS);
        getChildren().addAll(head, summary, code);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
                event.consume();
            }
        });
        Controls.show(this, false);
    }

    /** Opens it with two texts. */
    public void open(Comparison texts) {
        before = getScene().getFocusOwner();
        title.setText(text("compare.title", texts.title()));
        tasks.run(
                () -> LineDiff.of(texts.before(), texts.after()),
                diff -> show(texts, diff),
                e -> summary.setText(String.valueOf(e.getMessage())));
    }

    private void show(Comparison texts, LineDiff diff) {
        summary.setText(
                diff.places() == 0
                        ? text("compare.same")
                        : text("compare.differences", diff.places(), texts.beforeName(), texts.afterName()));
        code.area().setAccessibleText(summary.getText());
        code.show(diff.lines().stream().map(LineDiff.Line::marked).collect(Collectors.joining("\n")));
        code.mark("difference", stretches(diff));
        Controls.show(this, true);
        code.area().requestFocus();
        firstDifference(diff);
    }

    private void firstDifference(LineDiff diff) {
        for (int line = 0; line < diff.lines().size(); line++) {
            if (diff.lines().get(line).side() != LineDiff.Side.BOTH) {
                code.area().moveTo(line, 0);
                code.area().showParagraphAtCenter(line);
                return;
            }
        }
    }

    private static List<Stretch> stretches(LineDiff diff) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (LineDiff.Line line : diff.lines()) {
            int end = at + line.marked().length();
            if (line.side() != LineDiff.Side.BOTH) {
                stretches.add(
                        new Stretch(at, end, line.side() == LineDiff.Side.BEFORE ? "code-removed" : "code-added"));
            }
            at = end + 1;
        }
        return stretches;
    }

    /** Hides it, when it is shown. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        Controls.show(this, false);
        if (before != null) {
            before.requestFocus();
        }
    }
}
