package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.InvocationListener;
import dev.bobbin.emulator.invoke.KeptLines;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.invoke.StreamChunk;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Keeps the first and the last of a run's log lines, and shows them live when asked to. */
final class LogCollector implements InvocationListener {

    private final KeptLines lines = new KeptLines();
    private final @Nullable InvocationListener live;

    LogCollector(@Nullable InvocationListener live) {
        this.live = live;
    }

    @Override
    public synchronized void log(LogLine line) {
        lines.add(line);
        if (live != null) {
            live.log(line);
        }
    }

    @Override
    public synchronized void chunk(StreamChunk chunk) {
        if (live != null) {
            live.chunk(chunk);
        }
    }

    synchronized List<LogLine> lines() {
        return lines.kept();
    }
}
