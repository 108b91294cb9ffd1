package dev.bobbin.app.services;

import dev.bobbin.app.history.ExampleBook;
import dev.bobbin.emulator.example.Example;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleRunner;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.StopSign;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.share.SecretMask;
import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/** Examples in the workspace, run beside the window. */
public final class ExampleFiles implements ExampleBook {

    private final SideEngine engine;

    public ExampleFiles(SideEngine engine) {
        this.engine = engine;
    }

    @Override
    public ExampleStore.Content read(ItemFolder item) throws IOException {
        return store(item).read();
    }

    @Override
    public Approval approve(ItemFolder item, RunRecord run, String name) throws IOException {
        Example approved = Example.approve(run, name, SecretMask.of(ItemWorkspace.of(item)));
        ExampleStore.Approval kept = store(item).approve(approved);
        return new Approval(kept.name(), kept.isNew(), approved.expectation().masked());
    }

    @Override
    public void run(
            ItemFolder item,
            ItemCode code,
            List<ExampleStore.Kept> examples,
            Consumer<ExampleOutcome> progress,
            StopSign stop)
            throws IOException {
        new ExampleRunner(
                        item,
                        code,
                        ItemWorkspace.of(item),
                        engine.invoker(),
                        UnaryOperator.identity(),
                        Circumstances.USUAL)
                .run(examples, 1, progress::accept, stop);
    }

    @Override
    public void update(ItemFolder item, ExampleOutcome.Differs outcome) throws IOException {
        ExampleStore.Kept kept = outcome.kept();
        store(item).write(kept.file(), kept.example().expecting(outcome.actual()));
    }

    @Override
    public void delete(ItemFolder item, ExampleStore.Kept example) throws IOException {
        store(item).delete(example.file());
    }

    private static ExampleStore store(ItemFolder item) throws IOException {
        return ExampleStore.of(ItemWorkspace.of(item), item);
    }
}
