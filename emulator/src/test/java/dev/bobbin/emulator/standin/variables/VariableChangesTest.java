package dev.bobbin.emulator.standin.variables;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Edits of a variable library, shown and taken back. */
class VariableChangesTest {

    private static final String BEFORE = "{\"variables\": [{\"name\": \"Days\", \"type\": \"Integer\", \"value\": 5}]}";

    private @TempDir Path folder;
    private Path file;
    private VariableLifecycle library;
    private VariableChanges changes;

    @BeforeEach
    void write() throws IOException {
        Path item = Files.createDirectories(folder.resolve("Shop.VariableLibrary"));
        file = Files.writeString(item.resolve("variables.json"), BEFORE);
        library = new VariableLifecycle(new StandIn.Variables("Shop", item), folder.resolve("kept"));
        changes = library.changes();
    }

    @Test
    void anEditIsListedAndTakenBackByteForByte() throws IOException {
        changes.record("one", editor -> editor.set(Optional.empty(), "Days", "7"));
        assertThat(changes.changes("one").changes()).containsExactly(new Change.Variable("Shop", "", "Days", "5", "7"));
        assertThat(changes.undo("one")).isInstanceOf(UndoOutcome.Undone.class);
        assertThat(file).hasContent(BEFORE);
        assertThat(changes.undo("one")).isEqualTo(new UndoOutcome.NothingToUndo());
        assertThat(changes.changes("one").isEmpty()).isTrue();
    }

    @Test
    void anEditIsNotTakenBackOverALaterOne() throws IOException {
        changes.record("one", editor -> editor.set(Optional.empty(), "Days", "7"));
        Files.writeString(file.resolveSibling("settings.json"), "{}");
        assertThat(changes.undo("one")).isEqualTo(new UndoOutcome.Refused(Message.of("undo.variables", "Shop")));
        Files.delete(file.resolveSibling("settings.json"));
        assertThat(changes.undo("one")).isInstanceOf(UndoOutcome.Undone.class);
    }

    @Test
    void aRefusedEditLeavesNoRecord() throws IOException {
        assertThatThrownBy(() -> changes.record("one", editor -> editor.set(Optional.empty(), "Days", "soon")))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("Days");
        assertThat(changes.undo("one")).isEqualTo(new UndoOutcome.NothingToUndo());
        assertThat(file).hasContent(BEFORE);
    }

    @Test
    void aRestoredSnapshotEndsWhatCanBeTakenBack() throws IOException {
        changes.record("one", editor -> editor.set(Optional.empty(), "Days", "7"));
        library.snapshots().take("s");
        changes.record("two", editor -> editor.remove(Optional.empty(), "Days"));
        library.snapshots().restore("s");
        assertThat(file).content().contains("7");
        assertThat(changes.undo("two")).isEqualTo(new UndoOutcome.NothingToUndo());
    }
}
