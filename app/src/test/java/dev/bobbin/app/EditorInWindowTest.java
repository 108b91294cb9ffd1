package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.seen;
import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Menu;
import javafx.scene.control.MenuBar;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.image.PixelReader;
import javafx.scene.input.KeyCode;
import javafx.scene.paint.Color;
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
                # note
                @udf.function
                def bare() -> str:
                    return ""


                @udf.function()
                def talk() -> str:
                """ + "    logging.info('x') # said\n".repeat(LOGGED) + "    return 'x'\n");
        showWindow();
        until(() -> bench.exists("#editor") && bench.area("#editor").getLength() > 0);
        editor = bench.area("#editor");
    }

    @Test
    void replacingKeepsThePlaceTheCaretAndTheColoursAndSaysHowMany() throws Exception {
        int from = LOGGED - 10;
        robot.interact(() -> {
            editor.moveTo(from, "    logging.info".length());
            editor.showParagraphAtCenter(from);
            editor.requestFocus();
        });
        until(() -> isColoured(from));
        openReplacing("logging", "log", false);
        // The code goes along with what is looked for, from where the caret was.
        openReplacing("logging\\.(\\w+)\\(", "log.$1(", true);
        until(() -> editor.getSelectedText().equals("logging.info("));
        int line = editor.getCurrentParagraph();
        assertThat(line).isBetween(from, from + 1);
        int top = top();
        pressReplaceAll();
        until(() -> bench.text("#find-told").equals(LOGGED + " replaced"));
        assertThat(editor.getText()).contains("    log.info('x')").doesNotContain("logging.info");
        assertThat(editor.getCurrentParagraph()).isEqualTo(line);
        assertThat(editor.getCaretColumn()).isEqualTo("    log.info(".length());
        assertThat(top()).isEqualTo(top);
        until(() -> isColoured(line));

        // The same again, which changes nothing.
        openReplacing("log\\.(\\w+)\\(", "log.$1(", true);
        until(() -> editor.getSelectedText().equals("log.info("));
        int second = top();
        pressReplaceAll();
        until(() -> bench.text("#find-told").equals(LOGGED + " replaced"));
        assertThat(isColoured(line)).isTrue();
        assertThat(top()).isEqualTo(second);

        openReplacing("log\\.(\\w+)\\(", "$9", true);
        pressReplaceAll();
        until(() -> bench.text("#find-told").contains("a group that the expression does not have"));

        openReplacing("^(.|..|...)+\\1@@$", "x", true);
        until(() -> bench.text("#find-told").contains("takes too long"));
        // One step of undo takes all of it back.
        robot.interact(editor::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> !editor.getText().contains(" log.info("));
    }

    @Test
    void undoGoesBackLineByLine() throws Exception {
        robot.interact(() -> {
            editor.moveTo(editor.getLength());
            editor.requestFocus();
        });
        String before = editor.getText();
        robot.write("one\ntwo three\nfour");
        assertThat(editor.getText()).isEqualTo(before + "one\ntwo three\nfour");
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.getText()).isEqualTo(before + "one\ntwo three");
        robot.write("x");
        robot.push(KeyCode.CONTROL, KeyCode.A).push(KeyCode.CONTROL, KeyCode.SLASH);
        assertThat(editor.getText()).startsWith("# import");
        robot.push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z).push(KeyCode.CONTROL, KeyCode.Z);
        assertThat(editor.getText()).isEqualTo(before + "one");
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.Z);
        assertThat(editor.getText()).isEqualTo(before + "one\ntwo three");
    }

    @Test
    void squigglesStayUnderTheirWordsWhenTheTextChangesByItself() throws Exception {
        until(() -> !underlined().isEmpty());
        List<String> before = underlined();
        assertThat(before).containsExactly("@");
        bench.runFromKeyboard();
        until(() -> bench.exists("#notice-trust"));
        robot.clickOn("Trust and run");
        until(() -> bench.exists("#status-badge"));
        robot.interact(() -> editor.insertText(editor.getText().indexOf("# note"), "# more "));
        until(() -> underlined().equals(before));
        robot.interact(editor::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.R);
        until(() -> !editor.getText().contains("# more "));
        until(() -> underlined().equals(before));
    }

    @Test
    void aLineEndedAtTheTopStaysInSight() throws Exception {
        robot.interact(() -> {
            editor.moveTo(100, 0);
            editor.showParagraphAtTop(100);
            editor.requestFocus();
        });
        until(() -> top() == 100);
        robot.push(KeyCode.END).push(KeyCode.ENTER);
        until(() -> editor.getCurrentParagraph() == 101 && !editor.isNeedsLayout());
        assertThat(isWholeInSight(100)).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.HOME);
        until(() -> top() == 0);
        robot.write("# mine");
        robot.push(KeyCode.ENTER);
        until(() -> editor.getCurrentParagraph() == 1 && !editor.isNeedsLayout());
        assertThat(isWholeInSight(0)).isTrue();
    }

    @Test
    void aChosenFunctionComesIntoViewFromItsFirstColumn() throws Exception {
        robot.interact(() -> {
            editor.insertText(0, "m".repeat(400) + "\n");
            editor.moveTo(0, 400);
            editor.requestFollowCaret();
        });
        until(() -> seen(editor::getEstimatedScrollX) > 100);
        bench.select("talk");
        until(() -> editor.getCurrentParagraph() > 0);
        until(() -> seen(editor::getEstimatedScrollX) == 0);
    }

    @Test
    void thatThereIsNothingToMendIsSaidInPassing() throws Exception {
        robot.interact(() -> {
            editor.moveTo(0);
            editor.requestFocus();
        });
        robot.push(KeyCode.ALT, KeyCode.ENTER);
        until(() -> bench.exists("Nothing to mend on this line"));
        robot.write("# mine");
        assertThat(editor.getText()).startsWith("# mine");
        until(() -> !bench.exists("Nothing to mend on this line"));
    }

    @Test
    void lineNumbersCoverTheCodeThatPassesBelowThem() throws Exception {
        robot.interact(() -> {
            editor.insertText(0, "m".repeat(400) + "\n");
            editor.moveTo(0, 400);
            editor.requestFollowCaret();
        });
        until(() -> seen(editor::getEstimatedScrollX) > 100 && numberInSight().isPresent());
        robot.interact(() -> {
            Node number = numberInSight().orElseThrow();
            Bounds place = editor.sceneToLocal(number.localToScene(number.getBoundsInLocal()));
            PixelReader shown = editor.snapshot(null, null).getPixelReader();
            int right = (int) place.getMaxX() - 2;
            Set<Color> beside = IntStream.range((int) place.getMinY() + 2, (int) place.getMaxY() - 2)
                    .mapToObj(y -> shown.getColor(right, y))
                    .collect(Collectors.toSet());
            assertThat(beside).as("right of the number is nothing").hasSize(1);
        });
    }

    /** A line's number that is in sight as a whole. */
    private Optional<Node> numberInSight() {
        return editor.lookupAll(".gutter").stream()
                .filter(number -> {
                    Bounds place = editor.sceneToLocal(number.localToScene(number.getBoundsInLocal()));
                    return place.getHeight() > 4 && place.getMinY() >= 0 && place.getMaxY() <= editor.getHeight();
                })
                .findFirst();
    }

    @Test
    void menusAreInGroupsKnowTheClipboardAndRecentItems() throws Exception {
        MenuBar bar = robot.lookup(".menu-bar").queryAs(MenuBar.class);
        for (Menu menu : bar.getMenus()) {
            List<Boolean> lines = menu.getItems().stream()
                    .map(SeparatorMenuItem.class::isInstance)
                    .toList();
            assertThat(lines.getFirst()).isFalse();
            assertThat(lines.getLast()).isFalse();
            assertThat(lines.toString()).as(menu.getText()).contains("true").doesNotContain("true, true");
        }
        String text = editor.getText();
        robot.interact(editor::requestFocus);
        choose(bar, "Select all");
        choose(bar, "Copy");
        choose(bar, "Cut");
        until(() -> editor.getText().isEmpty());
        choose(bar, "Paste");
        until(() -> editor.getText().equals(text));
        robot.clickOn("File");
        Menu recent = (Menu) item(bar, "Open recent");
        until(() -> recent.getItems().size() == 1);
        assertThat(recent.getItems().getFirst().getText()).startsWith("Long ").endsWith(item.toString());
        robot.push(KeyCode.ESCAPE);
    }

    private void choose(MenuBar bar, String words) {
        robot.interact(() -> item(bar, words).fire());
    }

    private static MenuItem item(MenuBar bar, String words) {
        return bar.getMenus().stream()
                .flatMap(menu -> menu.getItems().stream())
                .filter(item -> String.valueOf(item.getText()).startsWith(words))
                .findFirst()
                .orElseThrow();
    }

    /** What has a squiggle, in order. */
    private List<String> underlined() {
        List<String> found = new ArrayList<>();
        for (int line = 0; line < editor.getParagraphs().size(); line++) {
            int at = 0;
            for (var span : editor.getStyleSpans(line)) {
                if (span.getStyle().stream().anyMatch(style -> style.matches("code-(error|warning|info)"))) {
                    found.add(editor.getText(line).substring(at, at + span.getLength()));
                }
                at += span.getLength();
            }
        }
        return found;
    }

    @Test
    void aLineIsGoneToAndStaysTheCaretsWhenTheCodeIsFormatted() throws Exception {
        robot.push(KeyCode.CONTROL, KeyCode.G);
        until(() -> bench.exists("#go-to-line"));
        robot.write("1x50").push(KeyCode.ENTER);
        until(() -> editor.isFocused());
        assertThat(editor.getCurrentParagraph()).isEqualTo(149);
        assertThat(robot.lookup("#go-to-line").query().getParent().isVisible()).isFalse();

        // Format changes the blanks of each line, and adds lines far above.
        robot.interact(() -> editor.moveTo(149, "    logging".length()));
        String before = editor.getText();
        robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.F);
        until(() -> !editor.getText().equals(before));
        int added = editor.getParagraphs().size() - before.split("\n", -1).length;
        assertThat(added).isPositive();
        assertThat(editor.getCurrentParagraph()).isEqualTo(149 + added);
        assertThat(editor.getCaretColumn()).isEqualTo("    logging".length());

        robot.push(KeyCode.CONTROL, KeyCode.G).write("99999").push(KeyCode.ENTER);
        until(() -> editor.getCurrentParagraph() == editor.getParagraphs().size() - 1);
    }

    @Test
    void theLastCommitIsGoneBackToAndUndoBringsTheEditsBack() throws Exception {
        git("init", "-q");
        git("add", ".");
        git("-c", "user.name=Ada", "-c", "user.email=ada@example.com", "commit", "-q", "-m", "Begin");
        String committed = editor.getText();
        robot.interact(editor::requestFocus);
        robot.push(KeyCode.CONTROL, KeyCode.HOME).write("# mine").push(KeyCode.CONTROL, KeyCode.S);
        until(() -> Files.readString(item.resolve("function_app.py")).startsWith("# mine"));
        String edited = editor.getText();
        robot.push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.R);
        until(() -> editor.getText().equals(committed));
        robot.push(KeyCode.CONTROL, KeyCode.Z);
        until(() -> editor.getText().equals(edited));
    }

    private void git(String... arguments) throws Exception {
        List<String> command = new ArrayList<>(List.of("git"));
        command.addAll(List.of(arguments));
        Process git = new ProcessBuilder(command)
                .directory(item.getParent().toFile())
                .redirectErrorStream(true)
                .start();
        String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(git.waitFor()).as(said).isZero();
    }

    private void openReplacing(String find, String with, boolean regex) {
        robot.push(KeyCode.CONTROL, KeyCode.H);
        var button = robot.lookup(node -> "Regular expression".equals(node.getAccessibleText()))
                .queryAs(ToggleButton.class);
        if (button.isSelected() != regex) {
            robot.clickOn(button);
        }
        robot.clickOn("#find-words").push(KeyCode.CONTROL, KeyCode.A).write(find);
        robot.clickOn("#find-replacement").push(KeyCode.CONTROL, KeyCode.A).write(with);
    }

    private void pressReplaceAll() {
        robot.clickOn("Replace all");
    }

    /** Whether a line is not cut by the upper edge, but for a rounding. */
    private boolean isWholeInSight(int line) {
        return seen(() -> height(line) >= height(line + 1) - 1.5);
    }

    private double height(int line) {
        return editor.getParagraphBoundsOnScreen(line).map(Bounds::getHeight).orElse(0.0);
    }

    private int top() {
        return seen(editor::firstVisibleParToAllParIndex);
    }

    private boolean isColoured(int line) {
        return editor.getStyleSpans(line).stream()
                .anyMatch(span -> span.getStyle().contains("code-comment"));
    }
}
