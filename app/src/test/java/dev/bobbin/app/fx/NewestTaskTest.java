package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class NewestTaskTest {

    private final HeldTaskRunner tasks = new HeldTaskRunner();
    private final NewestTask newest = new NewestTask(tasks);
    private final List<String> told = new ArrayList<>();

    @Test
    void onlyTheAnswerToTheLastQuestionCountsWhenItComesFirst() {
        ask("first");
        ask("second");
        tasks.endNewestFirst();
        assertThat(told).containsExactly("second");
    }

    @Test
    void whatFailedAfterAnotherQuestionIsNotTold() {
        askInVain();
        ask("second");
        tasks.endNewestFirst();
        assertThat(told).containsExactly("second");
    }

    @Test
    void whatFailedLastIsTold() {
        askInVain();
        tasks.endNewest();
        assertThat(told).containsExactly("gone");
    }

    @Test
    void nobodyHearsOfWhatIsForgotten() {
        ask("first");
        newest.forget();
        tasks.endNewest();
        assertThat(told).isEmpty();
    }

    private void askInVain() {
        newest.run(
                () -> {
                    throw new IOException("gone");
                },
                _ -> told.add("an answer"),
                e -> told.add(e.getMessage()));
    }

    private void ask(String answer) {
        newest.run(() -> answer, told::add, e -> told.add(e.toString()));
    }
}
