package dev.bobbin.app.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.app.data.files.Preview;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.l10n.Reasons;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FilePreviewsTest {

    private static final Charset WINDOWS = Charset.forName("windows-1252");

    @TempDir
    Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"a.txt", "a.csv", "a.json", "a.parquet", "a.png", "a.xlsx", "a"})
    void anEmptyFileIsCalledEmpty(String name) throws Exception {
        assertThat(look(name, new byte[0])).isEqualTo(new Preview.Nothing(Messages.text("data.preview.empty")));
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, '', UTF-8", "UTF-8, '\uFEFF', UTF-8", "windows-1252, '', windows-1252"})
    @CsvSource({"UTF-16LE, '\uFEFF', UTF-16LE", "UTF-16BE, '\uFEFF', UTF-16BE", "UTF-16LE, '', UTF-16LE"})
    @CsvSource({"UTF-16BE, '', UTF-16BE"})
    void findsOutHowATextIsWrittenAndSaysSo(String written, String mark, String found) throws Exception {
        Preview.Text text = text("café.txt", (mark + "Ein Café, 5 Stück").getBytes(Charset.forName(written)));

        assertThat(text.text()).isEqualTo("Ein Café, 5 Stück");
        assertThat(text.read()).isEqualTo(new Preview.Read(Charset.forName(found), false));
    }

    @Test
    void rowsAreReadAsTheirTextIsWritten() throws Exception {
        Preview.Rows found = rows("names.csv", "name;city\nJosé;Köln\n".getBytes(WINDOWS), null);

        assertThat(found.rows().getFirst().cells()).containsExactly("José", "Köln");
        assertThat(found.read()).isEqualTo(new Preview.Read(WINDOWS, false));

        Preview.Rows marked = rows("marked.csv", "\uFEFFname\nJosé\n".getBytes(StandardCharsets.UTF_16LE), null);
        assertThat(marked.columns()).extracting(GridColumn::name).containsExactly("name");
        assertThat(marked.rows().getFirst().cells()).containsExactly("José");
    }

    @Test
    void anotherEncodingCanBeChosen() throws Exception {
        byte[] bytes = "größer".getBytes(StandardCharsets.UTF_8);

        assertThat(((Preview.Text) look("a.txt", bytes, WINDOWS)).text()).isEqualTo("grÃ¶ÃŸer");
        assertThat(rows("a.csv", "a\ngröße\n".getBytes(StandardCharsets.UTF_8), WINDOWS)
                        .rows()
                        .getFirst()
                        .cells())
                .containsExactly("grÃ¶ÃŸe");
        assertThat(((Preview.Text) look("b.txt", bytes, WINDOWS)).read()).isEqualTo(new Preview.Read(WINDOWS, true));
    }

    @Test
    void jsonIsLaidOutWithItsNumbersAsTheyAre() throws Exception {
        Preview.Text shown = text("a.json", "{\"price\":1.10,\"big\":12345678901234567890.0,\"list\":[1]}");

        assertThat(shown.text())
                .isEqualTo("{\n  \"price\": 1.10,\n  \"big\": 12345678901234567890.0,\n  \"list\": [\n    1\n  ]\n}");
        assertThat(shown.indented()).isTrue();
        assertThat(text("again.json", shown.text() + "\n").indented()).isFalse();
        assertThat(Files.readString(folder.resolve("a.json"))).doesNotContain("\n");
    }

    @Test
    void whatIsNoJsonIsShownAsItIs() throws Exception {
        Preview.Text shown = text("a.json", "{\"a\": 1, oops}");

        assertThat(shown.text()).isEqualTo("{\"a\": 1, oops}");
        assertThat(shown.indented()).isFalse();
    }

    @Test
    void theBeginningOfALongJsonIsLaidOutWithoutAnEnd() throws Exception {
        Preview.Text shown = text("long.json", "[" + "1,".repeat(200_000) + "1]");

        assertThat(shown.cut()).isTrue();
        assertThat(shown.text()).startsWith("[\n  1,\n  1,").doesNotContain("]");
        Preview.Text deep = text("deep.json", "[".repeat(900) + "]".repeat(900));
        assertThat(deep.cut()).isTrue();
        assertThat(deep.text()).hasSizeLessThan(2_000_000);
    }

    @Test
    void whatIsNoTextIsNotShownAsSuch() throws Exception {
        assertThat(look("a.bin", new byte[] {0, 0, 1, 0, 7, 0, 0, 0}))
                .isEqualTo(new Preview.Nothing(Messages.text("data.preview.binary")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"broken.parquet", "broken.xlsx"})
    void aDamagedFileIsToldInPlainWords(String name) {
        assertThatThrownBy(() -> look(name, "PAR1 this is none".getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfSatisfying(
                        IOException.class,
                        e -> assertThat(Reasons.of(e))
                                .contains(name.endsWith("parquet") ? "damaged" : "Excel")
                                .doesNotContain("Exception"));
    }

    private Preview.Text text(String name, String content) throws IOException {
        return text(name, content.getBytes(StandardCharsets.UTF_8));
    }

    private Preview.Text text(String name, byte[] content) throws IOException {
        return (Preview.Text) look(name, content);
    }

    private Preview.Rows rows(String name, byte[] content, Charset chosen) throws IOException {
        return (Preview.Rows) look(name, content, chosen);
    }

    private Preview look(String name, byte[] content) throws IOException {
        return look(name, content, null);
    }

    private Preview look(String name, byte[] content, Charset chosen) throws IOException {
        return FilePreviews.of(Files.write(folder.resolve(name), content), chosen);
    }
}
