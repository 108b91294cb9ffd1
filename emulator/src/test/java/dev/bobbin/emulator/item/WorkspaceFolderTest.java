package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WorkspaceFolderTest {

    @TempDir
    private Path folder;

    private Path in(String child) throws IOException {
        return Files.createDirectories(folder.resolve(child));
    }

    private List<String> items() throws IOException {
        return WorkspaceFolder.itemsIn(folder).stream()
                .map(item -> item.getFileName().toString())
                .toList();
    }

    @Test
    void itemsAreToldByTheirNameTheirFilesOrTheirType() throws IOException {
        in("b.UserDataFunction");
        in("C.userdatafunction");
        Files.createFile(in("a").resolve("function_app.py"));
        Files.createFile(in("d").resolve("definition.json"));
        Files.createFile(in("e/.resources").resolve("functions.json"));
        Files.writeString(in("f").resolve(".platform"), """
                {"metadata": {"type": "UserDataFunction", "displayName": "F"}}""");

        Files.writeString(in("Report.Notebook").resolve(".platform"), """
                {"metadata": {"type": "Notebook", "displayName": "Report"}}""");
        Files.createFile(in("docs/deeper").resolve("function_app.py"));
        Files.createFile(folder.resolve("file.UserDataFunction"));

        assertThat(items()).containsExactly("a", "b.UserDataFunction", "C.userdatafunction", "d", "e", "f");
    }

    @Test
    void anItemIsNoWorkspaceWhateverLiesInIt() throws IOException {
        in("inner.UserDataFunction");
        assertThat(items()).hasSize(1);
        Files.createFile(folder.resolve("function_app.py"));
        assertThat(items()).isEmpty();
        assertThat(ItemReader.read(folder).scriptExists()).isTrue();
    }

    @Test
    void onlyAnItemOrAnEmptyFolderCanBeOne() throws IOException {
        assertThat(WorkspaceFolder.canBeItem(folder)).isTrue();
        Files.createFile(folder.resolve("letter.txt"));
        assertThat(WorkspaceFolder.canBeItem(folder)).isFalse();
        Files.createFile(folder.resolve("definition.json"));
        assertThat(WorkspaceFolder.canBeItem(folder)).isTrue();
    }

    @Test
    void whoNamesAWorkspaceIsToldWhichItemsItHas() throws IOException {
        for (int i = 1; i <= 5; i++) {
            in("Item" + i + ".UserDataFunction");
        }
        assertThatThrownBy(() -> ItemReader.read(folder))
                .isInstanceOf(PlainException.class)
                .hasMessageEndingWith(
                        "a workspace with these items (5): Item1.UserDataFunction, Item2.UserDataFunction, "
                                + "Item3.UserDataFunction, Item4.UserDataFunction, Item5.UserDataFunction. "
                                + "Name one of them.");
        in("Item6.UserDataFunction");
        assertThatThrownBy(() -> ItemReader.read(folder))
                .hasMessageContaining("these items (6): ")
                .hasMessageEndingWith("Item5.UserDataFunction, …. Name one of them.");
    }
}
