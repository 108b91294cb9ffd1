package dev.bobbin.app;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.code.CodeArea;
import dev.bobbin.app.fx.FileDialogs;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.EmulatorRunner;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** The window as a user has it, on a real engine and real files, with what tests need to drive it. */
final class BenchDriver implements AutoCloseable {

    /** A script with one function, for tests that are about something else. */
    static final String HELLO = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def hello(name: str = "Ada") -> str:
                return f"Hello, {name}!"
            """;

    private static final int MOST_STOPS = 200;
    private static final int PATIENCE_SECONDS = 90;

    final SteadyRobot robot = new SteadyRobot();
    final Stage stage;
    final Windows windows;

    private BenchDriver(Windows windows, Stage stage) {
        this.windows = windows;
        this.stage = stage;
    }

    /** Makes an item. @param folder a temporary folder; the item lies in its workspace "work" @return the item's folder */
    static Path item(Path folder, String name, String script) throws IOException {
        Path item = Files.createDirectories(folder.resolve("work").resolve(name + ".UserDataFunction"));
        Files.writeString(item.resolve(ItemFolder.SCRIPT), script);
        return item;
    }

    /**
     * Has the next windows settled: the tour seen, and English, light and the quicker engine whatever the machine says.
     *
     * @param folder a temporary folder for settings and documents
     * @param others what is to be otherwise, by key
     */
    static void prefer(Path folder, Map<String, String> others) throws IOException {
        Map<String, String> settings =
                new TreeMap<>(Map.of("language", "en", "theme", "light", "tour", "seen", "engine", "cpython"));
        settings.putAll(others);
        Files.createDirectories(settings(folder).getParent());
        Files.write(
                settings(folder),
                settings.entrySet().stream()
                        .map(entry -> entry.getKey() + "=" + entry.getValue())
                        .toList());
    }

    /** The file that the settings of a window are kept in. @param folder a temporary folder */
    static Path settings(Path folder) {
        return folder.resolve("settings").resolve("bench.properties");
    }

    /** Shows the window. @param folder a temporary folder for settings and documents @param item to open, or none */
    static BenchDriver open(Path folder, Optional<Path> item) throws Exception {
        return open(folder, item, new DiskItemFiles());
    }

    /** The same on other files than those of the disk. */
    static BenchDriver open(Path folder, Optional<Path> item, ItemFiles files) throws Exception {
        System.setProperty("bobbin.settings", folder.resolve("settings").toString());
        if (!Files.exists(settings(folder))) {
            prefer(folder, Map.of());
        }
        FxToolkit.registerPrimaryStage();
        Platform.setImplicitExit(false);
        Stage stage = FxToolkit.registerStage(Stage::new);
        Windows windows = new Windows(files, EmulatorRunner::new, folder.resolve("documents"));
        Wiring wiring = windows.prepare(StartupReport.none());
        WaitForAsyncUtils.asyncFx(() -> wiring.showWindow(stage, item)).get();
        return new BenchDriver(windows, stage);
    }

    @Override
    public void close() throws Exception {
        WaitForAsyncUtils.asyncFx(stage::hide).get();
        System.clearProperty("bobbin.settings");
    }

    void runFromKeyboard() {
        robot.push(KeyCode.CONTROL, KeyCode.ENTER);
    }

    /** Selects a function in the explorer, once it is there: the code shows the same name earlier. */
    void select(String function) throws TimeoutException {
        robot.clickOn(() -> robot.from(robot.lookup("#functions")).lookup(function));
        until(() ->
                robot.lookup("#function-selector").queryComboBox().getValue().equals(function));
    }

    /** Whether a run has ended like that, with its result laid out. */
    boolean hasEnded(String status) {
        return exists("#status-badge") && text("#status-badge").startsWith(status);
    }

    boolean exists(String query) {
        return robot.lookup(query).queryAll().stream().anyMatch(BenchDriver::isShown);
    }

    /** Whether neither a part of the window nor what it lies in is hidden. */
    static boolean isShown(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (!at.isVisible()) {
                return false;
            }
        }
        return true;
    }

    /** Whether an area is there and holds these words. */
    boolean says(String query, String words) {
        return exists(query) && area(query).getText().contains(words);
    }

    /** Clicks what a screen reader calls so: a button that has a sign only. */
    void clickOnNamed(String name) {
        robot.clickOn(() -> robot.lookup((Node node) -> name.equals(node.getAccessibleText())));
    }

    /** Whether something in the window, or in what popped up, says these words, be there more or not. */
    boolean isTold(String words) {
        return robot.lookup((Node node) -> node instanceof Labeled label
                        && isShown(node)
                        && label.getText() != null
                        && label.getText().contains(words))
                .tryQuery()
                .isPresent();
    }

    /** Goes with the Tab key to a part of the window. @param id of the part, without # */
    void tabTo(String id) {
        stepTo(id, KeyCode.TAB);
    }

    /** The same backwards. */
    void tabBackTo(String id) {
        stepTo(id, KeyCode.SHIFT, KeyCode.TAB);
    }

    private void stepTo(String id, KeyCode... keys) {
        for (int stops = 0; !id.equals(focused().getId()); stops++) {
            assertThat(stops).as("places that Tab stops at").isLessThan(MOST_STOPS);
            robot.push(keys);
        }
    }

    String text(String query) {
        Node node = robot.lookup(query).query();
        return node instanceof TextInputControl field ? field.getText() : ((Labeled) node).getText();
    }

    CodeArea area(String query) {
        return robot.lookup(query).queryAs(CodeArea.class);
    }

    /** Whether something in an area has that colour. @param style class of the colour */
    boolean isColoured(String query, String style) {
        CodeArea area = area(query);
        return area.getStyleSpans(0, area.getLength()).stream()
                .anyMatch(span -> span.getStyle().contains(style));
    }

    /**
     * Says what the next dialogs for files are answered with, as the toolkit without a screen has none.
     *
     * @param files none: cancelled
     * @return the names that are suggested, as they are asked for
     */
    List<String> answer(Path... files) {
        List<String> suggested = new CopyOnWriteArrayList<>();
        robot.interact(() -> FileDialogs.answer(stage, (_, name) -> {
            suggested.add(name);
            return List.of(files);
        }));
        return suggested;
    }

    /** What has the keyboard. */
    Node focused() {
        return stage.getScene().getFocusOwner();
    }

    /** Puts a text into the clipboard. */
    static void copy(String text) throws Exception {
        WaitForAsyncUtils.asyncFx(() -> {
                    ClipboardContent content = new ClipboardContent();
                    content.putString(text);
                    Clipboard.getSystemClipboard().setContent(content);
                })
                .get();
    }

    /**
     * Looks at what an area of code shows. Which lines these are is worked out when somebody looks, which only the window's
     * thread may do.
     */
    static <T> T seen(Callable<T> look) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), look);
    }

    /**
     * Waits, as a user would, for something to be so. A look at a window that changes meanwhile may fail: that is not so
     * yet, either.
     *
     * @throws TimeoutException when it never is; with how the last look failed, when it did
     */
    static void until(Callable<Boolean> condition) throws TimeoutException {
        AtomicReference<@Nullable RuntimeException> failed = new AtomicReference<>();
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> {
                try {
                    failed.set(null);
                    return condition.call();
                } catch (RuntimeException e) {
                    failed.set(e);
                    return false;
                }
            });
        } catch (TimeoutException e) {
            RuntimeException last = failed.get();
            if (last != null) {
                e.addSuppressed(last);
            }
            throw e;
        }
        WaitForAsyncUtils.waitForFxEvents();
    }
}
