package dev.bobbin.app.editor;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class FindViewModelTest {

    private final WorkspaceModel model = Models.empty();
    private final FindViewModel find =
            new FindViewModel(new EditorViewModel(model, new SameThreadTaskRunner()), new SameThreadTaskRunner());

    @BeforeEach
    void open() {
        model.sourceProperty().set("One one (ONE)");
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
        model.sourceProperty().set("none here, one there");
        assertThat(find.matchesProperty().get()).hasSize(2);
        model.sourceProperty().set("");
        assertThat(find.next(0)).isEmpty();
        assertThat(find.count().get()).isEqualTo("no match");
    }

    @Test
    void nothingIsMarkedWhileTheBarIsClosed() {
        find.openProperty().set(false);
        assertThat(find.matchesProperty().get()).isEmpty();
    }
}
