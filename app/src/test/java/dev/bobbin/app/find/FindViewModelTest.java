package dev.bobbin.app.find;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindViewModelTest {

    private final StringProperty text = new SimpleStringProperty("");
    private final FindViewModel find = new FindViewModel(text, new SameThreadTaskRunner());

    @BeforeEach
    void open() {
        text.set("One one (ONE)");
        find.openProperty().set(true);
        find.queryProperty().set("one");
    }

    @Test
    void caseIsIgnoredUnlessAskedFor() {
        assertThat(find.matchesProperty().get()).hasSize(3);
        find.matchCaseProperty().set(true);
        assertThat(find.matchesProperty().get()).containsExactly(new FindViewModel.Match(4, 7));
    }

    @Test
    void wordsAreTakenLiterally() {
        find.queryProperty().set("(one");
        assertThat(find.matchesProperty().get()).containsExactly(new FindViewModel.Match(8, 12));
    }

    @Test
    void goingOnReachesTheNextMatchAndStartsAgainAtTheEnd() {
        assertThat(find.next(0)).hasValue(0);
        assertThat(find.next(3)).hasValue(1);
        assertThat(find.count().get()).isEqualTo("2 of 3");
        assertThat(find.next(12)).hasValue(0);
    }

    @Test
    void goingBackReachesTheMatchBeforeAndStartsAgainAtTheBeginning() {
        assertThat(find.previous(9)).hasValue(1);
        assertThat(find.previous(0)).hasValue(2);
    }

    @Test
    void matchesFollowTheText() {
        text.set("none here, one there");
        assertThat(find.matchesProperty().get()).hasSize(2);
        text.set("");
        assertThat(find.next(0)).isEmpty();
        assertThat(find.count().get()).isEqualTo("no match");
    }

    @Test
    void nothingIsMarkedWhileTheBarIsClosed() {
        find.openProperty().set(false);
        assertThat(find.matchesProperty().get()).isEmpty();
    }

    @Test
    void regularExpressionsAreFoundAndReplacedWithTheirGroups() {
        text.set("a1 b22");
        find.regexProperty().set(true);
        find.openProperty().set(true);
        find.queryProperty().set("([a-z])(\\d+)");
        assertThat(find.matchesProperty().get()).hasSize(2);
        find.replacementProperty().set("$2$1");
        assertThat(find.replaced(find.matchesProperty().get().getLast())).contains("22b");
        assertThat(find.replacedAll()).contains("1a 22b");
        find.replacementProperty().set("$9");
        assertThat(find.replacedAll()).isEmpty();
        find.queryProperty().set("([a");
        assertThat(find.matchesProperty().get()).isEmpty();
        assertThat(find.count().get()).isEqualTo("no valid pattern");
    }

    @Test
    void plainWordsAreReplacedAsTheyStand() {
        text.set("a.b axb");
        find.openProperty().set(true);
        find.queryProperty().set("a.b");
        find.replacementProperty().set("$1");
        assertThat(find.replacedAll()).contains("$1 axb");
    }
}
