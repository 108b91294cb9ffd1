package dev.bobbin.app.history;

import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.example.Expectation;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;

/** The approved answers of items. Every method may take long: call it in the background. */
public interface ExampleBook {

    /** The examples of an item, and the files that are none. */
    ExampleStore.Content read(ItemFolder item) throws IOException;

    /**
     * What became of an approval.
     *
     * @param name of the example
     * @param isNew whether it was not there before
     * @param masked what is not compared, since it differs from run to run or is secret
     */
    record Approval(String name, boolean isNew, List<Expectation.Masked> masked) {

        public Approval {
            masked = List.copyOf(masked);
        }
    }

    /**
     * Approves the answer of a run. What is approved already is not kept twice.
     *
     * @param name in plain words; a number is put behind one that is taken
     */
    Approval approve(ItemFolder item, RunRecord run, String name) throws IOException;

    /** Runs examples on this code. @param progress hears of each as it ends, on any thread @param stop ends it early */
    void run(
            ItemFolder item,
            ItemCode code,
            List<ExampleStore.Kept> examples,
            Consumer<ExampleOutcome> progress,
            StopSign stop)
            throws IOException;

    /** Approves today's answer instead of the one before. */
    void update(ItemFolder item, ExampleOutcome.Differs outcome) throws IOException;

    /** Removes an example. */
    void delete(ItemFolder item, ExampleStore.Kept example) throws IOException;
}
