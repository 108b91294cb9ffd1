package dev.bobbin.app.logs;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.LogBuffer;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.invoke.LogLine;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LogsViewModelTest {

    private final WorkspaceModel model = Models.empty();
    private final LogsViewModel logs = new LogsViewModel(model, new SameThreadTaskRunner());

    @Test
    void aTracebackInALogLineLeadsToTheLineItNamesLast() {
        List<Integer> revealed = new ArrayList<>();
        model.wishes().grant(Wish.Reveal.class, wish -> revealed.add(wish.line()));
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

    @Test
    void allLinesOfARunAreSavedWhateverIsShown(@TempDir Path folder) throws Exception {
        int count = LogBuffer.LIMIT + 5_000;
        for (int i = 1; i <= count; i++) {
            LogLine line = new LogLine(
                    Instant.EPOCH, i == 2 ? LogLine.Level.ERROR : LogLine.Level.INFO, "größe " + i + "\nmore");
            model.logs().whole().add(line);
            model.logs().append(List.of(line), 0);
        }
        logs.wordsProperty().set("größe 7");

        logs.save(folder.resolve("logs.txt"));

        List<String> saved = Files.readAllLines(folder.resolve("logs.txt"));
        assertThat(saved).hasSize(2 * count);
        String day = LocalDate.ofInstant(Instant.EPOCH, ZoneId.systemDefault()).toString();
        assertThat(saved.get(0)).startsWith(day).endsWith(".000 Information größe 1");
        assertThat(saved.get(2)).endsWith(" Error größe 2");
        assertThat(saved.getLast()).isEqualTo("more");
        assertThat(saved.get(2 * count - 2)).endsWith("größe " + count);

        model.logs().clear();
        logs.save(folder.resolve("none.txt"));
        assertThat(folder.resolve("none.txt")).isEmptyFile();
    }

    private static LogLine line(String message) {
        return new LogLine(Instant.EPOCH, LogLine.Level.INFO, message);
    }
}
