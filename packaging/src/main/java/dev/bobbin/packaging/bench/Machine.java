package dev.bobbin.packaging.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The machine the figures come from.
 *
 * @param memoryMegabytes of the whole machine; 0 where it cannot be told
 * @param load processes waiting for a processor as the benchmark began, averaged over a minute; negative where it cannot be told
 */
record Machine(String system, String processor, int processors, long memoryMegabytes, double load, String java) {

    static Machine here() {
        var system = ManagementFactory.getOperatingSystemMXBean();
        long memory =
                system instanceof OperatingSystemMXBean extended ? extended.getTotalMemorySize() / (1024 * 1024) : 0;
        return new Machine(
                "%s %s %s".formatted(system.getName(), system.getVersion(), system.getArch()),
                modelOfProcessor(),
                system.getAvailableProcessors(),
                memory,
                system.getSystemLoadAverage(),
                "%s %s".formatted(System.getProperty("java.vendor"), System.getProperty("java.runtime.version")));
    }

    /** Two lines for people. */
    String description() {
        return String.format(
                Locale.ROOT,
                "%s, %d x %s, %d MB%n%s; load at the start %.2f",
                system,
                processors,
                processor,
                memoryMegabytes,
                java,
                load);
    }

    private static String modelOfProcessor() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/cpuinfo"), UTF_8)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse("unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
