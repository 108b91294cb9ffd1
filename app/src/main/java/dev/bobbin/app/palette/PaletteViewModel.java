package dev.bobbin.app.palette;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** A list that narrows while words are typed. */
public final class PaletteViewModel {

    private final StringProperty words = new SimpleStringProperty("");
    private final ObservableList<Choice> shown = FXCollections.observableArrayList();
    private List<Choice> all = List.of();

    public PaletteViewModel() {
        words.addListener((_, _, _) -> narrow());
    }

    /** What is typed. */
    public StringProperty wordsProperty() {
        return words;
    }

    /** The choices that fit, the likeliest first. */
    public ObservableList<Choice> shown() {
        return shown;
    }

    /** Begins anew with these choices. */
    public void offer(List<Choice> choices) {
        all = List.copyOf(choices);
        words.set("");
        narrow();
    }

    private void narrow() {
        String typed = words.get().strip().toLowerCase(Locale.ROOT);
        shown.setAll(all.stream()
                .filter(choice -> fits(choice.title(), typed) || fits(choice.alias(), typed))
                .sorted(Comparator.comparing(
                        choice -> !choice.title().toLowerCase(Locale.ROOT).startsWith(typed)))
                .toList());
    }

    /** Whether every typed word is somewhere in the title, or its letters are in their order: "gtl" fits "Go to line". */
    private static boolean fits(String name, String typed) {
        String title = name.toLowerCase(Locale.ROOT);
        boolean words = List.of(typed.split("\\s+")).stream().allMatch(title::contains);
        return words || inOrder(title, typed);
    }

    private static boolean inOrder(String title, String typed) {
        int at = 0;
        for (int i = 0; i < title.length() && at < typed.length(); i++) {
            boolean begins = i == 0 || title.charAt(i - 1) == ' ';
            if (begins && title.charAt(i) == typed.charAt(at)) {
                at++;
            }
        }
        return at == typed.length();
    }
}
