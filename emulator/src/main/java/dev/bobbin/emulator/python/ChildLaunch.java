package dev.bobbin.emulator.python;

import java.io.IOException;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** What sets one engine apart from another: how its child processes are started, and what one of them can hold. */
interface ChildLaunch {

    /** Name of the engine on the command line. */
    String engineName();

    /**
     * The command that starts a child.
     *
     * @param itemFolder folder of the item whose code the child will run; null when that is not known yet
     * @throws IOException when there is no interpreter, in plain words with what to do
     */
    ChildCommand command(@Nullable Path itemFolder) throws IOException;

    /**
     * Whether a child gives every version of a module an interpreter of its own, and keeps a spare one by itself. A
     * child of an engine without that loads code once and ends with it; the engine then keeps a spare child.
     */
    boolean holdsManyVersions();

    /**
     * The command that installs what brings a module; empty where nothing can be installed.
     *
     * @param command of the present child; null when there is none
     */
    String installCommand(String module, @Nullable ChildCommand command);

    /** How long to wait for what, and the memory limit. */
    EngineLimits limits();
}
