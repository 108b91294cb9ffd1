package dev.bobbin.emulator.python;

import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** An interpreter with the worker in it, for one version of one module. Messages are taken in order, on one thread. */
final class ModuleContext {

    private static final String BOOT = """
            import sys
            sys.path.insert(0, home)
            import fabric.functions
            from bobbin_worker import embedded
            worker = embedded.start(send)
            """;

    private final Context context;
    private final Value receive;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("messages").factory());

    /**
     * Starts the interpreter and loads worker and shim; takes a while.
     *
     * @param pythonHome folder of the worker
     * @param bytecode where compiled modules are kept, so that nothing is written beside the user's code
     * @param send takes the worker's messages, on any thread
     */
    ModuleContext(Engine engine, String pythonHome, String bytecode, Consumer<String> send) {
        context = Context.newBuilder("python")
                .engine(engine)
                .allowAllAccess(true)
                .option("python.PyCachePrefix", bytecode)
                // Off in an embedded interpreter unless asked for: it would compile the libraries anew at every start.
                .option("python.DontWriteBytecodeFlag", "false")
                // What reaches the real streams was written past the worker; it must not get into the protocol.
                .out(OutputStream.nullOutputStream())
                .err(System.err)
                .in(InputStream.nullInputStream())
                .build();
        Value names = context.getBindings("python");
        names.putMember("home", pythonHome);
        names.putMember("send", (ProxyExecutable) arguments -> {
            send.accept(arguments[0].asString());
            return true;
        });
        context.eval("python", BOOT);
        receive = names.getMember("worker").getMember("receive");
    }

    /** Hands a message to the worker; returns at once. */
    void receive(String message) {
        thread.execute(() -> receive.executeVoid(message));
    }

    /** Hands a message to the worker and carries on with something else when it has been dealt with. */
    void receive(String message, Runnable afterwards) {
        thread.execute(() -> {
            receive.executeVoid(message);
            afterwards.run();
        });
    }

    /** Ends the interpreter together with whatever still runs in it. */
    void close() {
        thread.shutdown();
        context.close(true);
    }
}
