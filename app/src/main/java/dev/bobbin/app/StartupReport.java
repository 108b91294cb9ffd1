package dev.bobbin.app;

import java.io.IOException;
import java.lang.System.Logger.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Writes how long a start took, for the benchmark: one JSON line a step, such as
 * {@code {"step":"window-shown","ms":912,"cpuMs":1034}}, counted from the start of the process; {@code cpuMs} is the
 * processor time this process has used, which depends less on what else the machine does.
 *
 * <p>The system property {@code bobbin.startup.report} names the file; without it nothing is written. With
 * {@code bobbin.startup.exit=true} the program ends once all steps are reported. {@code bobbin.startup.began} says when
 * the start began, in milliseconds since 1970; without it the system is asked, which on Linux knows to a second only.
 */
final class StartupReport {

    /** A step of the start. */
    enum Step {
        WINDOW_SHOWN,
        ENGINE_READY;

        String wireName() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }

    private final @Nullable Path file;
    private final boolean exit;
    private final Instant start;
    private final Set<Step> reported = EnumSet.noneOf(Step.class);

    StartupReport(@Nullable Path file, boolean exit, Instant start) {
        this.file = file;
        this.exit = exit;
        this.start = start;
    }

    /** A report that nobody reads: of windows opened later. */
    static StartupReport none() {
        return new StartupReport(null, false, Instant.now());
    }

    static StartupReport ofThisProcess() {
        String file = System.getProperty("bobbin.startup.report");
        @Nullable Long began = Long.getLong("bobbin.startup.began");
        return new StartupReport(
                file == null ? null : Path.of(file),
                Boolean.getBoolean("bobbin.startup.exit"),
                began == null
                        ? ProcessHandle.current().info().startInstant().orElseGet(Instant::now)
                        : Instant.ofEpochMilli(began));
    }

    /** Reports a step, once. @return whether the program shall end now */
    synchronized boolean reached(Step step) {
        if (!reported.add(step)) {
            return false;
        }
        if (file != null) {
            write(file, step, Duration.between(start, Instant.now()).toMillis());
        }
        return exit && reported.size() == Step.values().length;
    }

    private static void write(Path file, Step step, long millis) {
        long cpuMillis = ProcessHandle.current()
                .info()
                .totalCpuDuration()
                .orElse(Duration.ZERO)
                .toMillis();
        String line = "{\"step\":\"" + step.wireName() + "\",\"ms\":" + millis + ",\"cpuMs\":" + cpuMillis + "}\n";
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            System.getLogger(StartupReport.class.getName()).log(Level.WARNING, "startup report not written", e);
        }
    }
}
