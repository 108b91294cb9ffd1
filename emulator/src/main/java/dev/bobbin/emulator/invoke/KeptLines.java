package dev.bobbin.emulator.invoke;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;

/**
 * What is kept of the lines a run logs, which may be endless: the first and the last ones, 10,000 lines or 10,000,000
 * characters together (fewer in a small heap), with a line in between that says how many are left out. May be used by any
 * thread.
 */
public final class KeptLines {

    private static final Part FIRST = new Part(1_000, 1_000_000);
    private static final Part LAST =
            new Part(9_000, (int) Math.min(9_000_000, Runtime.getRuntime().maxMemory() / 128));

    /** At the beginning or the end. */
    private record Part(int lines, int characters) {}

    private final List<LogLine> first = new ArrayList<>();
    private final Deque<LogLine> last = new ArrayDeque<>();
    private int charactersOfFirst;
    private long charactersOfLast;
    private long leftOut;

    /** Keeps a line as long as it is among the first or the last ones. */
    public synchronized void add(LogLine line) {
        if (last.isEmpty()
                && leftOut == 0
                && first.size() < FIRST.lines
                && charactersOfFirst + line.message().length() <= FIRST.characters) {
            first.add(line);
            charactersOfFirst += line.message().length();
            return;
        }
        LogLine whole = shortened(line);
        last.addLast(whole);
        charactersOfLast += whole.message().length();
        while (last.size() > LAST.lines || charactersOfLast > LAST.characters) {
            charactersOfLast -= last.removeFirst().message().length();
            leftOut++;
        }
    }

    /** A line that has no room even alone. */
    private static LogLine shortened(LogLine line) {
        int most = LAST.characters / 2;
        int length = line.message().length();
        return length <= most
                ? line
                : new LogLine(
                        line.time(),
                        line.level(),
                        String.format(
                                Locale.ROOT,
                                "%s… (%,d more characters are left out)",
                                line.message().substring(0, most),
                                length - most));
    }

    /** The lines that are kept, in their order. */
    public synchronized List<LogLine> kept() {
        List<LogLine> lines = new ArrayList<>(first.size() + last.size() + 1);
        lines.addAll(first);
        if (leftOut > 0) {
            lines.add(new LogLine(
                    last.getFirst().time(),
                    LogLine.Level.INFO,
                    String.format(Locale.ROOT, "… %,d lines are left out here …", leftOut)));
        }
        lines.addAll(last);
        return List.copyOf(lines);
    }
}
