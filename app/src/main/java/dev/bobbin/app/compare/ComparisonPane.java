package dev.bobbin.app.compare;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.code.Colouring.Stretch;
import dev.bobbin.app.code.ReadOnlyCode;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
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

    /** Lines that are shown on each side of a difference. */
    private static final int CONTEXT = 3;

    private final TaskRunner tasks;
    private final Label title = Controls.label("", "panel-title");
    private final Label summary = Controls.wrapped("", "text-muted");
    private final ReadOnlyCode code = new ReadOnlyCode(text("compare.same"), _ -> List.of());
    private final Label place = Controls.label("", "text-muted", "text-small");
    private final ToggleButton whole = new ToggleButton(text("compare.whole"));
    private LineDiff all = new LineDiff(List.of(), 0);
    private LineDiff shown = all;
    private int at = -1;
    private @Nullable Node before;

    public ComparisonPane(TaskRunner tasks) {
        super(Spacing.M);
        this.tasks = tasks;
        setId("comparison");
        getStyleClass().add("comparison");
        StackPane.setMargin(this, new Insets(MARGIN));
        HBox head = new HBox(
                Spacing.S,
                title,
                Controls.spring(),
                place,
                Controls.iconButton(Feather.ARROW_UP, text("compare.previous"), () -> go(-1)),
                Controls.iconButton(Feather.ARROW_DOWN, text("compare.next"), () -> go(1)),
                whole,
                Controls.iconButton(Feather.X, text("compare.close"), this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        place.setId("comparison-place");
        whole.setId("comparison-whole");
        whole.getStyleClass().add("small");
        whole.selectedProperty().addListener((_, _, _) -> lay());
        code.area().setId("comparison-lines");
        VBox.setVgrow(code, Priority.ALWAYS);
        getChildren().addAll(head, summary, code);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                close();
            } else if (event.getCode() == KeyCode.F7) {
                go(event.isShiftDown() ? -1 : 1);
            } else {
                return;
            }
            event.consume();
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
                e -> summary.setText(Reasons.of(e)));
    }

    private void show(Comparison texts, LineDiff diff) {
        summary.setText(
                diff.places() == 0
                        ? text("compare.same")
                        : text("compare.differences", diff.places(), texts.beforeName(), texts.afterName()));
        code.area().setAccessibleText(summary.getText());
        all = diff;
        Controls.show(this, true);
        whole.setSelected(false);
        lay();
        code.area().requestFocus();
    }

    /** Shows the lines, all of them or those around differences, and goes to the first difference. */
    private void lay() {
        shown = whole.isSelected() ? all : all.around(CONTEXT, left -> text("compare.gap", left));
        code.show(shown.lines().stream().map(LineDiff.Line::marked).collect(Collectors.joining("\n")));
        code.mark("difference", stretches(shown));
        at = -1;
        go(1);
    }

    /** Goes to another difference, from the last one to the first. @param by 1 for the next, -1 for the one before */
    private void go(int by) {
        List<Integer> starts = shown.starts();
        if (starts.isEmpty()) {
            place.setText("");
            return;
        }
        at = Math.floorMod(at + by, starts.size());
        place.setText(text("compare.place", at + 1, starts.size()));
        code.area().moveTo(starts.get(at), 0);
        code.area().showParagraphAtCenter(starts.get(at));
    }

    private static List<Stretch> stretches(LineDiff diff) {
        List<Stretch> stretches = new ArrayList<>();
        int at = 0;
        for (LineDiff.Line line : diff.lines()) {
            int end = at + line.marked().length();
            switch (line.side()) {
                case BEFORE -> stretches.add(new Stretch(at, end, "code-removed"));
                case AFTER -> stretches.add(new Stretch(at, end, "code-added"));
                case GAP -> stretches.add(new Stretch(at, end, "code-gap"));
                case BOTH -> {}
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
