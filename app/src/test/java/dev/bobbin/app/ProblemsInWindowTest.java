package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.l10n.Messages;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is wrong with an item, told in the language of the window. */
class ProblemsInWindowTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.function()
            def hello():
                return "hello"
            """;

    private @TempDir Path folder;
    private BenchDriver bench;

    @AfterEach
    void closeWindow() throws Exception {
        bench.close();
        Messages.use("en");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            en | The function hello does not say what it returns. | Add -> str        | This is not valid JSON
            de | Die Funktion hello sagt nicht, was sie zurückgibt. | -> str hinzufügen | Das ist kein gültiges JSON
            """)
    void problemsAndWhatMendsThemAreSaidInTheLanguageOfTheWindow(
            String language, String problem, String fix, String slip) throws Exception {
        BenchDriver.prefer(folder, Map.of("language", language));
        Path item = BenchDriver.item(folder, "Hello", SCRIPT);
        Files.writeString(item.resolve("definition.json"), "{\"functions\" 1}");
        bench = BenchDriver.open(folder, Optional.of(item));

        bench.robot.push(KeyCode.CONTROL, KeyCode.DIGIT5);
        until(() -> said().anyMatch(words -> words.startsWith(problem)));
        assertThat(said()).anyMatch(words -> words.startsWith(slip));
        assertThat(bench.robot.lookup("#problems .button").queryAllAs(ButtonBase.class))
                .extracting(ButtonBase::getText)
                .contains(fix);
        assertThat(spoken()).anyMatch(words -> words.contains(problem));
        until(() -> bench.robot.lookup("#editor .gutter-error").queryAllAs(Labeled.class).stream()
                .map(Labeled::getAccessibleText)
                .anyMatch(words -> words.contains(problem)));

        // Mending it puts the same change into the code, whatever the button says.
        bench.robot.clickOn(() -> bench.robot
                .lookup("#problems .button")
                .<ButtonBase>match(button -> button.getText().equals(fix)));
        until(() -> bench.area("#editor").getText().contains("def hello() -> str:"));
    }

    private Stream<String> said() {
        return bench.robot.lookup("#problems .label").queryAllAs(Labeled.class).stream()
                .map(Labeled::getText);
    }

    private Stream<String> spoken() {
        return bench.robot.lookup("#problems .list-cell").queryAllAs(ListCell.class).stream()
                .map(cell -> String.valueOf(cell.getAccessibleText()));
    }
}
