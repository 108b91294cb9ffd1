package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What one sees of the code while it changes: its place, its colours, its marks. */
class EditorInWindowTest extends ItemInWindow {

    private static final int LOGGED = 200;

    private CodeArea editor;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Long", """
                import fabric.functions as fn
                import logging

                udf = fn.UserDataFunctions()


                @udf.function()
                def talk() -> str:
                """ + "    logging.info('x')  # said\n".repeat(LOGGED) + "    return undefined_name\n");
        showWindow();
        until(() -> bench.exists("#editor") && bench.area("#editor").getLength() > 0);
        editor = bench.area("#editor");
    }

    @Test
    void replacingKeepsThePlaceTheCaretAndTheColoursAndSaysHowMany() throws Exception {
        int line = LOGGED - 10;
        robot.interact(() -> {
            editor.moveTo(line, "    logging.info".length());
            editor.showParagraphAtCenter(line);
            editor.requestFocus();
        });
        until(() -> isColoured(line));
        openReplacing("logging", "log", false);
        int top = top();
        openReplacing("logging\\.(\\w+)\\(", "log.$1(", true);
        pressReplaceAll();
        until(() -> bench.text("#find-told").equals(LOGGED + " replaced"));
        assertThat(editor.getText()).contains("    log.info('x')").doesNotContain("logging.info");
        assertThat(editor.getCurrentParagraph()).isEqualTo(line);
        assertThat(editor.getCaretColumn()).isEqualTo("    log.info(".length());
        assertThat(top()).isEqualTo(top);
        until(() -> isColoured(line));

        // The same again, which changes nothing.
        openReplacing("log\\.(\\w+)\\(", "log.$1(", true);
        pressReplaceAll();
        until(() -> bench.text("#find-told").equals(LOGGED + " replaced"));
        assertThat(isColoured(line)).isTrue();
        assertThat(top()).isEqualTo(top);

        openReplacing("log\\.(\\w+)\\(", "$9", true);
        pressReplaceAll();
        until(() -> bench.text("#find-told").contains("a group that the expression does not have"));

        openReplacing("^(.|..|...)+\\1@@$", "x", true);
        pressReplaceAll();
        until(() -> bench.text("#find-told").contains("takes too long"));
        // One step of undo takes all of it back.
        robot.interact(editor::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !editor.getText().contains(" log.info("));
    }

    private void openReplacing(String find, String with, boolean regex) {
        robot.push(KeyCode.CONTROL, KeyCode.H);
        robot.interact(() -> {
            var button = robot.lookup(node -> "Regular expression".equals(node.getAccessibleText()))
                    .queryAs(javafx.scene.control.ToggleButton.class);
            button.setSelected(regex);
            robot.lookup("#find-words").queryTextInputControl().setText(find);
            robot.lookup("#find-replacement").queryTextInputControl().setText(with);
        });
    }

    private void pressReplaceAll() {
        robot.clickOn((javafx.scene.Node)
                robot.lookup(node -> node instanceof Labeled label && "Replace all".equals(label.getText()))
                        .query());
    }

    private int top() {
        return editor.firstVisibleParToAllParIndex();
    }

    private boolean isColoured(int line) {
        return editor.getStyleSpans(line).stream()
                .anyMatch(span -> span.getStyle().contains("code-comment"));
    }
}
