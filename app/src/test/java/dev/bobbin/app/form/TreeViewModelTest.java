package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

/** A tree to edit and its JSON follow each other. */
class TreeViewModelTest {

    private final StringProperty json = new SimpleStringProperty("");
    private final TreeViewModel tree = new TreeViewModel(json, "{}", null);

    @Test
    void anEmptyFieldIsAnEmptyObjectThatCanGrow() {
        tree.add(root());
        tree.rename(child(0), "name");
        tree.type(child(0), "Ada");
        assertThat(json.get()).isEqualTo("{\"name\": \"Ada\"}");
    }

    @Test
    void newElementsAreOfTheDeclaredKindOrLikeTheOneBefore() {
        StringProperty numbers = new SimpleStringProperty("");
        TreeViewModel list = new TreeViewModel(numbers, "[]", TreeEntry.Kind.NUMBER);
        list.add(list.rootProperty().get());
        assertThat(numbers.get()).isEqualTo("[0]");
        numbers.set("[{\"a\": 1}]");
        list.add(list.rootProperty().get());
        assertThat(numbers.get()).isEqualTo("[{\"a\": 1}, {}]");
    }

    @Test
    void noValueAtAllIsToldFromAnEmptyOne() {
        assertThat(tree.absent()).isTrue();
        tree.add(root());
        tree.remove(child(0));
        assertThat(json.get()).isEqualTo("{}");
        assertThat(tree.absent()).isFalse();
    }

    @Test
    void valuesKeepTheirPlaceAndTheirExactNumbers() {
        json.set("{\"a\": [1, 2.50, 12345678901234567890123], \"b\": null}");
        tree.move(child(1), -1);
        assertThat(json.get()).isEqualTo("{\"b\": null, \"a\": [1, 2.50, 12345678901234567890123]}");
    }

    @Test
    void kindsChangeAndKeepWhatTheyCan() {
        json.set("{\"a\": \"12\"}");
        tree.become(child(0), TreeEntry.Kind.NUMBER);
        assertThat(json.get()).isEqualTo("{\"a\": 12}");
        tree.become(child(0), TreeEntry.Kind.LIST);
        tree.add(child(0));
        assertThat(json.get()).isEqualTo("{\"a\": [\"\"]}");
        tree.become(child(0), TreeEntry.Kind.OBJECT);
        assertThat(json.get()).startsWith("{\"a\": {\"key");
    }

    @Test
    void whatIsTypedTellsWhatItIs() {
        json.set("{\"a\": 1}");
        for (String literal : List.of("42", "-2.50", "true", "null", "\"42\"", "[1, 2]")) {
            json.set("{\"a\": 1}");
            tree.type(child(0), literal);
            assertThat(json.get()).isEqualTo("{\"a\": " + literal + "}");
        }
        for (String words : List.of("Ada", "007", "", "[1", "NaN", "tea, milk")) {
            json.set("{\"a\": 1}");
            tree.type(child(0), words);
            assertThat(json.get()).isEqualTo("{\"a\": \"" + words + "\"}");
        }
    }

    @Test
    void aTextThatLooksLikeANumberStaysOneWhenItIsLookedAt() {
        json.set("{\"zip\": \"10115\", \"name\": \"Ada\"}");
        for (int i = 0; i < 2; i++) {
            tree.type(child(i), tree.typed(child(i)));
        }
        assertThat(json.get()).isEqualTo("{\"zip\": \"10115\", \"name\": \"Ada\"}");
    }

    @Test
    void aDeclaredKindStays() {
        StringProperty words = new SimpleStringProperty("[\"a\"]");
        TreeViewModel texts = new TreeViewModel(words, "[]", TreeEntry.Kind.TEXT);
        texts.type(Objects.requireNonNull(texts.rootProperty().get()).children().getFirst(), "42");
        assertThat(words.get()).isEqualTo("[\"42\"]");

        StringProperty numbers = new SimpleStringProperty("[1]");
        TreeViewModel list = new TreeViewModel(numbers, "[]", TreeEntry.Kind.NUMBER);
        list.type(Objects.requireNonNull(list.rootProperty().get()).children().getFirst(), "many");
        assertThat(list.problemProperty().get()).contains("many");
        assertThat(numbers.get()).isEqualTo("[1]");
    }

    @Test
    void takenNamesAreSaidAndChangeNothing() {
        json.set("{\"a\": 1, \"b\": 2}");
        tree.rename(child(0), "b");
        assertThat(tree.problemProperty().get()).contains("b");
        assertThat(json.get()).isEqualTo("{\"a\": 1, \"b\": 2}");
    }

    @Test
    void changesAreTakenBackAndMadeAgain() {
        String whole = "{\"order\": {\"lines\": [1, 2]}, \"b\": 2}";
        json.set(whole);
        tree.remove(child(0));
        tree.type(child(0), "three");
        tree.undo();
        tree.undo();
        assertThat(json.get()).isEqualTo(whole);
        assertThat(root().toJson()).isEqualTo(whole);
        tree.undo();
        assertThat(json.get()).isEqualTo(whole);
        tree.redo();
        assertThat(json.get()).isEqualTo("{\"b\": 2}");
        json.set("{\"other\": 1}");
        tree.undo();
        assertThat(json.get()).isEqualTo("{\"other\": 1}");
    }

    @Test
    void textThatIsNoJsonIsLeftAlone() {
        json.set("{\"a\": ");
        assertThat(tree.rootProperty().get()).isNull();
        assertThat(tree.problemProperty().get()).isNotEmpty();
        assertThat(json.get()).isEqualTo("{\"a\": ");
    }

    private TreeEntry root() {
        return Objects.requireNonNull(tree.rootProperty().get());
    }

    private TreeEntry child(int place) {
        return root().children().get(place);
    }
}
