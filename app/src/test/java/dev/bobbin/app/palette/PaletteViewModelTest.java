package dev.bobbin.app.palette;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class PaletteViewModelTest {

    private final PaletteViewModel palette = new PaletteViewModel();

    @Test
    void whatIsTypedNarrowsTheList() {
        palette.offer(List.of(choice("Find next"), choice("Go to line"), choice("Next line go")));
        assertThat(titles("")).hasSize(3);
        assertThat(titles("LINE go")).containsExactly("Go to line", "Next line go");
        assertThat(titles("gtl")).containsExactly("Go to line");
        assertThat(titles("next")).containsExactly("Next line go", "Find next");
        assertThat(titles("zzz")).isEmpty();
    }

    @Test
    void aCommandIsFoundByItsEnglishNameToo() {
        palette.offer(List.of(new Choice("Ausführen", "Strg+Enter", "Run", () -> {}), choice("Runden")));
        assertThat(titles("run")).containsExactly("Runden", "Ausführen");
        assertThat(titles("ausf")).containsExactly("Ausführen");
    }

    private List<String> titles(String typed) {
        palette.wordsProperty().set(typed);
        return palette.shown().stream().map(Choice::title).toList();
    }

    private static Choice choice(String title) {
        return new Choice(title, "", () -> {});
    }
}
