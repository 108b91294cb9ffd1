package dev.bobbin.emulator.python;

import java.io.BufferedOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Phaser;
import java.util.zip.CRC32;
import org.graalvm.polyglot.Engine;
import org.jspecify.annotations.Nullable;

/**
 * Main class of the embedded engine's process: gives every version of a module an interpreter of its own and passes
 * messages between the parent and the workers in them. See {@code docs/protocol.md} and {@code docs/engine.md}.
 *
 * <p>A spare interpreter is kept ready, so that changed code runs half a second after it was changed.
 */
final class EmbeddedMain {

    /** A request of 4 MB, or an answer to a host call, may grow six times in JSON escapes. */
    private static final int LONGEST_LINE = 256 * 1024 * 1024;

    private final OutputStream out;
    private final ByteCode byteCode;
    private final String pythonHome;
    private final Engine engine = Engine.create("python");
    private final Map<Integer, ModuleContext> modules = new ConcurrentHashMap<>();
    private final Map<Integer, Integer> moduleOfRun = new ConcurrentHashMap<>();

    /** Counts the calls under way, and one party for this program. */
    private final Phaser calls = new Phaser(1);

    private @Nullable CompletableFuture<ModuleContext> spare;

    private EmbeddedMain(OutputStream out, String pythonHome, ByteCode byteCode) {
        this.out = out;
        this.pythonHome = pythonHome;
        this.byteCode = byteCode;
    }

    /**
     * Runs until standard input ends or the parent says {@code shutdown}.
     *
     * @param arguments folder of the Python files, folder for compiled modules, and the folder of a program that was handed
     *     out with compiled modules, or an empty text
     * @throws IOException when standard input cannot be read
     */
    public static void main(String[] arguments) throws IOException {
        OutputStream protocol = new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64 * 1024);
        System.setOut(System.err);
        new EmbeddedMain(protocol, arguments[0], new ByteCode(arguments[1], arguments[2])).run();
    }

    private void run() throws IOException {
        keepSpare();
        prepareForTheEndOfTheStack();
        // After the spare, which it would hold up.
        MemoryGuard.start();
        LineReader in = new LineReader(System.in, LONGEST_LINE);
        for (String line = in.next(); line != null; line = in.next()) {
            MessageHead head = MessageHead.of(line);
            switch (head.type()) {
                case "load" -> load(head.module(), line);
                case "unload" -> unload(head.module());
                case "invoke" -> invoke(head, line);
                case "hostResult", "hostError" -> toModule(moduleOfRun.getOrDefault(head.run(), 0), line);
                case "shutdown" -> {
                    calls.arriveAndAwaitAdvance();
                    System.exit(0);
                }
                default -> System.err.println("Dropped a message of unknown type '" + head.type() + "'.");
            }
        }
        // The parent has gone: whatever still runs here must not keep this process alive.
        Runtime.getRuntime().halt(0);
    }

    /**
     * Initialises what may be needed for the first time where a recursion without end has used up the stack: a class whose
     * initialisation fails there is lost for good. Reading a class from a jar is among it, since a program that takes its
     * classes from a cache may not have read one before; and a log line, which tells of the recursion.
     */
    private static void prepareForTheEndOfTheStack() {
        new CRC32().update(0);
        LogMessage.of(0, "", "");
    }

    private void load(int module, String line) {
        ModuleContext context = takeSpare();
        modules.put(module, context);
        context.receive(line, this::keepSpare);
    }

    private void unload(int module) {
        ModuleContext context = modules.remove(module);
        moduleOfRun.values().removeIf(owner -> owner == module);
        if (context != null) {
            Thread.ofPlatform().daemon().start(context::close);
        }
    }

    private void invoke(MessageHead head, String line) {
        calls.register();
        moduleOfRun.put(head.run(), head.module());
        toModule(head.module(), line);
    }

    private void toModule(int module, String line) {
        ModuleContext context = modules.get(module);
        if (context == null) {
            System.err.println("Dropped a message for module " + module + ", which is not loaded.");
        } else {
            context.receive(line);
        }
    }

    private synchronized void keepSpare() {
        if (spare == null) {
            spare = newContext();
        }
    }

    private CompletableFuture<ModuleContext> newContext() {
        return CompletableFuture.supplyAsync(
                () -> new ModuleContext(engine, pythonHome, byteCode, this::send),
                task -> Thread.ofPlatform().daemon().name("spare").start(task));
    }

    /** Waits for the spare interpreter, or for a new one when a module that is still loading has taken it. */
    private ModuleContext takeSpare() {
        CompletableFuture<ModuleContext> taken;
        synchronized (this) {
            taken = spare == null ? newContext() : spare;
            spare = null;
        }
        return taken.join();
    }

    private void send(String message) {
        byte[] bytes = message.getBytes(StandardCharsets.UTF_8);
        synchronized (out) {
            try {
                out.write(bytes);
                out.write('\n');
                out.flush();
            } catch (IOException e) {
                // Nobody listens any more.
                Runtime.getRuntime().halt(0);
            }
        }
        if (MessageHead.isResult(message)) {
            calls.arriveAndDeregister();
        }
    }
}
