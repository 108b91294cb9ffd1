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
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

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
        ExampleStore store = store(item);
        Example approved = Example.approve(run, name, SecretMask.of(ItemWorkspace.of(item)));
        List<Example> kept =
                store.read().examples().stream().map(ExampleStore.Kept::example).toList();
        for (Example one : kept) {
            if (one.sameAs(approved)) {
                return new Approval(one.name(), false);
            }
        }
        Set<String> taken = kept.stream().map(Example::name).collect(Collectors.toSet());
        String free = name;
        for (int i = 2; taken.contains(free); i++) {
            free = name + " " + i;
        }
        store.add(approved.named(free));
        return new Approval(free, true);
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
