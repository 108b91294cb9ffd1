package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.signature.SourceParser;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class WorkspaceModelTest {

    private static final String TWO = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def first() -> str:
                return ""

            @udf.function()
            def second() -> str:
                return ""
            """;

    private final WorkspaceModel model = Models.outlined(TWO);

    @Test
    void theFirstFunctionIsSelectedToBeginWith() {
        assertThat(Models.empty().functionsKnownProperty().get()).isFalse();
        assertThat(model.functionsKnownProperty().get()).isTrue();
        assertThat(selected()).isEqualTo("first");
    }

    @Test
    void theSelectedFunctionStaysSelectedWhenOthersAreAdded() {
        model.select("second");
        model.setOutline(SourceParser.outline(
                TWO.replace("def first", "def zero() -> str:\n    return ''\n\n@udf.function()\ndef first")));
        assertThat(selected()).isEqualTo("second");
    }

    @Test
    void aRenamedFunctionStaysSelected() {
        model.select("second");
        model.setOutline(SourceParser.outline(TWO.replace("second", "renamed")));
        assertThat(selected()).isEqualTo("renamed");
    }

    @Test
    void aDeletedFunctionGivesWayToTheFirst() {
        model.select("second");
        model.setOutline(SourceParser.outline(TWO.substring(0, TWO.lastIndexOf("@udf"))));
        assertThat(selected()).isEqualTo("first");
    }

    @Test
    void aFunctionThatIsHiddenByAStringNotClosedYetStaysSelected() {
        model.select("second");
        model.setOutline(SourceParser.outline(TWO.replace("def second", "q = \"\"\"\ndef second")));
        assertThat(selected()).isEqualTo("second");
        assertThat(model.outlineProperty().get().functions()).hasSize(2);
        model.setOutline(SourceParser.outline(TWO));
        assertThat(selected()).isEqualTo("second");
    }

    @Test
    void aFunctionThatIsCutIsSelectedAgainWhereItIsPastedUnlessAnotherWasChosen() {
        String without = TWO.substring(0, TWO.lastIndexOf("@udf"));
        model.select("second");
        model.setOutline(SourceParser.outline(without));
        assertThat(selected()).isEqualTo("first");
        model.setOutline(SourceParser.outline(TWO));
        assertThat(selected()).isEqualTo("second");

        model.setOutline(SourceParser.outline(without));
        model.select("first");
        model.setOutline(SourceParser.outline(TWO));
        assertThat(selected()).isEqualTo("first");
    }

    @Test
    void theCodeOfTheSelectedFunctionIsShownWhenAnItemIsOpenedAndWhenAnotherIsChosen() {
        List<Integer> shown = new ArrayList<>();
        model.wishes().grant(Wish.Show.class, wish -> shown.add(wish.line()));
        model.open(model.itemProperty().get());
        model.setOutline(SourceParser.outline(TWO));
        assertThat(shown).containsExactly(5);
        model.select("second");
        model.select("second");
        assertThat(shown).containsExactly(5, 9);
    }

    @Test
    void whoIsTypingStaysWhereTheyAre() {
        List<Integer> shown = new ArrayList<>();
        model.wishes().grant(Wish.Show.class, wish -> shown.add(wish.line()));
        model.open(model.itemProperty().get());
        model.setOutline(SourceParser.outline("import fabric.functions as fn"));
        model.setOutline(SourceParser.outline(TWO));
        model.setOutline(SourceParser.outline(TWO.replace("first", "renamed")));
        assertThat(shown).isEmpty();

        model.open(model.itemProperty().get());
        model.sourceProperty().set(TWO + "# typed before the first outline came");
        model.setOutline(SourceParser.outline(TWO));
        assertThat(shown).isEmpty();
    }

    @Test
    void withoutFunctionsNothingIsSelected() {
        model.setOutline(SourceParser.outline(""));
        assertThat(model.selectedProperty().get()).isNull();
    }

    private String selected() {
        return Objects.requireNonNull(model.selectedProperty().get()).name();
    }
}
