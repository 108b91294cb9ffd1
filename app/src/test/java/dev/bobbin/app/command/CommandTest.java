package dev.bobbin.app.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.Stream;
import javafx.scene.input.KeyCombination;
import org.junit.jupiter.api.Test;

class CommandTest {

    @Test
    void everyCommandHasATitleAndAShortcut() {
        assertThat(Command.values()).allSatisfy(command -> {
            assertThat(command.title()).isNotBlank();
            assertThat(KeyCombination.valueOf(command.shortcut())).isNotNull();
        });
    }

    @Test
    void noShortcutIsGivenTwice() {
        Set<KeyCombination> seen = new HashSet<>();
        assertThat(Arrays.stream(Command.values())
                        .flatMap(command ->
                                Stream.concat(Stream.of(command.shortcut()), command.otherShortcuts().stream()))
                        .map(KeyCombination::valueOf)
                        .filter(keys -> !seen.add(keys)))
                .isEmpty();
    }

    @Test
    void commandsAreFoundByWhatOtherEditorsCallThem() {
        assertThat(Command.EXPLAIN.otherNames()).contains("hover", "documentation", Command.EXPLAIN.title());
        assertThat(Command.GO_TO_FUNCTION.otherNames()).contains("outline");
        assertThat(Command.RESET_TO_COMMITTED.disabledTitle()).contains("Git");
        assertThat(Command.SAVE.disabledTitle()).isEqualTo(Command.SAVE.title());
    }

    @Test
    void everyMenuHasATitle() {
        assertThat(Command.Menu.values())
                .allSatisfy(menu -> assertThat(menu.title()).isNotBlank());
    }
}
