package dev.bobbin.app.history;

import static org.assertj.core.api.Assertions.as;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.STRING;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.services.RunsOnData;
import dev.bobbin.app.services.StandInUndo;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The list of runs: searched, shown, compared, and which of them commands are about. */
class HistoryViewModelTest extends ThreeRuns {

    @Test
    void anEarlierSearchThatEndsLaterIsNotShown() {
        HeldTaskRunner held = new HeldTaskRunner();
        HistoryViewModel slow = new HistoryViewModel(model, journals, held);
        slow.searchProperty().set("Ada");
        slow.searchProperty().set("Bob");
        held.endNewestFirst();
        assertThat(slow.rows()).extracting(RunSummary::function).containsExactly("hello");
        assertThat(slow.rows().getFirst().id()).isEqualTo(history.rows().get(1).id());
        slow.close();
    }

    @Test
    void anItemSavedWhileItsRunsAreReadIsStillTheSame() throws IOException {
        HeldTaskRunner held = new HeldTaskRunner();
        HistoryViewModel slow = new HistoryViewModel(model, journals, held);
        slow.searchProperty().set("Ada");
        Files.writeString(item.scriptPath(), SCRIPT + "\n# saved\n");
        model.update(new FolderFiles().read(item.root()));
        held.endNewestFirst();
        assertThat(slow.rows()).hasSize(1);
        slow.close();
    }

    @Test
    void runsAreListedNewestFirstAndSearched() {
        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other", "hello", "hello");
        assertThat(history.summary().get()).isEqualTo("Search in 3 runs");

        history.searchProperty().set("ada");
        assertThat(history.rows()).hasSize(1);
        history.searchProperty().set("");
        model.select("other");
        history.thisFunctionOnlyProperty().set(true);
        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other");
    }

    @Test
    void oneRunIsShownTwoAreCompared() {
        history.select(history.rows().subList(1, 2));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.One.class,
                        one -> assertThat(one.text()).contains("hello", "Hello, Bob", "INPUT"));

        history.select(List.of(history.rows().get(1), history.rows().get(2)));
        assertThat(history.shownProperty().get()).isInstanceOfSatisfying(HistoryViewModel.RunView.Two.class, two -> {
            assertThat(two.earlier().id()).isLessThan(two.later().id());
            assertThat(two.differences())
                    .extracting(Difference::text)
                    .containsExactly(
                            "/output was \"Hello, Ada\" and is \"Hello, Bob\"",
                            "/input/name was \"Ada\" and is \"Bob\"");
        });

        history.select(history.rows());
        assertThat(history.shownProperty().get()).isEqualTo(new HistoryViewModel.RunView.Many(3));
    }

    @Test
    void theDetailTellsWhatSurroundedTheRun() throws IOException {
        RunRecord then = run("other", "{}", "\"\"");
        Circumstances badDay = new Circumstances(Map.of("Db", BadDay.of("slow:20")), Map.of("Rates", ""));
        RunInput input = new RunInput("id-5", "{}", "embedded", "documented-2025", ExecutingUser.LOCAL, null, badDay);
        RunTrace trace = new RunTrace(
                List.of(),
                0,
                new ChangeSet(List.of(new Change.Document("shop", "db/orders", "o1", "{\"n\":1}", "{\"n\":2}"))));
        journals.recorder(item)
                .record(new RunRecord(then.summary(), input, then.code(), then.answer(), then.logs(), trace));
        RunSummary newest = current();

        history.select(List.of(newest));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.One.class,
                        one -> assertThat(one.text())
                                .contains("engine embedded", "Db: every call takes longer, slower by 20 ms")
                                .contains("Rates: default values", "Invocation id-5")
                                .contains("CHANGES\nshop, db/orders: 1 changed\n~ (id = \"o1\") n: 1 → 2"));

        history.select(List.of(newest, history.rows().get(1)));
        assertThat(history.shownProperty().get())
                .isInstanceOfSatisfying(
                        HistoryViewModel.RunView.Two.class,
                        two -> assertThat(two.differences())
                                .extracting(Difference::place)
                                .containsExactly("/badDays/Db", "/valueSets/Rates"));
    }

    @Test
    void pinnedRunsCanBeListedAlone() {
        actions.togglePin(history.rows().getFirst());
        history.pinnedOnlyProperty().set(true);

        assertThat(history.rows()).extracting(RunSummary::function).containsExactly("other");
    }

    @Test
    void commandsAreAboutTheRunThatEndedLastUnlessAnotherIsSelectedSince() throws IOException {
        assertThat(current().function()).isEqualTo("other");
        history.select(List.of(history.rows().get(1)));
        assertThat(current().id()).isEqualTo(history.rows().get(1).id());

        InvocationRequest request = Models.request("hello");
        InvocationResult result = new InvocationResult.Stopped(Duration.ofMillis(1), RunTrace.EMPTY);
        RunRecord mine = RunRecord.of(Instant.now(), RunOrigin.WINDOW, request, "embedded", SCRIPT, result, List.of());
        journals.recorder(item).record(mine);
        // Somebody else's run of the same function, which is newer.
        journals.recorder(item).record(run("hello", "{\"name\": \"Eve\"}", "\"Hello, Eve\""));
        model.lastRunProperty().set(new FinishedRun(request, result));

        assertThat(current().status()).isEqualTo(RunSummary.STOPPED);
        assertThat(history.shownProperty().get()).isInstanceOf(HistoryViewModel.RunView.Nothing.class);
    }

    @Test
    void theChangesOfTheSelectedRunAreShownAndTakenBackAsLongAsTheyAreKept() throws IOException {
        List<ChangedRun> looked = new ArrayList<>();
        history.onLook(looked::add);
        RunsOnData shop = new RunsOnData(item, "Shop");
        InvocationRequest request = Models.request("hello");
        RunTrace trace = new RunTrace(List.of(), 0, shop.change(request.invocationId(), "CREATE TABLE dbo.T (Id INT)"));
        InvocationResult result = new InvocationResult.Stopped(Duration.ofMillis(1), trace);
        journals.recorder(item)
                .record(RunRecord.of(Instant.now(), RunOrigin.HTTP, request, "embedded", SCRIPT, result, List.of()));
        RunSummary newest = current();
        assertThat(newest.changes()).isEqualTo(1);

        history.select(List.of(newest));
        assertThat(looked.getLast().changes()).isEqualTo(trace.changes());
        assertThat(looked.getLast().kept()).isTrue();
        actions.undo(newest);
        assertThat(events).last(as(STRING)).startsWith("undone hello, ");

        new StandInUndo(journals).undo(item, looked.getLast());
        model.dataChanged();
        assertThat(looked.getLast().kept()).isFalse();
        history.select(List.of());
        assertThat(looked.getLast()).isNull();

        actions.undo(history.rows().getLast());
        assertThat(model.notices().shown().getFirst().text()).contains("changed nothing in the data");
    }
}
