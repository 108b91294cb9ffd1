package dev.bobbin.emulator.cli;

import dev.bobbin.emulator.example.Difference;
import dev.bobbin.emulator.example.ExampleOutcome;
import dev.bobbin.emulator.example.ExampleProgress;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.example.JUnitReport;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Tells how examples come out while they run, and writes the report. When the program is ended before its time, as build
 * servers do with a job that takes too long, it says which examples were under way, and the report has what is known.
 */
final class TestProgress implements ExampleProgress, AutoCloseable {

    private static final int MOST_SHOWN = 10;

    private final String suite;
    private final List<ExampleStore.Kept> examples;
    private final List<ExampleStore.Unreadable> unreadable;
    private final @Nullable Path junit;

    /** By their files, which are one of a kind; the time is that of {@link System#nanoTime}. */
    private final Map<Path, Long> begun = new HashMap<>();

    private final Map<Path, ExampleOutcome> ended = new HashMap<>();
    private final Thread atEnd = new Thread(this::cutShort);
    private final Object printing = new Object();
    private volatile @Nullable IOException unprinted;
    private boolean closed;

    /** @param junit the report to write; null for none */
    TestProgress(
            String suite,
            List<ExampleStore.Kept> examples,
            List<ExampleStore.Unreadable> unreadable,
            @Nullable Path junit) {
        this.suite = suite;
        this.examples = List.copyOf(examples);
        this.unreadable = List.copyOf(unreadable);
        this.junit = junit;
        Runtime.getRuntime().addShutdownHook(atEnd);
    }

    @Override
    public synchronized void begun(ExampleStore.Kept example) {
        begun.put(example.file(), System.nanoTime());
    }

    @Override
    public void ended(ExampleOutcome outcome) {
        synchronized (this) {
            if (closed) {
                return;
            }
            ended.put(outcome.kept().file(), outcome);
        }
        // Apart, since nobody may read it: the program can be ended all the same.
        synchronized (printing) {
            try {
                print(outcome);
            } catch (IOException e) {
                // The other examples run all the same, and the report is written.
                unprinted = unprinted == null ? e : unprinted;
            }
        }
    }

    /** An example that differed now expects what came. */
    synchronized void updated(ExampleOutcome.Differs differs) {
        ended.put(differs.kept().file(), new ExampleOutcome.Passed(differs.kept(), differs.duration()));
    }

    /**
     * Writes the report of examples that have all ended.
     *
     * @throws IOException when it cannot be written, or what was to be printed could not be
     */
    synchronized void finish() throws IOException {
        closed = true;
        report();
        if (unprinted != null) {
            throw unprinted;
        }
    }

    private void report() throws IOException {
        if (junit == null) {
            return;
        }
        List<ExampleOutcome> outcomes = new ArrayList<>();
        List<ExampleStore.Kept> skipped = new ArrayList<>();
        for (ExampleStore.Kept example : examples) {
            @Nullable ExampleOutcome outcome = ended.get(example.file());
            @Nullable Long since = begun.get(example.file());
            if (outcome != null) {
                outcomes.add(outcome);
            } else if (since != null) {
                outcomes.add(new ExampleOutcome.Broken(
                        example, Duration.ofNanos(System.nanoTime() - since), Message.of("example.cut-short")));
            } else {
                skipped.add(example);
            }
        }
        new JUnitReport(suite, outcomes, unreadable, skipped).write(junit);
    }

    /** The program is being ended. */
    private synchronized void cutShort() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            report();
        } catch (IOException e) {
            Output.error(CliFailure.messageOf(e));
        }
        Output.error("Bobbin was ended after %d of %d examples.".formatted(ended.size(), examples.size()));
        for (ExampleStore.Kept example : examples) {
            @Nullable Long since = begun.get(example.file());
            if (since != null && !ended.containsKey(example.file())) {
                Output.error("RUNNING  %s (for %d ms)"
                        .formatted(
                                name(example),
                                Duration.ofNanos(System.nanoTime() - since).toMillis()));
            }
        }
    }

    private static void print(ExampleOutcome outcome) throws IOException {
        String name = name(outcome.kept());
        switch (outcome) {
            case ExampleOutcome.Passed passed ->
                Output.line("ok       " + name + " (" + passed.duration().toMillis() + " ms)");
            case ExampleOutcome.Differs differs -> {
                Output.line("DIFFERS  " + name);
                for (Difference difference :
                        differs.differences().stream().limit(MOST_SHOWN).toList()) {
                    Output.line("           " + difference.text());
                }
                if (differs.differences().size() > MOST_SHOWN) {
                    Output.line("           and " + (differs.differences().size() - MOST_SHOWN) + " more places");
                }
            }
            case ExampleOutcome.Broken broken -> Output.line("ERROR    " + name + ": " + broken.reason());
        }
    }

    private static String name(ExampleStore.Kept kept) {
        return kept.example().function() + ": " + kept.example().name();
    }

    @Override
    public void close() {
        try {
            Runtime.getRuntime().removeShutdownHook(atEnd);
        } catch (IllegalStateException ending) {
            // The program ends, and says so.
        }
    }
}
