package dev.bobbin.emulator.python;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;

/** How much memory a process holds, by the word of the operating system's own program. */
final class ResidentMemory {

    private static final boolean WINDOWS =
            System.getProperty("os.name", "").toLowerCase(Locale.ROOT).startsWith("windows");

    private ResidentMemory() {}

    /** Megabytes held by a process; empty when that cannot be had, as when it has ended. */
    static OptionalLong megabytes(long pid) {
        List<String> command = WINDOWS
                ? List.of("tasklist", "/FI", "PID eq " + pid, "/FO", "CSV", "/NH")
                : List.of("ps", "-o", "rss=", "-p", String.valueOf(pid));
        try {
            Process process = new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String answer = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
            return kilobytesIn(answer);
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }

    /**
     * The last number of an answer: {@code 25340}, or {@code "python.exe","812","Console","1","25,340 K"}, whose digits
     * are grouped as the country has it.
     */
    private static OptionalLong kilobytesIn(String answer) {
        String last = answer.substring(answer.lastIndexOf(",\"") + 1).replaceAll("\\D", "");
        return last.isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(last) / 1024);
    }
}
