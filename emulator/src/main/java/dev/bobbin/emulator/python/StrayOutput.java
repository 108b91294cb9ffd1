package dev.bobbin.emulator.python;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;

/** What Python code writes past {@code sys.stdout}, such as with {@code os.write(1, …)}, as lines of text. */
final class StrayOutput extends OutputStream {

    /** A line that never ends is told in pieces of this size. */
    private static final int LONGEST_LINE = 64 * 1024;

    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private final Consumer<String> lines;

    /** @param lines takes every line, without its line feed */
    StrayOutput(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public synchronized void write(int octet) {
        if (octet != '\n') {
            line.write(octet);
        }
        if (octet == '\n' || line.size() >= LONGEST_LINE) {
            tell();
        }
    }

    /** Tells an unfinished line, too. */
    synchronized void settle() {
        if (line.size() > 0) {
            tell();
        }
    }

    private void tell() {
        lines.accept(line.toString(StandardCharsets.UTF_8));
        line.reset();
    }
}
