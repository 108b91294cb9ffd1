package dev.bobbin.app.changes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.ChangedRun;
import dev.bobbin.app.workspace.FinishedRun;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.ExecutedStatement;
import dev.bobbin.emulator.standin.Fidelity;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.UndoOutcome;
import dev.bobbin.emulator.standin.words.ChangeLine;
import dev.bobbin.emulator.standin.words.ChangeLines;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Changes and statements of the last run, without a toolkit. */
class ChangesViewModelTest {

    private static final ChangeSet CHANGES = new ChangeSet(List.of(
            new Change.Rows(
                    "sales",
                    "dbo.T",
                    List.of("id", "name"),
                    List.of("int", "varchar(9)"),
                    List.of("id"),
                    1,
                    1,
                    3,
                    List.of(
                            new Change.RowChange.Inserted(Arrays.asList(1L, null)),
                            new Change.RowChange.Updated(Arrays.asList(2L, "a"), Arrays.asList(2L, "b")),
                            new Change.RowChange.Deleted(Arrays.asList(3L, "c")))),
            new Change.File("lake", "a.csv", Change.Kind.CREATED, OptionalLong.empty(), OptionalLong.of(12), null)));

    @TempDir
    Path folder;

    private WorkspaceModel model;
    private UndoOutcome outcome = new UndoOutcome.Undone(CHANGES);
    private ChangesViewModel changes;
    private int runs;
    private During during = outcome -> outcome;
    private final List<String> asked = new ArrayList<>();
    private final List<ChangedRun> earlier = new ArrayList<>();

    @BeforeEach
    void open() throws IOException {
        model = Models.open(folder, "import fabric.functions as fn\n");
        changes = new ChangesViewModel(model, new ScriptedUndo(), new SameThreadTaskRunner());
    }

    /** Answers as a test says, and notes which runs it was asked for. */
    private final class ScriptedUndo implements Undo {
        @Override
        public UndoOutcome undo(ItemFolder item, ChangedRun run) throws IOException {
            asked.add(run.name());
            return during.end(outcome);
        }

        @Override
        public Optional<ChangedRun> newest(ItemFolder item) {
            return earlier.stream().findFirst();
        }
    }

    /** What happens while changes are being taken back. */
    private interface During {
        UndoOutcome end(UndoOutcome outcome) throws IOException;
    }

    private void ran(RunTrace trace) {
        model.lastRunProperty()
                .set(new FinishedRun(
                        Models.request("run-" + runs++, "f"),
                        new InvocationResult.Stopped(Duration.ofMillis(1), trace)));
    }

    @Test
    void everyChangeIsSaidInWords() {
        ran(new RunTrace(List.of(), 0, CHANGES));

        assertThat(changes.list().lines())
                .extracting(ChangeLine::words)
                .containsExactly(
                        "sales, dbo.T: 1 added, 1 changed, 3 removed",
                        "id = 1, name = NULL",
                        "(id = 2) name: 'a' → 'b'",
                        "id = 3, name = 'c'",
                        "and 2 more rows",
                        "lake: a.csv created (12 bytes)");
        assertThat(changes.title().get()).isEqualTo("Changes (2)");
    }

    @Test
    void whatWasUndoneCannotBeUndoneAgainUntilTheNextRun() {
        ran(new RunTrace(List.of(), 0, CHANGES));
        assertThat(changes.canUndoProperty().get()).isTrue();
        changes.undo();
        assertThat(changes.canUndoProperty().get()).isFalse();
        assertThat(changes.stateProperty().get()).isEqualTo("2 changes were taken back.");

        ran(new RunTrace(List.of(), 1, CHANGES));
        assertThat(changes.canUndoProperty().get()).isTrue();
        assertThat(changes.stateProperty().get()).isEmpty();
        outcome = new UndoOutcome.Refused(Message.of("undo.row", "Orders"));
        changes.undo();
        assertThat(changes.stateProperty().get()).contains("A row of Orders that this run wrote has been changed");
        assertThat(changes.canUndoProperty().get()).isTrue();
    }

    @Test
    void aRunWithoutChangesOffersNoUndo() {
        ran(RunTrace.EMPTY);

        assertThat(changes.list().lines()).isEmpty();
        assertThat(changes.canUndoProperty().get()).isFalse();
        assertThat(changes.title().get()).isEqualTo("Changes");
    }

    @Test
    void statementsAreMarkedByHowTrueTheirAnswersAre() {
        StatementsViewModel statements =
                new StatementsViewModel(model, (_, _, _) -> List.of(), new SameThreadTaskRunner());
        ran(new RunTrace(
                List.of(
                        statement("SELECT\n  1", Fidelity.SAME, null),
                        statement("SELECT x", new Fidelity.Approximated("rounding"), null),
                        statement("COPY INTO", new Fidelity.Refused("no files"), "not supported yet")),
                2,
                ChangeSet.EMPTY));

        assertThat(statements.statements())
                .extracting(StatementsViewModel::mark)
                .containsExactly("as in Fabric", "approximated", "error");
        assertThat(StatementsViewModel.oneLine(statements.statements().getFirst()))
                .isEqualTo("SELECT 1");
        assertThat(StatementsViewModel.detail(statements.statements().get(1)))
                .contains("SELECT x", "rounding", "what SQLite was asked");
        assertThat(statements.title().get()).isEqualTo("SQL (3)");
        assertThat(statements.summary().get()).contains("2");
    }

    private static ExecutedStatement statement(String tsql, Fidelity fidelity, String error) {
        return new ExecutedStatement(
                "sales",
                tsql,
                List.of("SELECT 1"),
                List.of(),
                1,
                OptionalLong.of(1),
                Duration.ofMillis(1),
                fidelity,
                error);
    }

    @Test
    void aChosenChangeIsShownInFull() {
        changes.list()
                .look(line(new Change.File(
                        "lake",
                        "a.csv",
                        Change.Kind.CHANGED,
                        OptionalLong.of(1),
                        OptionalLong.of(2),
                        "@@ -1 +1 @@\n-a\n+b")));
        assertThat(changes.list().detailProperty().get()).isEqualTo("@@ -1 +1 @@\n-a\n+b");
        changes.list()
                .look(line(new Change.Document("store", "shop/orders", "1", "{\"a\":1,\"b\":2}", "{\"a\":1,\"b\":3}")));
        assertThat(changes.list().detailProperty().get()).contains("-  \"b\" : 2", "+  \"b\" : 3", "   \"a\" : 1");
        changes.list().look(line(new Change.Secret("vault", "key", Change.Kind.CREATED)));
        assertThat(changes.list().detailProperty().get()).isEmpty();

        ran(new RunTrace(List.of(), 0, CHANGES));
        Change.Rows rows = (Change.Rows) CHANGES.changes().getFirst();
        changes.list().look(changes.list().lines().get(2));
        assertThat(rows.rows().get(1)).isInstanceOf(Change.RowChange.Updated.class);
        assertThat(changes.list().detailProperty().get()).contains(" id = 2", "-name = 'a'", "+name = 'b'");
        changes.list().look(null);
        assertThat(changes.list().detailProperty().get()).isEmpty();
    }

    @Test
    void theFirstChangeToLookAtIsOneThatHasMoreToTellThanItsLine() {
        Change.File inside = new Change.File(
                "lake",
                "new/a.csv",
                Change.Kind.CREATED,
                OptionalLong.empty(),
                OptionalLong.of(4),
                "@@ -0,0 +1,2 @@\n+a\n+b");
        Change.File around =
                new Change.File("lake", "new/", Change.Kind.CREATED, OptionalLong.empty(), OptionalLong.empty(), null);
        ran(new RunTrace(List.of(), 0, new ChangeSet(List.of(around, inside))));
        assertThat(changes.list().first().map(ChangeLine::change)).contains(inside);
        ran(new RunTrace(List.of(), 0, new ChangeSet(List.of(around))));
        assertThat(changes.list().first().map(ChangeLine::change)).contains(around);
        ran(new RunTrace(List.of(), 0, CHANGES));
        assertThat(changes.list().first().map(ChangeLine::kind)).contains(ChangeLine.Kind.ADDED);
        ran(RunTrace.EMPTY);
        assertThat(changes.list().first()).isEmpty();
    }

    @Test
    void aFileThatWasNotThereIsShownAsItIs() {
        changes.list()
                .look(line(new Change.File(
                        "lake",
                        "a.csv",
                        Change.Kind.CREATED,
                        OptionalLong.empty(),
                        OptionalLong.of(8),
                        "@@ -0,0 +1,2 @@\n+a,b\n++1,2")));
        assertThat(changes.list().detailProperty().get()).isEqualTo("a,b\n+1,2");
    }

    @Test
    void anUndoThatFailedDoesNotOfferToUndoAnotherRun() {
        during = _ -> {
            ran(new RunTrace(List.of(), 0, ChangeSet.EMPTY));
            throw new IOException("the disk is full");
        };
        ran(new RunTrace(List.of(), 0, CHANGES));
        changes.undo();
        assertThat(model.notices().shown().getLast().text()).contains("the disk is full");
        assertThat(changes.canUndoProperty().get()).isFalse();
    }

    @Test
    void aRunThatIsLookedAtIsShownAndTakenBackUntilTheNextOneEnds() {
        ran(RunTrace.EMPTY);
        changes.look(new ChangedRun("id-1", "sell, yesterday", CHANGES, true));

        assertThat(changes.title().get()).isEqualTo("Changes (2)");
        assertThat(changes.subjectProperty().get()).isEqualTo("What sell, yesterday changed");
        changes.undo();
        assertThat(asked).containsExactly("sell, yesterday");
        assertThat(changes.stateProperty().get()).isEqualTo("2 changes were taken back.");
        // The list of runs tells it again, since the data have changed.
        changes.look(new ChangedRun("id-1", "sell, yesterday", CHANGES, false));
        assertThat(changes.canUndoProperty().get()).isFalse();
        assertThat(changes.stateProperty().get()).isEqualTo("2 changes were taken back.");

        changes.look(new ChangedRun("id-2", "sell, last year", CHANGES, false));
        assertThat(changes.canUndoProperty().get()).isFalse();
        assertThat(changes.stateProperty().get()).contains("can no longer be taken back");

        changes.look(null);
        assertThat(changes.list().lines()).isEmpty();
        assertThat(changes.title().get()).isEqualTo("Changes");
        assertThat(changes.subjectProperty().get()).isEmpty();
        ran(new RunTrace(List.of(), 0, CHANGES));
        assertThat(changes.canUndoProperty().get()).isTrue();
    }

    @Test
    void theNewestRunThatChangedSomethingIsTakenBackAndNamed() {
        ran(new RunTrace(List.of(), 0, CHANGES));
        changes.undoNewest();
        assertThat(asked).containsExactly("f");
        assertThat(told()).isEqualTo("f: 2 changes were taken back.");

        // A look at the data comes in between; what was taken back is not asked for again.
        ran(RunTrace.EMPTY);
        earlier.add(new ChangedRun("id-1", "sell, yesterday", CHANGES, true));
        changes.undoNewest();
        assertThat(asked).containsExactly("f", "sell, yesterday");
        assertThat(told()).isEqualTo("sell, yesterday: 2 changes were taken back.");

        earlier.clear();
        changes.undoNewest();
        assertThat(asked).hasSize(2);
        assertThat(told()).contains("no run of this window");
    }

    private String told() {
        return model.notices().shown().getFirst().text();
    }

    @Test
    void anUndoneRunLetsTheDataBeReadAgain() {
        ran(new RunTrace(List.of(), 0, CHANGES));
        long before = model.dataVersionProperty().get();
        changes.undo();
        assertThat(model.dataVersionProperty().get()).isGreaterThan(before);
    }

    private static ChangeLine line(Change change) {
        return ChangeLines.of(new ChangeSet(List.of(change)), Locale.ENGLISH).getLast();
    }
}
