package dev.bobbin.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.LogLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;

class LogsViewModelTest {

    private final WorkspaceModel model = Models.empty();
    private final LogsViewModel logs = new LogsViewModel(model);

    @Test
    void aTracebackInALogLineLeadsToTheLineItNamesLast() {
        List<Integer> revealed = new ArrayList<>();
        model.onReveal(revealed::add);
        LogLine line = line(
                "Traceback:\n  File \"/a/function_app.py\", line 3, in f\n  File \"/a/function_app.py\", line 12, in g");
        logs.reveal(line);
        logs.reveal(line("nothing but text, line 4"));
        logs.reveal(line("function_app.py:7: DeprecationWarning"));
        assertThat(revealed).containsExactly(12, 7);
    }

    @Test
    void levelsAndWordsNarrowWhatIsShown() {
        model.logs().append(List.of(line("one"), new LogLine(Instant.EPOCH, LogLine.Level.ERROR, "two")), 0);
        logs.leastProperty().set(LogsViewModel.Least.ERROR);
        assertThat(logs.lines()).extracting(LogLine::message).containsExactly("two");
        logs.wordsProperty().set("ONE");
        assertThat(logs.lines()).isEmpty();
        logs.leastProperty().set(LogsViewModel.Least.ALL);
        assertThat(logs.lines()).extracting(LogLine::message).containsExactly("one");
    }

    @Test
    void aLabelThatShowsTheCountFollowsTheFilter() {
        StringProperty label = new SimpleStringProperty();
        label.bind(logs.summary());
        model.logs().append(List.of(line("one"), new LogLine(Instant.EPOCH, LogLine.Level.ERROR, "two")), 0);
        assertThat(label.get()).isEqualTo("2 lines");
        logs.leastProperty().set(LogsViewModel.Least.ERROR);
        assertThat(label.get()).startsWith("1 of 2");
        logs.leastProperty().set(LogsViewModel.Least.ALL);
        assertThat(label.get()).isEqualTo("2 lines");
    }

    private static LogLine line(String message) {
        return new LogLine(Instant.EPOCH, LogLine.Level.INFO, message);
    }
}
