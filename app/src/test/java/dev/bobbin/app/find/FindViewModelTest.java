package dev.bobbin.app.find;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

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
        assertThat(find.matchesProperty().get()).containsExactly(new Match(4, 7));
    }

    @Test
    void wordsAreTakenLiterally() {
        find.queryProperty().set("(one");
        assertThat(find.matchesProperty().get()).containsExactly(new Match(8, 12));
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
        find.next(3);
        assertThat(one()).contains("a1 22b");
        assertThat(all()).contains("1a 22b");
        find.queryProperty().set("([a");
        assertThat(find.matchesProperty().get()).isEmpty();
        assertThat(find.count().get()).isEmpty();
        assertThat(find.toldProperty().get()).contains("bracket [ is not closed");
        find.queryProperty().set("[a");
        find.queryProperty().set("[a]");
        assertThat(find.toldProperty().get()).isEmpty();
        assertThat(find.matchesProperty().get()).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({
        "(a+, bracket ( is not closed",
        "a), has no opening one",
        "*a, nothing before it",
        "'a{2,1}', look at character"
    })
    void whatIsWrongWithAPatternIsSaid(String pattern, String reason) {
        find.regexProperty().set(true);
        find.openProperty().set(true);
        find.queryProperty().set(pattern);
        assertThat(find.toldProperty().get()).contains(reason);
        find.regexProperty().set(false);
        assertThat(find.toldProperty().get()).isEmpty();
    }

    @Test
    void plainWordsAreReplacedAsTheyStand() {
        text.set("a.b axb");
        find.openProperty().set(true);
        find.queryProperty().set("a.b");
        find.replacementProperty().set("$1");
        assertThat(all()).contains("$1 axb");
    }

    @Test
    void aReplacementThatCannotBeUsedIsSaid() {
        find.regexProperty().set(true);
        find.queryProperty().set("(o)(n)e");
        find.replacementProperty().set("$9");
        assertThat(all()).isEmpty();
        assertThat(find.toldProperty().get()).contains("group").contains("2");
        find.replacementProperty().set("cost $");
        assertThat(find.toldProperty().get()).isEmpty();
        assertThat(all()).isEmpty();
        assertThat(find.toldProperty().get()).contains("cannot be read");
        find.next(0);
        assertThat(one()).isEmpty();
    }

    @Test
    void howManyWereReplacedIsSaidUntilTheTextChanges() {
        find.replacementProperty().set("two");
        find.replaceAll(edits -> text.set(edits.applyTo(text.get())));
        assertThat(text.get()).isEqualTo("two two (two)");
        assertThat(find.toldProperty().get()).isEqualTo("3 replaced");
        text.set("other");
        assertThat(find.toldProperty().get()).isEmpty();
    }

    @Test
    void placesMoveWithWhatIsReplacedBeforeThem() {
        find.replacementProperty().set("three");
        List<Edits> edits = new ArrayList<>();
        find.replaceAll(edits::add);
        assertThat(edits.getFirst().moved(0)).isEqualTo(0);
        assertThat(edits.getFirst().moved(3)).isEqualTo(5);
        assertThat(edits.getFirst().moved(5)).as("inside the second").isEqualTo(11);
        assertThat(edits.getFirst().moved(13)).isEqualTo(19);
    }

    @Test
    void emptyMatchesAreVisitedOneAfterTheOtherAndReplaced() {
        text.set("a\nb\nc");
        find.regexProperty().set(true);
        find.queryProperty().set("^");
        assertThat(find.next(0)).hasValue(0);
        assertThat(find.next(0)).hasValue(1);
        assertThat(find.next(2)).hasValue(2);
        find.replacementProperty().set("# ");
        assertThat(all()).contains("# a\n# b\n# c");
    }

    /** Takes practically for ever: every way to part the text is tried. */
    @ParameterizedTest
    @ValueSource(strings = {"^(.|..|...)+\\1@@$", "(x|a|aa)*?b(?=c)"})
    void anExpressionThatTakesTooLongIsGivenUpAndSaid(String expression) {
        text.set("a".repeat(60) + "!");
        find.regexProperty().set(true);
        find.queryProperty().set(expression);
        assertThat(find.matchesProperty().get()).isEmpty();
        assertThat(find.toldProperty().get()).contains("takes too long");
        assertThat(all()).isEmpty();
        assertThat(find.toldProperty().get()).contains("takes too long");
        find.queryProperty().set("a+");
        assertThat(find.matchesProperty().get()).hasSize(1);
        assertThat(find.toldProperty().get()).isEmpty();
    }

    @Test
    void anExpressionThatNeedsTooDeepAStackIsGivenUpAndSaid() {
        text.set("ab".repeat(200_000));
        find.regexProperty().set(true);
        find.queryProperty().set("(a|b)*");
        assertThat(find.toldProperty().get()).contains("takes too long");
    }

    @Test
    void aSearchThatNobodyWaitsForIsStopped() throws Exception {
        List<Callable<?>> begun = new ArrayList<>();
        FindViewModel slow = new FindViewModel(text, new SameThreadTaskRunner() {
            @Override
            public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
                begun.add(work);
            }
        });
        slow.openProperty().set(true);
        slow.queryProperty().set("on");
        slow.queryProperty().set("one");
        slow.replaceAll(_ -> {});
        slow.replacementProperty().set("two");
        slow.replaceAll(_ -> {});
        assertThatThrownBy(begun.get(0)::call).isInstanceOf(Search.TooHardException.class);
        assertThat(begun.get(1).call())
                .asInstanceOf(InstanceOfAssertFactories.LIST)
                .hasSize(3);
        assertThatThrownBy(begun.get(2)::call).isInstanceOf(Search.TooHardException.class);
        assertThat(((Edits) begun.get(3).call()).size()).isEqualTo(3);
    }

    @Test
    void whatIsToldOfAReplacementIsAboutTheTextItWasAskedFor() {
        HeldTaskRunner held = new HeldTaskRunner();
        FindViewModel slow = new FindViewModel(text, held);
        slow.openProperty().set(true);
        slow.queryProperty().set("one");
        List<Edits> edits = new ArrayList<>();
        slow.replaceAll(edits::add);
        text.set("another one");
        held.endNewestFirst();
        assertThat(edits).isEmpty();
        assertThat(slow.toldProperty().get()).isEmpty();
    }

    private Optional<String> one() {
        List<String> changed = new ArrayList<>();
        find.replaceCurrent(edits -> changed.add(edits.applyTo(text.get())));
        return changed.stream().findFirst();
    }

    private Optional<String> all() {
        List<String> changed = new ArrayList<>();
        find.replaceAll(edits -> changed.add(edits.applyTo(text.get())));
        return changed.stream().findFirst();
    }
}
