package dev.bobbin.app.services;

import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;

/** Runs functions in another engine than the window's, beside it. */
public final class SideRunner implements FunctionRunner {

    private final SideEngine engines;
    private final EngineChoice choice;

    /** @param engines stay their owner's to close */
    public SideRunner(SideEngine engines, EngineChoice choice) {
        this.engines = engines;
        this.choice = choice;
    }

    @Override
    public void prepare(ItemCode code) {
        engines.invoker(choice).prepare(code);
    }

    @Override
    public Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener listener)
            throws IOException {
        return engines.invoker(choice).start(item, code, ItemWorkspace.of(item), request, listener);
    }

    @Override
    public void close() {
        // Its engines are others' as well.
    }
}
