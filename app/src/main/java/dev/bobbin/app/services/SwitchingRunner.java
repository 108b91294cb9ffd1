package dev.bobbin.app.services;

import dev.bobbin.app.workspace.EngineChoice;
import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;
import java.util.function.BiFunction;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Runs functions in the engine that is chosen now; the one before ends with what runs in it. */
public final class SwitchingRunner implements FunctionRunner {

    private final BiFunction<EngineChoice, Consumer<EngineState>, FunctionRunner> maker;
    private final Consumer<EngineState> states;
    private FunctionRunner present;
    private @Nullable ItemCode prepared;
    private int switches;

    /**
     * @param maker starts an engine, which tells its states
     * @param states hears of the states of the present engine, on any thread
     */
    public SwitchingRunner(
            BiFunction<EngineChoice, Consumer<EngineState>, FunctionRunner> maker,
            EngineChoice first,
            Consumer<EngineState> states) {
        this.maker = maker;
        this.states = states;
        this.present = started(first, 0);
    }

    private FunctionRunner started(EngineChoice choice, int number) {
        return maker.apply(choice, state -> {
            if (isPresent(number)) {
                states.accept(state);
            }
        });
    }

    private synchronized boolean isPresent(int number) {
        return number == switches;
    }

    private synchronized FunctionRunner present() {
        return present;
    }

    /** Takes another engine, which starts at once. May take long: call it in the background. */
    public void use(EngineChoice choice) {
        FunctionRunner before;
        FunctionRunner now;
        @Nullable ItemCode code;
        synchronized (this) {
            before = present;
            now = started(choice, ++switches);
            present = now;
            code = prepared;
        }
        before.close();
        if (code != null) {
            now.prepare(code);
        }
    }

    @Override
    public void prepare(ItemCode code) {
        synchronized (this) {
            prepared = code;
        }
        present().prepare(code);
    }

    @Override
    public Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener listener)
            throws IOException {
        return present().start(item, code, request, listener);
    }

    @Override
    public void close() {
        present().close();
    }
}
