package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.invoke.LogLine;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps a run's log lines, and shows them live when asked to. */
final class LogCollector implements Consumer<LogLine> {

    private final List<LogLine> lines = new ArrayList<>();
    private final @Nullable Consumer<LogLine> live;

    LogCollector(@Nullable Consumer<LogLine> live) {
        this.live = live;
    }

    @Override
    public synchronized void accept(LogLine line) {
        lines.add(line);
        if (live != null) {
            live.accept(line);
        }
    }

    synchronized List<LogLine> lines() {
        return List.copyOf(lines);
    }
}
