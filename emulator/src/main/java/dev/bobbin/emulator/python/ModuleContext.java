package dev.bobbin.emulator.python;

import java.io.InputStream;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadFactory;
import java.util.function.Consumer;
import org.graalvm.polyglot.Context;
import org.graalvm.polyglot.Engine;
import org.graalvm.polyglot.PolyglotException;
import org.graalvm.polyglot.Value;
import org.graalvm.polyglot.proxy.ProxyExecutable;

/** An interpreter with the worker in it, for one version of one module. Messages are taken in order, on one thread. */
final class ModuleContext {

    /**
     * Holds Python's recursion limit of 1,000 calls even when each takes 10 KB: an interpreter recurses on the native
     * stack. Not more, for an endless recursion ends only where the stack does.
     */
    private static final long STACK_BYTES = 16L * 1024 * 1024;

    private static final String BOOT = """
            import sys
            sys.path.insert(0, home)
            from bobbin_worker import bytecode
            bytecode.keep(kept, shipped)
            import fabric.functions
            from bobbin_worker import embedded
            worker = embedded.start(send, end_process, carry_out, log, settle)
            """;

    private final Context context;
    private final Value receive;
    private final ExecutorService messages = Executors.newSingleThreadExecutor(inside("messages", 0));
    private final ExecutorService carriers = Executors.newCachedThreadPool(inside("call", STACK_BYTES));
    private volatile boolean closing;

    /**
     * Starts the interpreter and loads worker and shim; takes a while.
     *
     * @param pythonHome folder of the worker
     * @param byteCode where compiled modules are, so that nothing is written beside the user's code
     * @param send takes the worker's messages, on any thread
     */
    ModuleContext(Engine engine, String pythonHome, ByteCode byteCode, Consumer<String> send) {
        StrayOutput stray = new StrayOutput(line -> send.accept(LogMessage.of(0, "PRINT", line)));
        context = Context.newBuilder("python")
                .engine(engine)
                .allowAllAccess(true)
                .options(byteCode.options())
                .out(stray)
                .err(System.err)
                .in(InputStream.nullInputStream())
                .build();
        Value names = context.getBindings("python");
        names.putMember("home", pythonHome);
        names.putMember("kept", byteCode.kept());
        names.putMember("shipped", byteCode.shipped());
        names.putMember("send", function(arguments -> send.accept(arguments[0].asString())));
        names.putMember("end_process", function(arguments -> endProcess(arguments[0])));
        names.putMember("log", function(arguments -> send.accept(log(arguments))));
        names.putMember("settle", function(_ -> stray.settle()));
        names.putMember("carry_out", function(this::carryOut));
        context.eval("python", BOOT);
        receive = names.getMember("worker").getMember("receive");
    }

    /** Hands a message to the worker; returns at once. */
    void receive(String message) {
        receive(message, () -> {});
    }

    /** Hands a message to the worker and carries on with something else when it has been dealt with. */
    void receive(String message, Runnable afterwards) {
        messages.execute(() -> carryOut(() -> {
            receive.executeVoid(message);
            afterwards.run();
        }));
    }

    /** Ends the interpreter together with whatever still runs in it. */
    void close() {
        closing = true;
        messages.shutdown();
        carriers.shutdown();
        context.close(true);
    }

    private void carryOut(Value[] jobAndArguments) {
        Value job = jobAndArguments[0];
        Object[] arguments = new Object[jobAndArguments.length - 1];
        System.arraycopy(jobAndArguments, 1, arguments, 0, arguments.length);
        carriers.execute(() -> carryOut(() -> job.executeVoid(arguments)));
    }

    /** Ends the process when the interpreter itself fails, which Python code cannot catch: the parent would wait on. */
    private void carryOut(Runnable job) {
        try {
            job.run();
        } catch (PolyglotException | Error e) {
            if (!closing) {
                System.err.println("The interpreter failed: " + e);
                Runtime.getRuntime().halt(EndReason.INTERPRETER_FAILED);
            }
        }
    }

    private static String log(Value[] arguments) {
        int run = arguments[0].isNull() ? 0 : arguments[0].asInt();
        return LogMessage.of(run, arguments[1].asString(), arguments[2].asString());
    }

    private static void endProcess(Value status) {
        Runtime.getRuntime().halt(status.fitsInInt() ? status.asInt() : 1);
    }

    /** A function for Python code: it does nothing and answers false where the stack has no room left for it. */
    private static ProxyExecutable function(Consumer<Value[]> body) {
        return arguments -> {
            boolean room = StackRoom.isThere();
            if (room) {
                body.accept(arguments);
            }
            return room;
        };
    }

    /**
     * Threads that stay in the interpreter from their first to their last moment. GraalPy asks a thread that computes
     * to let others have a turn; left meanwhile, the interpreter takes the question for open ever after and never asks
     * that thread again, so that a function which computes without end would keep all others waiting.
     */
    private ThreadFactory inside(String name, long stackBytes) {
        Thread.Builder threads = Thread.ofPlatform().daemon().name(name).stackSize(stackBytes);
        return work -> threads.unstarted(() -> {
            context.enter();
            try {
                work.run();
            } finally {
                context.leave();
            }
        });
    }
}
