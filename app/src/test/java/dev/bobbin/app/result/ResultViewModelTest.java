package dev.bobbin.app.result;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.standin.RunTrace;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ResultViewModelTest {

    private final WorkspaceModel model = Models.empty();
    private final HeldTaskRunner tasks = new HeldTaskRunner();
    private final ResultViewModel results = new ResultViewModel(model, tasks);

    @Test
    void aResultIsSaidToBeComingFromTheEndOfTheRunUntilItIsShown() {
        assertThat(results.comingProperty().get()).isFalse();
        ends("one");
        assertThat(results.comingProperty().get()).isTrue();
        assertThat(results.documentProperty().get()).isNull();
        tasks.endNewest();
        assertThat(results.comingProperty().get()).isFalse();
        assertThat(results.documentProperty().get()).isNotNull();
    }

    @Test
    void ofTwoResultsTheLaterIsWaitedForWhicheverIsLaidOutFirst() {
        ends("one");
        ends("two");
        tasks.endNewest();
        assertThat(results.comingProperty().get()).isFalse();
        tasks.endNewest();
        assertThat(results.documentProperty().get())
                .satisfies(shown -> assertThat(shown.headline()).startsWith("two"));
    }

    private void ends(String function) {
        model.lastRunProperty()
                .set(new FinishedRun(
                        Models.request(function), new InvocationResult.Stopped(Duration.ofMillis(5), RunTrace.EMPTY)));
    }
}
