package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.bobbin.app.fx.Overlay;
import java.lang.ref.WeakReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import javafx.application.ColorScheme;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.scene.Scene;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.Pane;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.util.WaitForAsyncUtils;

/** Where a window appears, what lies over it, and what is left of it once it is closed. */
class WindowLifeTest {

    private @TempDir Path folder;
    private Path item;
    private Path settings;
    private BenchDriver bench;

    @BeforeEach
    void openItem() throws Exception {
        item = BenchDriver.item(folder, "Hello", BenchDriver.HELLO);
        settings = BenchDriver.settings(folder);
        BenchDriver.prefer(folder, Map.of("window", "60 40 900 600"));
        bench = BenchDriver.open(folder, Optional.of(item));
        until(() -> bench.exists("#field-name"));
    }

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
    }

    @Test
    void aWindowAppearsWhereTheLastOneWasAndOnTheScreen() throws Exception {
        assertThat(place(bench.stage)).containsExactly(60.0, 40.0, 900.0, 600.0);
        Stage second = another();
        assertThat(place(second)).as("not right over the first").containsExactly(88.0, 68.0, 900.0, 600.0);
        onFx(() -> {
            second.setX(100);
            second.setWidth(800);
        });
        WaitForAsyncUtils.waitForFxEvents();
        bench.robot.targetWindow(second).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until(() -> !second.isShowing());
        until(() -> Files.readString(settings).contains("window=100 68 800 600"));

        onFx(() -> bench.windows.settings().property("window", "").set("9000 9000 900 600"));
        Stage third = another();
        assertThat(third.getX()).as("not beside every screen").isLessThan(9000);
        onFx(third::hide);
    }

    @Test
    void aWindowForAnItemSaysWhatIsOpenedAndOffersNothingElse() throws Exception {
        Stage second = another(Optional.of(item), stage -> {
            assertThat(stage.getScene().lookup("#opening")).isNotNull();
            assertThat(stage.getScene().lookup("#welcome-open")).isNull();
        });
        until(() -> second.getScene().lookup("#field-name") != null);
        assertThat(second.getScene().lookup("#opening")).isNull();
        onFx(second::hide);
    }

    @Test
    void aSecondWindowIsSeenBesideTheFirstOfTheVeryFirstStart() throws Exception {
        onFx(() -> bench.windows.settings().property("window", "").set(""));
        Stage second = another();
        assertThat(place(second)).containsExactly(88.0, 68.0, 900.0, 600.0);
        onFx(second::hide);
    }

    @Test
    void settingsThatThisVersionDoesNotKnowDoNotKeepTheWindowFromOpening() throws Exception {
        bench.close();
        List<String> names = List.of("theme", "zoom", "codeSize", "language", "direction", "engine", "memory");
        Files.write(settings, names.stream().map(name -> name + "=newer").toList());
        bench = BenchDriver.open(folder, Optional.of(item));
        until(() -> bench.exists("#field-name"));
        bench.robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> bench.exists("#settings"));
        assertThat(bench.robot.lookup("#setting-theme").queryComboBox().getValue())
                .isEqualTo("newer");
    }

    @Test
    void aPageIsMadeWhenItIsFirstAskedForAndLiesOverThoseBeforeIt() throws Exception {
        Pane layers = (Pane) bench.stage.getScene().lookup("." + Overlay.LAYERS);
        assertThat(layers.getChildren()).as("window and notices").hasSize(2);
        bench.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> bench.exists("#palette"));
        bench.robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> bench.exists("#settings"));
        assertThat(layers.getChildren().getLast().getId()).isEqualTo("settings");
        bench.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.P);
        until(() -> bench.exists("#palette"));
        assertThat(layers.getChildren()).hasSize(4);
        assertThat(layers.getChildren().getLast().getId()).isEqualTo("palette");
    }

    @Test
    void presentingShowsLessInLargeTypeAndLeavesEverythingAsItWas() throws Exception {
        onFx(() -> {
            // As large as the screen: the toolkit without a screen cannot enlarge what it paints into.
            Rectangle2D screen = Screen.getPrimary().getBounds();
            bench.stage.setX(0);
            bench.stage.setY(0);
            bench.stage.setWidth(screen.getWidth());
            bench.stage.setHeight(screen.getHeight());
        });
        WaitForAsyncUtils.waitForFxEvents();
        List<Double> before = sizes();
        for (int i = 0; i < 3; i++) {
            bench.robot.push(KeyCode.F11);
            until(() -> !bench.exists(".menu-row") && !bench.exists("#functions"));
            assertThat(bench.robot.lookup("#editor").query().localToScene(0, 0).getY())
                    .isLessThan(150);
            assertThat(bench.area("#editor").getHeight()).as("room for code").isGreaterThan(100);
            bench.robot.push(KeyCode.F11);
            until(() -> bench.exists(".menu-row") && bench.exists("#functions"));
            WaitForAsyncUtils.waitForFxEvents();
            List<Double> after = sizes();
            for (int k = 0; k < before.size(); k++) {
                assertThat(after.get(k)).isCloseTo(before.get(k), within(4.0));
            }
        }
        bench.robot.push(KeyCode.F11);
        until(() -> !bench.exists(".menu-row"));
        bench.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until(() -> !bench.stage.isShowing());
        assertThat(bench.windows.settings().property("zoom", "100").get())
                .as("the next start is an everyday one")
                .isEqualTo("100");
    }

    private List<Double> sizes() {
        return List.of(
                bench.robot.lookup("#functions").query().getLayoutBounds().getWidth(),
                bench.robot
                        .lookup("#function-selector")
                        .query()
                        .getLayoutBounds()
                        .getWidth(),
                bench.robot.lookup("#output-tabs").query().getLayoutBounds().getHeight());
    }

    @Test
    void aCommandThatShowsSomethingElseClosesThePageOverTheWindow() throws Exception {
        bench.robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> bench.exists("#settings"));
        bench.robot.push(KeyCode.CONTROL, KeyCode.EQUALS);
        until(() -> bench.exists("#settings"));
        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT2);
        until(() -> !bench.exists("#settings"));
        assertThat(bench.area("#editor").isFocused()).isTrue();

        bench.robot.push(KeyCode.F1);
        until(() -> bench.exists("#differences"));
        bench.robot.push(KeyCode.CONTROL, KeyCode.COMMA);
        until(() -> bench.exists("#settings") && !bench.exists("#differences"));
        bench.robot.push(KeyCode.ESCAPE);
        until(() -> !bench.exists("#settings"));
        assertThat(bench.area("#editor").isFocused()).isTrue();
    }

    @Test
    void theSystemsThemeIsFollowedAsLongAsNoneIsChosen() throws Exception {
        Scene scene = bench.stage.getScene();
        StringProperty theme = bench.windows.settings().property("theme", "system");
        onFx(() -> theme.set("system"));
        onFx(() -> scene.getPreferences().setColorScheme(ColorScheme.DARK));
        until(() -> isThemed(scene, "dark"));
        onFx(() -> scene.getPreferences().setColorScheme(ColorScheme.LIGHT));
        until(() -> isThemed(scene, "light"));
        onFx(() -> theme.set("contrast"));
        onFx(() -> scene.getPreferences().setColorScheme(ColorScheme.DARK));
        until(() -> isThemed(scene, "contrast"));
    }

    private static boolean isThemed(Scene scene, String theme) {
        return scene.getStylesheets().stream().anyMatch(sheet -> sheet.endsWith("tokens-" + theme + ".css"));
    }

    /** The toolkit keeps parts of a window that it painted until it paints as many parts again: not every one goes at once. */
    @Test
    void closedWindowsAreLetGo() throws Exception {
        List<List<WeakReference<?>>> closed = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            closed.add(openUseAndClose());
        }
        until(() -> {
            System.gc();
            WaitForAsyncUtils.waitForFxEvents();
            return closed.stream()
                            .filter(remains ->
                                    remains.stream().map(WeakReference::get).noneMatch(Objects::nonNull))
                            .count()
                    >= 2;
        });
    }

    /** In a method of its own, so that nothing of the window is left on the stack. */
    private List<WeakReference<?>> openUseAndClose() throws Exception {
        Wiring wiring = bench.windows.prepare(StartupReport.none());
        Stage second = WaitForAsyncUtils.asyncFx(() -> {
                    Stage stage = new Stage();
                    wiring.showWindow(stage, Optional.of(item));
                    return stage;
                })
                .get();
        bench.robot.targetWindow(second);
        until(() -> second.getScene().lookup("#field-name") != null);
        bench.robot.push(KeyCode.CONTROL, KeyCode.ENTER);
        until(() -> second.getScene().lookup("#notice-trust") != null);
        for (KeyCode panel : List.of(KeyCode.DIGIT6, KeyCode.DIGIT7, KeyCode.DIGIT8, KeyCode.COMMA)) {
            bench.robot.push(KeyCode.CONTROL, panel);
        }
        bench.robot.push(KeyCode.ESCAPE).push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.L);
        bench.robot.push(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.W);
        until(() -> !second.isShowing());
        bench.robot.targetWindow(bench.stage);
        return Stream.of(wiring, second, second.getScene())
                .<WeakReference<?>>map(WeakReference::new)
                .toList();
    }

    private Stage another() throws Exception {
        return another(Optional.empty(), _ -> {});
    }

    private Stage another(Optional<Path> opened, Consumer<Stage> atOnce) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    Stage stage = new Stage();
                    bench.windows.prepare(StartupReport.none()).showWindow(stage, opened);
                    atOnce.accept(stage);
                    return stage;
                })
                .get();
    }

    private static List<Double> place(Stage stage) {
        return List.of(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
    }

    private static void onFx(Runnable action) throws Exception {
        WaitForAsyncUtils.asyncFx(action).get();
    }
}
