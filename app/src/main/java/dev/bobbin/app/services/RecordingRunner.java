package dev.bobbin.app.services;

import dev.bobbin.app.workspace.FunctionRunner;
import dev.bobbin.emulator.invoke.Invocation;
import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.KeptLines;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import dev.bobbin.emulator.invoke.StreamHead;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import java.io.IOException;
import java.time.Instant;
import java.util.function.Function;
import java.util.function.Supplier;

/** Keeps every run of another runner in the history. */
public final class RecordingRunner implements FunctionRunner {

    private final FunctionRunner runner;
    private final Supplier<String> engine;
    private final Function<String, FunctionRunner> others;
    private final JournalService journals;

    /**
     * @param runner that runs the functions
     * @param engine name of the engine in use, which the history shows
     * @param others runs functions in another engine, by its name
     * @param journals where the runs go
     */
    public RecordingRunner(
            FunctionRunner runner,
            Supplier<String> engine,
            Function<String, FunctionRunner> others,
            JournalService journals) {
        this.runner = runner;
        this.engine = engine;
        this.others = others;
        this.journals = journals;
    }

    @Override
    public FunctionRunner in(String name) {
        return name.equals(engine.get()) ? this : new RecordingRunner(others.apply(name), () -> name, others, journals);
    }

    @Override
    public void prepare(ItemCode code) {
        runner.prepare(code);
    }

    @Override
    public Invocation start(ItemFolder item, ItemCode code, InvocationRequest request, InvocationListener listener)
            throws IOException {
        Instant time = Instant.now();
        String engineName = engine.get();
        KeptLines lines = new KeptLines();
        Invocation invocation = runner.start(item, code, request, new InvocationListener() {
            @Override
            public void log(LogLine line) {
                lines.add(line);
                listener.log(line);
            }

            @Override
            public void stream(StreamHead head) {
                listener.stream(head);
            }

            @Override
            public void chunk(StreamChunk chunk) {
                listener.chunk(chunk);
            }
        });
        invocation
                .result()
                .thenAccept(result -> journals.record(
                        item,
                        RunRecord.of(time, RunOrigin.WINDOW, request, engineName, code.text(), result, lines.kept())));
        return invocation;
    }

    @Override
    public void close() {
        runner.close();
    }
}
