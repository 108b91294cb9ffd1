package dev.bobbin.app.data.page;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.themes.Spacing;
import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.beans.value.ObservableStringValue;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.SelectionMode;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;

/** Parts that the pages of the data browser have in common. */
public final class Pages {

    private static final double PROGRESS_WIDTH = 120;
    private static final int FILTER_LETTERS = 12;

    /** Most rows of which several can be chosen: choosing all of a million would hold the window up. */
    private static final int MOST_CHOSEN = 20_000;

    private Pages() {}

    /** How many of so many rows can be chosen at once. */
    public static SelectionMode selection(int rows) {
        return rows > MOST_CHOSEN ? SelectionMode.SINGLE : SelectionMode.MULTIPLE;
    }

    /** A row of controls at the top of a page; several where there is little room. */
    public static WrappingBar bar(Node... parts) {
        return new WrappingBar(Spacing.S, parts);
    }

    /** A text that follows a value. */
    public static Label live(ObservableStringValue words, String... styleClasses) {
        Label label = Controls.label("", styleClasses);
        label.textProperty().bind(words);
        return label;
    }

    /** A field that narrows the rows below it; Escape shows all again. */
    public static TextField filter(String id, StringProperty words) {
        TextField filter = new LimitedField();
        filter.setId(id);
        filter.setPromptText(text("table.filter"));
        filter.setAccessibleText(text("table.filter"));
        filter.setPrefColumnCount(FILTER_LETTERS);
        filter.textProperty().bindBidirectional(words);
        filter.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !filter.getText().isEmpty()) {
                filter.clear();
                event.consume();
            }
        });
        return filter;
    }

    /** Takes a problem away by Escape, whatever else the key does. */
    public static void dismiss(Node page, Runnable dismiss) {
        page.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                dismiss.run();
            }
        });
    }

    /** What is wrong, as long as something is. */
    public static Label problem(String id, ObservableStringValue words) {
        Label label = Controls.wrapped("", "page-problem", "text-small");
        label.setId(id);
        label.textProperty().bind(words);
        label.visibleProperty().bind(label.textProperty().isNotEmpty());
        label.managedProperty().bind(label.visibleProperty());
        label.setMaxWidth(Double.MAX_VALUE);
        return label;
    }

    /** How far a job is, and a button that ends it; then how it ended. Made when a job first begins: most pages see none. */
    public static WrappingBar job(Job job) {
        WrappingBar bar = bar();
        job.runningProperty().addListener((_, _, _) -> {
            if (bar.getChildren().isEmpty()) {
                bar.getChildren().setAll(jobParts(job));
            }
        });
        bar.visibleProperty().bind(job.stateProperty().isNotEmpty());
        bar.managedProperty().bind(bar.visibleProperty());
        return bar;
    }

    private static List<Node> jobParts(Job job) {
        Label state = live(job.stateProperty(), "text-small");
        state.setId("job-state");
        ProgressBar progress = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        progress.setPrefWidth(PROGRESS_WIDTH);
        progress.setAccessibleText(text("data.progress"));
        Button cancel = new Button(text("choice.cancel"));
        cancel.setId("job-cancel");
        cancel.getStyleClass().add("small");
        cancel.setOnAction(_ -> job.cancel());
        for (Node part : List.of(progress, cancel)) {
            part.visibleProperty().bind(job.runningProperty());
            part.managedProperty().bind(part.visibleProperty());
        }
        return List.of(progress, state, Controls.spring(), cancel);
    }
}
