package dev.bobbin.app.history;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.IntNode;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Trust;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.example.Example;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.example.Expectation;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What outcomes of examples are worth, without a toolkit. */
class ExamplesViewModelTest {

    private static final String SCRIPT = "import fabric.functions as fn\n";

    @TempDir
    Path folder;

    private WorkspaceModel model;
    private ExamplesViewModel examples;

    @BeforeEach
    void runTwo() throws IOException {
        model = Models.open(folder, SCRIPT);
        examples = new ExamplesViewModel(model, new TwoExamples(), new EveryFolder(), new SameThreadTaskRunner());
        examples.runAll();
    }

    @Test
    void anOutcomeIsStaleAsLongAsTheCodeIsAnother() {
        assertThat(statuses()).containsExactly("as approved", "no answer");
        assertThat(examples.title().get()).isEqualTo("Examples (1 red)");

        model.sourceProperty().set(SCRIPT + "# changed\n");
        assertThat(statuses()).containsExactly("code changed", "code changed");
        assertThat(examples.summary().get()).isEqualTo("0 of 2 as approved, 2 on earlier code");
        assertThat(examples.title().get()).isEqualTo("Examples");
        examples.refresh();
        assertThat(statuses()).as("read anew").containsExactly("code changed", "code changed");

        model.sourceProperty().set(SCRIPT);
        assertThat(statuses()).as("taken back").containsExactly("as approved", "no answer");

        model.sourceProperty().set(SCRIPT + "# changed\n");
        examples.runAll();
        assertThat(statuses()).as("run again").containsExactly("as approved", "no answer");
    }

    @Test
    void whatWasToldOfAnEarlierRunGoesWithTheNext() {
        model.notices().show(new Notice("history", Notice.Kind.INFO, "One is an example now.", List.of()));
        examples.runAll();
        assertThat(model.notices().shown()).isEmpty();
    }

    private List<String> statuses() {
        return examples.rows().stream().map(ExampleRow::status).toList();
    }

    private static ExampleStore.Kept kept(String name) {
        Expectation expected = new Expectation("Succeeded", 200, IntNode.valueOf(1), List.of(), Set.of());
        return new ExampleStore.Kept(
                Path.of(name + ".json"),
                new Example(name, name, "{}", ExecutingUser.LOCAL, "documented-2025", expected));
    }

    /** The first comes out as approved, the second has no answer. */
    private static final class TwoExamples implements ExampleBook {

        private final List<ExampleStore.Kept> kept = List.of(kept("one"), kept("two"));

        @Override
        public ExampleStore.Content read(ItemFolder item) {
            return new ExampleStore.Content(kept, List.of());
        }

        @Override
        public Approval approve(ItemFolder item, RunRecord run, String name) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void run(
                ItemFolder item,
                ItemCode code,
                List<ExampleStore.Kept> examples,
                Consumer<ExampleOutcome> progress,
                StopSign stop) {
            progress.accept(new ExampleOutcome.Passed(examples.getFirst(), Duration.ZERO));
            progress.accept(
                    new ExampleOutcome.Broken(examples.getLast(), Duration.ZERO, Message.of("example.stopped-run")));
        }

        @Override
        public void update(ItemFolder item, ExampleOutcome.Differs outcome) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void delete(ItemFolder item, ExampleStore.Kept example) {
            throw new UnsupportedOperationException();
        }
    }

    private static final class EveryFolder implements Trust {

        @Override
        public boolean trusts(Path folder) {
            return true;
        }

        @Override
        public void trust(Path folder) {
            throw new UnsupportedOperationException();
        }
    }
}
