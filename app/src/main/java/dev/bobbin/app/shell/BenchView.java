package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.bindings.BindingsStrip;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.editor.EditorView;
import dev.bobbin.app.form.FormView;
import dev.bobbin.app.functions.FunctionsView;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.logs.LogsView;
import dev.bobbin.app.run.RunBar;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;

/** The page of an open item: Functions explorer, editor above output, Test panel. */
final class BenchView extends SplitPane {

    private static final double EXPLORER_WIDTH = 240;
    private static final double TEST_WIDTH = 350;
    private static final double EDITOR_SHARE = 0.58;

    private final FunctionsView functions;
    private final EditorView editor;
    private final FormView form;
    private final OutputTabs output;

    BenchView(Features features, CommandControls commands) {
        functions = new FunctionsView(features.functions());
        editor = new EditorView(features.editor(), features.find());
        form = new FormView(features.form(), features.inputs(), features.tasks());
        output = new OutputTabs(features, new LogsView(features.logs()));
        SplitPane middle = new SplitPane(editor, output);
        middle.setOrientation(Orientation.VERTICAL);
        middle.setDividerPositions(EDITOR_SHARE);
        VBox test = testPanel(new BindingsStrip(features.bindings()), new RunBar(features.run(), commands));
        getStyleClass().add("bench");
        getItems().addAll(functions, middle, test);
        functions.setPrefWidth(EXPLORER_WIDTH);
        functions.setMinWidth(EXPLORER_WIDTH / 2);
        test.setPrefWidth(TEST_WIDTH);
        test.setMinWidth(TEST_WIDTH / 2);
        SplitPane.setResizableWithParent(functions, false);
        SplitPane.setResizableWithParent(test, false);
        features.run().active().addListener((_, _, active) -> {
            if (active) {
                output.runStarted();
            }
        });
        widthProperty().addListener((_, before, now) -> {
            if (before.doubleValue() == 0) {
                double width = now.doubleValue();
                setDividerPositions(EXPLORER_WIDTH / width, 1 - TEST_WIDTH / width);
            }
        });
    }

    private VBox testPanel(Node bindings, Node runBar) {
        Node title = Controls.label(text("test.title"), "panel-title", "panel-header");
        VBox panel = new VBox(title, form, bindings, runBar);
        panel.getStyleClass().add("side-panel");
        VBox.setVgrow(form, Priority.ALWAYS);
        return panel;
    }

    EditorView editor() {
        return editor;
    }

    FunctionsView functions() {
        return functions;
    }

    FormView form() {
        return form;
    }

    OutputTabs output() {
        return output;
    }
}
