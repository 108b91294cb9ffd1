package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFolderTest {

    @TempDir
    private Path folder;

    @Test
    void itemsAreKnownByTheirNameOrByWhatLiesInThem() throws IOException {
        Path named = Files.createDirectories(folder.resolve("beta.UserDataFunction"));
        Path holding = Files.createDirectories(folder.resolve("Alpha"));
        Files.writeString(holding.resolve(ItemFolder.SCRIPT), "");
        Files.createDirectories(folder.resolve("Report.Report"));
        Files.createDirectories(folder.resolve(".bobbin/standins"));
        Files.writeString(folder.resolve("README.md"), "");

        assertThat(WorkspaceFolder.itemsIn(folder)).containsExactly(holding, named);
    }

    @Test
    void anItemIsNoWorkspaceEvenWithAnItemInIt() throws IOException {
        Files.createDirectories(folder.resolve("Old.UserDataFunction"));
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), "");

        assertThat(WorkspaceFolder.itemsIn(folder)).isEmpty();
        assertThat(WorkspaceFolder.itemsIn(folder.resolve("Old.UserDataFunction")))
                .isEmpty();
        assertThatThrownBy(() -> WorkspaceFolder.itemsIn(folder.resolve("gone")))
                .isInstanceOf(IOException.class);
    }
}
