package dev.bobbin.emulator.python;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.bobbin.emulator.invoke.EngineCall;
import dev.bobbin.emulator.invoke.EngineListener;
import dev.bobbin.emulator.invoke.EngineOutcome;
import dev.bobbin.emulator.invoke.EngineRequest;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.HostServices;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;

/** Calls to functions in a real engine. */
final class EngineRig {

    static final Duration LONG = Duration.ofMinutes(2);

    private static final String APP = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            """;

    private final FunctionEngine engine;
    private final Path folder;

    EngineRig(FunctionEngine engine, Path folder) {
        this.engine = engine;
        this.folder = folder;
    }

    /** Code whose functions are decorated wherever a line says {@code @udf.function()}. */
    ItemCode code(String source) {
        return new ItemCode(folder.resolve("function_app.py"), APP + source, List.of());
    }

    /** Makes a call and waits for its end. */
    EngineOutcome call(ItemCode code, String function, String body) {
        return begin(code, function, body, LONG).outcome();
    }

    /** Starts a call. */
    Call begin(ItemCode code, String function, String body, Duration limit) {
        EngineRequest request = new EngineRequest(
                "3f0a1111-2222-4333-8444-555566667777",
                function,
                body,
                JsonNodeFactory.instance.arrayNode(),
                ExecutingUser.LOCAL,
                30L * 1024 * 1024,
                limit);
        Call call = new Call();
        call.call = engine.start(code, request, call);
        return call;
    }

    /** A call under way, with what it has said. */
    static final class Call implements EngineListener {

        final List<LogLine> logs = new CopyOnWriteArrayList<>();
        private final BlockingQueue<String> said = new LinkedBlockingQueue<>();
        private EngineCall call;

        @Override
        public void log(LogLine line) {
            said.add(line.message());
            logs.add(line);
        }

        @Override
        public void chunk(StreamChunk chunk) {
            said.add(chunk.text());
        }

        @Override
        public HostService host() {
            return new HostServices(Map.of());
        }

        /** Waits for the next line or chunk. */
        String next() {
            try {
                return said.take();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        void stop() {
            call.stop();
        }

        boolean hasEnded() {
            return call.outcome().isDone();
        }

        EngineOutcome outcome() {
            return call.outcome().join();
        }

        List<String> messages() {
            return logs.stream().map(LogLine::message).toList();
        }
    }
}
