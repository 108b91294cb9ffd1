package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import java.io.IOException;

/** Runs functions of an item. Every method may take long: call it in the background. */
public interface FunctionRunner extends AutoCloseable {

    /** Id of the notice that a run could not be started. */
    String NOT_STARTED = "run-failed";

    /** Loads the code, so that the next run starts at once. Runs the module's own statements: only in trusted folders. */
    void prepare(ItemCode code);

    /**
     * Starts a run.
     *
     * @param listener receives what it logs and streams, on any thread
     * @throws IOException when the item's folder is not there: its data would not be there, either
     */
    Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener listener)
            throws IOException;

    /** What runs functions in an engine: this one when it is the one it runs them in. @param engine its name */
    default FunctionRunner in(String engine) {
        return this;
    }

    /** Ends the engine. */
    @Override
    void close();
}
