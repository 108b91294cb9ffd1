package dev.bobbin.app.data.sql;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.StandIn.SqlKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Queries and their results. */
class QueriesTest extends OnOrders {

    @Test
    void everyResultOfABatchIsShownAndAFailureNamesItsLine() {
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "SELECT 1 AS one");
        query.run("");
        assertThat(rows(query).rowsProperty().get().getFirst().cells()).containsExactly("1");
        query.run("SELECT TOP 2 Id FROM dbo.Orders;\nUPDATE dbo.Orders SET Amount = NULL WHERE Id < 5;\nPRINT 'hello'");
        assertThat(query.resultsProperty().get())
                .extracting(QueryViewModel.Shown::title)
                .containsExactly("2 rows", "5 rows were changed.", "hello");
        query.run("SELECT 1;\nSELECT nonsense FROM dbo.Orders");
        query.run("DELETE FROM dbo.Orders WHERE Id < 100");
        page.refresh();
        assertThat(page.summaryProperty().get()).isEqualTo("350 rows");
        undo();
        assertThat(page.summaryProperty().get())
                .as("what T-SQL changed is taken back")
                .isEqualTo("450 rows");
        query.run("SELECT 1;\nSELECT nonsense FROM dbo.Orders");
        QueryViewModel.Shown last = query.resultsProperty().get().getLast();
        assertThat(last.failed()).isTrue();
        assertThat(last.title()).contains("nonsense").startsWith("Line 2");
    }

    @Test
    void whatAStoppedQueryHadAlreadyChangedIsShownAndCanBeTakenBack() {
        List<QueryViewModel> stopping = new ArrayList<>();
        TaskRunner stoppedAtTheEnd = new SameThreadTaskRunner() {
            @Override
            public <T> void run(Callable<T> work, Consumer<? super T> then, Consumer<? super Exception> failed) {
                Consumer<T> late = result -> {
                    stopping.forEach(QueryViewModel::stop);
                    then.accept(result);
                };
                super.run(work, late, failed);
            }
        };
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), stoppedAtTheEnd);
        query.show(database, "");
        stopping.add(query);
        long before = model.dataVersionProperty().get();
        query.run("DELETE FROM dbo.Orders WHERE Id < 100");
        assertThat(query.resultsProperty().get())
                .extracting(QueryViewModel.Shown::title)
                .containsExactly("Stopped.");
        assertThat(model.dataVersionProperty().get()).isGreaterThan(before);
        page.refresh();
        assertThat(page.summaryProperty().get()).isEqualTo("350 rows");
        undo();
        assertThat(page.summaryProperty().get()).isEqualTo("450 rows");
    }

    private static QueryRows rows(QueryViewModel query) {
        return Objects.requireNonNull(query.resultsProperty().get().getFirst().rows());
    }

    private static List<@Nullable String> first(QueryRows rows) {
        return rows.rowsProperty().get().stream().map(row -> row.cell(0)).toList();
    }

    @Test
    void theRowsOfAQueryAreSortedByTheirValuesFilteredAndExportedAsTheyAreShown() throws IOException {
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "");
        query.run(
                "SELECT Name, Amount FROM (VALUES ('b', 9.5), ('A', 10.5), (NULL, 100.25), ('c;\"d', NULL)) AS t (Name, Amount)");
        QueryRows rows = rows(query);
        rows.sort(1, false);
        assertThat(first(rows)).as("NULL first, 9.5 before 10.5").containsExactly("c;\"d", "b", "A", null);
        rows.sort(0, true);
        assertThat(first(rows)).as("whatever the case").containsExactly("c;\"d", "b", "A", null);
        rows.filterProperty().set("a");
        assertThat(first(rows)).containsExactly("A");
        assertThat(rows.summaryProperty().get()).isEqualTo("1 of 4 rows");
        rows.filterProperty().set("0.25");
        assertThat(rows.rowsProperty().get())
                .singleElement()
                .satisfies(row -> assertThat(row.cell(1)).isEqualTo("100.25"));
        rows.filterProperty().set("");
        rows.sort(-1, false);
        assertThat(first(rows)).containsExactly("b", "A", null, "c;\"d");
        rows.sort(1, true);
        Path file = folder.resolve("rows.csv");
        rows.export(file);
        assertThat(Files.readString(file))
                .isEqualTo("\uFEFFName,Amount\r\n,100.25\r\nA,10.50\r\nb,9.50\r\n\"c;\"\"d\",\r\n");
    }

    @Test
    void eachStandInKeepsTheTextThatWasWrittenForIt() {
        StandIn.Sql other = new StandIn.Sql("Other", SqlKind.WAREHOUSE, folder.resolve("Other.warehouse"));
        QueryViewModel query =
                new QueryViewModel(model, tables, new HandEdits(model, new LifecycleKeeping(), tasks), tasks);
        query.show(database, "first");
        query.sqlProperty().set("mine");
        query.show(other, "second");
        assertThat(query.sqlProperty().get()).isEqualTo("second");
        query.show(database, "first");
        assertThat(query.sqlProperty().get()).isEqualTo("mine");
    }
}
