package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.command.Command;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.l10n.Messages;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import javafx.geometry.Bounds;
import javafx.geometry.NodeOrientation;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.MenuButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Region;
import javafx.scene.paint.Paint;
import javafx.stage.PopupWindow;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.testfx.util.WaitForAsyncUtils;

/** Every panel and page of the window for people who see little, hear what is on the screen, or use no mouse. */
class AccessibilityTest {

    private @TempDir Path folder;
    private BenchDriver bench;
    private Rounds rounds;

    private void open(String theme, String language) throws Exception {
        open(theme, language, "ltr");
    }

    private void open(String theme, String language, String direction) throws Exception {
        BenchDriver.prefer(folder, Map.of("language", language, "theme", theme, "direction", direction));
        bench = BenchDriver.open(folder, Optional.of(Rounds.item(folder)));
        rounds = new Rounds(bench);
        until(() -> bench.exists("#field-pieces"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
        Messages.use("en");
    }

    @ParameterizedTest
    @CsvSource({"light, en, ltr", "dark, de, ltr", "contrast, de, rtl"})
    void everythingHasANameCanBeReadAndShowsThatItHasTheKeyboard(String theme, String language, String direction)
            throws Exception {
        open(theme, language, direction);
        boolean mirrored = left("#functions") > left("#editor");
        assertThat(mirrored).isEqualTo(direction.equals("rtl"));
        assertThat(bench.area("#editor").getEffectiveNodeOrientation())
                .as("code begins on the left")
                .isEqualTo(NodeOrientation.LEFT_TO_RIGHT);
        Set<String> wrong = new LinkedHashSet<>();
        Set<Node> told = new LinkedHashSet<>();
        rounds.go(what -> WaitForAsyncUtils.asyncFx(() -> {
                    Sight sight = new Sight(bench.stage.getScene());
                    sight.nameless().forEach(each -> wrong.add(what + ": " + each));
                    sight.cut().forEach(each -> wrong.add(what + ": " + each));
                    sight.blank().forEach(each -> wrong.add(what + ": " + each));
                    sight.dim().forEach(each -> wrong.add(what + ": " + each));
                    for (Node stop : sight.unseenStops()) {
                        if (told.add(stop)) {
                            wrong.add(what + ": focus not seen: " + stop + " " + stop.getAccessibleText());
                        }
                    }
                })
                .get());
        assertThat(wrong).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void whatAChoiceDropsDownCoversWhatLiesBehindIt(String theme) throws Exception {
        open(theme, "en");
        ComboBox<?> choice = bench.robot.lookup("#function-selector").queryComboBox();
        WaitForAsyncUtils.asyncFx(choice::show).get();
        until(() -> bench.exists(".combo-box-popup"));
        Region list = bench.robot.lookup(".combo-box-popup > .list-view").queryAs(Region.class);
        assertThat(list.getBackground().getFills().getLast().getFill()).matches(Paint::isOpaque);
    }

    @ParameterizedTest
    @ValueSource(strings = {"light", "dark", "contrast"})
    void menusCoverWhatLiesBehindThemAndCanBeRead(String theme) throws Exception {
        open(theme, "en");
        WaitForAsyncUtils.asyncFx(() -> {
                    for (Node node : bench.stage.getScene().getRoot().lookupAll(".menu-button")) {
                        if (node instanceof MenuButton menu && menu.isVisible() && !menu.isDisabled()) {
                            menu.show();
                            readMenu(menu.getAccessibleText() + menu.getText());
                            menu.hide();
                        }
                    }
                    CodeArea editor = bench.area("#editor");
                    editor.requestFocus();
                    editor.moveTo(editor.getText().indexOf("udf"));
                })
                .get();
        bench.robot.push(KeyCode.CONTROL, KeyCode.SPACE);
        until(() -> Window.getWindows().stream().anyMatch(PopupWindow.class::isInstance));
        WaitForAsyncUtils.asyncFx(() -> readMenu("completion")).get();
    }

    private double left(String query) {
        Node node = bench.robot.lookup(query).query();
        return node.localToScene(node.getBoundsInLocal()).getMinX();
    }

    /** What popped up last. */
    private static void readMenu(String name) {
        List<Window> popups = Window.getWindows().stream()
                .filter(window -> window instanceof PopupWindow && window.isShowing())
                .toList();
        assertThat(popups).as(name).isNotEmpty();
        for (Window popup : popups) {
            Sight sight = new Sight(popup.getScene());
            assertThat(sight.dim()).as(name).isEmpty();
            assertThat(popup.getScene().getRoot().lookupAll("*")).as(name).anyMatch(AccessibilityTest::isOpaque);
        }
    }

    private static boolean isOpaque(Node node) {
        return node instanceof Region region
                && region.getBackground() != null
                && region.getBackground().getFills().stream()
                        .anyMatch(fill -> fill.getFill().isOpaque());
    }

    @Test
    void theKeyboardGoesFromPanelToPanelAndIntoEveryPageOpenedFirst() throws Exception {
        open("light", "en");
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT1);
        List<String> panels = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            panels.add(panel());
            bench.robot.push(KeyCode.F6);
            WaitForAsyncUtils.waitForFxEvents();
        }
        assertThat(panels).doesNotHaveDuplicates();
        assertThat(panel()).as("around").isEqualTo(panels.getFirst());
        bench.robot.push(KeyCode.SHIFT, KeyCode.F6);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(panel()).isEqualTo(panels.getLast());

        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT6);
        until(() -> "data-tree".equals(bench.focused().getId()));

        for (Command page :
                List.of(Command.PROFILE, Command.SETTINGS, Command.PERSONAS, Command.DIFFERENCES, Command.ABOUT)) {
            rounds.give(page);
            until(() -> isInPage(bench.focused()));
            bench.robot.push(KeyCode.ESCAPE);
            until(() -> "data-tree".equals(bench.focused().getId()));
        }
    }

    private static boolean isInPage(@Nullable Node node) {
        return node != null && (node instanceof Overlay page && page.isVisible() || isInPage(node.getParent()));
    }

    /** Which panel the keyboard is in. */
    private String panel() {
        Node node = bench.focused();
        while (node.getParent() != null && !node.getParent().getStyleClass().contains("split-pane")) {
            node = node.getParent();
        }
        return node.toString();
    }

    @Test
    void atTwiceTheSizeEverythingIsStillInTheWindow() throws Exception {
        open("light", "en");
        for (int i = 0; i < 10; i++) {
            rounds.give(Command.ZOOM_IN);
        }
        for (String part : List.of(".menu-bar", "#functions", "#function-selector", "#output-tabs", "#run", "#stop")) {
            until(() -> isInside(bench.robot.lookup(part).query()));
        }
        assertThat(bench.robot.lookup("#field-pieces").query().isVisible()).isTrue();
        rounds.give(Command.ZOOM_RESET);
        double width =
                bench.robot.lookup("#functions").query().getLayoutBounds().getWidth();
        assertThat(width).as("the panel has its size again").isBetween(220.0, 260.0);
    }

    private boolean isInside(Node node) {
        Bounds bounds = node.localToScene(node.getLayoutBounds());
        return bounds.getMinX() >= -1
                && bounds.getMaxX() <= bench.stage.getScene().getWidth() + 1
                && bounds.getMinY() >= -1
                && bounds.getMaxY() <= bench.stage.getScene().getHeight() + 1
                && bounds.getWidth() > 40;
    }
}
