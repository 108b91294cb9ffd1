package dev.bobbin.app.shell;

import dev.bobbin.app.bindings.BindingsStrip;
import dev.bobbin.app.command.CommandControls;
import dev.bobbin.app.editor.EditorView;
import dev.bobbin.app.editor.OutlineView;
import dev.bobbin.app.find.FindBar;
import dev.bobbin.app.form.FormView;
import dev.bobbin.app.functions.FunctionsView;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.fx.Undoable;
import dev.bobbin.app.logs.LogsView;
import dev.bobbin.app.palette.Choice;
import dev.bobbin.app.result.StatusBadge;
import dev.bobbin.app.run.RunBar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.SplitPane;
import javafx.scene.layout.Region;

/** The page of an open item: Functions explorer, editor above output, Test panel. */
final class BenchView extends SplitPane {

    private static final double EXPLORER_WIDTH = 240;
    private static final double TEST_WIDTH = 350;
    private static final double OUTPUT_HEIGHT = 290;

    /** Largest shares of the panels when everything is shown larger: the code needs room, and the output is looked at as it is. */
    private static final double EXPLORER_SHARE = 0.22;

    private static final double TEST_SHARE = 0.31;
    private static final double OUTPUT_SHARE = 0.45;

    private final FunctionsView functions;
    private final EditorView editor;
    private final CentreTabs centre;
    private final FormView form;
    private final TestPanel test;
    private final OutputTabs output;
    private final LayoutMemory.Foldable functionsPane;
    private final LayoutMemory.Foldable testPane;
    private final LayoutMemory.Foldable outputPane;

    BenchView(Features features, CommandControls commands, LayoutMemory layout) {
        functions = new FunctionsView(
                features.functions(), new OutlineView(features.editor(), layout.choice("outline", "false")));
        editor = new EditorView(features.editor());
        form = new FormView(features.form(), features.inputs(), features.tasks());
        output = new OutputTabs(features, new LogsView(features.logs(), FileDialogs::save));
        centre = new CentreTabs(editor, features.parts(), features.centreTabs());
        features.editor().onReveal(line -> {
            centre.showScript();
            editor.reveal(line);
        });
        features.editor().onShow(line -> {
            centre.showScript();
            editor.show(line);
        });
        features.problems().onRevealPart(centre::reveal);
        features.bindings().browsedProperty().addListener((_, _, wanted) -> {
            if (wanted != null) {
                centre.show("data");
            }
        });
        SplitPane middle = new SplitPane(centre, output);
        middle.setOrientation(Orientation.VERTICAL);
        test = new TestPanel(
                form,
                new BindingsStrip(features.bindings()),
                new StatusBadge(features.result(), features.run().active()),
                new RunBar(features.run(), commands));
        getStyleClass().add("bench");
        getItems().addAll(functions, middle, test);
        functions.setMinWidth(EXPLORER_WIDTH / 2);
        test.setMinWidth(TEST_WIDTH / 2);
        SplitPane.setResizableWithParent(functions, false);
        SplitPane.setResizableWithParent(test, false);
        SplitPane.setResizableWithParent(output, false);
        functionsPane = layout.new Foldable(this, functions, 0, "functions", EXPLORER_WIDTH, EXPLORER_SHARE);
        testPane = layout.new Foldable(this, test, 2, "test", TEST_WIDTH, TEST_SHARE);
        outputPane = layout.new Foldable(middle, output, 1, "output", OUTPUT_HEIGHT, OUTPUT_SHARE);
        panes().forEach(LayoutMemory.Foldable::restoreVisibility);
        middle.setMinWidth(0);
        features.run().single().addListener((_, _, running) -> {
            if (running) {
                output.runStarted();
            }
        });
    }

    private List<LayoutMemory.Foldable> panes() {
        return List.of(functionsPane, testPane, outputPane);
    }

    /** The editor, brought to the front. */
    EditorView editor() {
        centre.showScript();
        return editor;
    }

    /** The find bar of the page in front. */
    FindBar findBar() {
        return centre.findBar();
    }

    /** Gives the keyboard to where one begins: the functions, or the code when they are hidden. */
    void focusStart() {
        if (functionsPane.isShown()) {
            functions.focusList();
        } else {
            centre.focusShown();
        }
    }

    /** The Functions explorer, put back when it was hidden. */
    FunctionsView functions() {
        functionsPane.show(true);
        return functions;
    }

    /** The form, put back when it was hidden. */
    FormView form() {
        testPane.show(true);
        return form;
    }

    /** The output area, put back when it was hidden. */
    OutputTabs output() {
        outputPane.show(true);
        return output;
    }

    /** The tabs of the centre and of the output area, whether or not there is room for their titles; the area is put back when needed. */
    List<Choice> tabChoices() {
        List<Choice> choices = new ArrayList<>(centre.choices());
        choices.addAll(output.choices(() -> outputPane.show(true)));
        return choices;
    }

    /** Brings a feature of the centre to the front. */
    void showCentre(String id) {
        centre.show(id);
    }

    /** The panel at the end, which is no part of a scene while it is folded or another page is shown. */
    Region testPanel() {
        return test;
    }

    /** Takes back the latest change of the page in front: of data where data is shown, else of the script. */
    void undo() {
        centre.undoable().ifPresentOrElse(Undoable::undo, () -> editor().undo());
    }

    /** Does again what was taken back in the page in front, else in the script. */
    void redo() {
        centre.undoable().ifPresentOrElse(Undoable::redo, () -> editor().redo());
    }

    /**
     * Gives the keyboard to another of the panels that are shown.
     *
     * @param step 1 for the next, -1 for the one before
     * @param notices lie over the panels and are one themselves
     */
    void focusPanel(int step, NoticeCards notices) {
        Map<Node, Runnable> panels = new LinkedHashMap<>();
        panels.put(functions, functions::focusList);
        panels.put(centre, centre::focusShown);
        panels.put(output, output::focusTabs);
        panels.put(test, form::focusFirst);
        if (notices.hasCards()) {
            panels.put(notices, notices::focusLatest);
        }
        List<Node> shown = panels.keySet().stream()
                .filter(panel -> panel.getScene() != null)
                .toList();
        int now = IntStream.range(0, shown.size())
                .filter(i -> holdsFocus(shown.get(i)))
                .findFirst()
                .orElse(step > 0 ? -1 : 0);
        Runnable focus = panels.get(shown.get(Math.floorMod(now + step, shown.size())));
        if (focus != null) {
            focus.run();
        }
    }

    private static boolean holdsFocus(Node panel) {
        Node node = panel.getScene().getFocusOwner();
        while (node != null && node != panel) {
            node = node.getParent();
        }
        return node != null;
    }

    /** Leaves the room to code, form and output, and gives it back. */
    void present(boolean on) {
        functionsPane.showForNow(!on);
    }

    void toggleFunctions() {
        functionsPane.show(!functionsPane.isShown());
    }

    void toggleTest() {
        testPane.show(!testPane.isShown());
    }

    void toggleOutput() {
        outputPane.show(!outputPane.isShown());
    }
}
