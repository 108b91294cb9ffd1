package dev.bobbin.packaging.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.OptionalLong;

/** Memory a process occupies in the machine, as the system's {@code ps} tells. */
final class ResidentMemory {

    private ResidentMemory() {}

    /** Empty where there is no {@code ps} (Windows), or the process has ended. */
    static OptionalLong megabytes(ProcessHandle process) {
        try {
            Process ps = new ProcessBuilder("ps", "-o", "rss=", "-p", Long.toString(process.pid()))
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            String kilobytes = new String(ps.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
            return kilobytes.matches("\\d+") ? OptionalLong.of(Long.parseLong(kilobytes) / 1024) : OptionalLong.empty();
        } catch (IOException e) {
            return OptionalLong.empty();
        }
    }
}
