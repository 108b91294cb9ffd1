package dev.bobbin.emulator.item;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ItemTemplateTest {

    @TempDir
    private Path workspace;

    @Test
    void makesACompleteItem() throws IOException {
        Path folder = ItemTemplate.create(workspace, "My prices");
        ItemFolder item = ItemReader.read(folder);

        assertThat(folder).isEqualTo(workspace.resolve("My prices.UserDataFunction"));
        assertThat(item.findings()).isEmpty();
        assertThat(item.displayName()).isEqualTo("My prices");
        assertThat(item.platform()).isNotNull();
        assertThat(item.platform().type()).isEqualTo(PlatformFile.ITEM_TYPE);
        assertThat(item.definition().runtimeKind()).contains(RuntimeKind.PYTHON);
        assertThat(item.functionsJson()).isNotNull();
        assertThat(SourceParser.outline(item.script()).functions())
                .extracting(FunctionSignature::name)
                .containsExactly("hello");
    }

    @Test
    void givesEveryItemItsOwnId() throws IOException {
        String first = id(ItemTemplate.create(workspace, "a"));
        String second = id(ItemTemplate.create(workspace, "b"));

        assertThat(first).isNotEqualTo(second);
    }

    private static String id(Path folder) throws IOException {
        return ItemReader.read(folder).platform().logicalId();
    }

    @Test
    void neverWritesIntoAnItemThatIsThere() throws IOException {
        ItemTemplate.create(workspace, "a");

        assertThatThrownBy(() -> ItemTemplate.create(workspace, "a"))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("already");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "..", "a/b", "a\\b", "a:b", "../a", "a.", "a ", "a\"b"})
    void refusesNamesThatAreNoFolderNames(String name) {
        assertThatThrownBy(() -> ItemTemplate.create(workspace, name)).isInstanceOf(IllegalArgumentException.class);
    }
}
