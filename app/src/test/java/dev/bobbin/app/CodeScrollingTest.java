package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.seen;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import javafx.event.Event;
import javafx.geometry.Orientation;
import javafx.scene.Node;
import javafx.scene.control.ScrollBar;
import javafx.scene.input.KeyCode;
import org.fxmisc.richtext.event.MouseOverTextEvent;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The code and its scroll bars go together, whichever of them is moved. */
class CodeScrollingTest extends ItemInWindow {

    private static final int LINES = 300;

    private CodeArea editor;
    private ScrollBar bar;

    @BeforeEach
    void openItem() throws Exception {
        makeItem("Long", "# line\n".repeat(LINES) + BenchDriver.HELLO);
        showWindow();
        until(() -> bench.exists("#editor") && bench.area("#editor").getLength() > 0);
        editor = bench.area("#editor");
        until(() -> seen(() -> !editor.getVisibleParagraphs().isEmpty()));
        bar = robot.from(editor.getParent().getParent())
                .lookup((Node node) -> node instanceof ScrollBar one && one.getOrientation() == Orientation.VERTICAL)
                .query();
    }

    @Test
    void theBarFollowsTheCode() throws Exception {
        robot.interact(() -> editor.showParagraphAtTop(0));
        until(() -> top() == 0 && bar.getValue() == 0);
        robot.interact(() -> editor.showParagraphAtTop(LINES / 2));
        until(() -> top() == LINES / 2);
        until(() -> Math.abs(bar.getValue() / bar.getMax() - 0.5) < 0.1);
        // It does not pull the code back.
        assertThat(top()).isEqualTo(LINES / 2);
    }

    @Test
    void theCodeFollowsTheBar() throws Exception {
        robot.interact(() -> editor.showParagraphAtTop(0));
        until(() -> top() == 0 && bar.getValue() == 0);
        robot.interact(() -> bar.setValue(bar.getMax()));
        until(() -> seen(editor::lastVisibleParToAllParIndex)
                == editor.getParagraphs().size() - 1);
        robot.interact(() -> bar.setValue(0));
        until(() -> top() == 0);
    }

    @Test
    void theBarKnowsHowMuchCodeThereIsNow() throws Exception {
        until(() -> bar.isVisible());
        robot.interact(() -> editor.replaceText("# short\n"));
        until(() -> !bar.isVisible());
        robot.interact(() -> editor.appendText("# more\n".repeat(LINES)));
        until(() -> bar.isVisible());
    }

    @Test
    void whatIsSaidAtTheCaretBringsItIntoView() throws Exception {
        robot.interact(() -> {
            editor.moveTo(0);
            editor.requestFocus();
            editor.showParagraphAtTop(LINES / 2);
        });
        until(() -> top() == LINES / 2);
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> bench.exists("Nothing to mend on this line"));
        assertThat(top()).isZero();
        // Scrolling takes the text away from below the mouse, too.
        robot.interact(() -> Event.fireEvent(editor, MouseOverTextEvent.end()));
        assertThat(bench.exists("Nothing to mend on this line")).isTrue();
        robot.push(KeyCode.DOWN);
        until(() -> !bench.exists("Nothing to mend on this line"));
    }

    private int top() {
        return seen(editor::firstVisibleParToAllParIndex);
    }
}
