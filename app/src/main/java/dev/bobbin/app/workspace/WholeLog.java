package dev.bobbin.app.workspace;

import dev.bobbin.emulator.invoke.LogLine;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/**
 * All lines of a run, also those that are too many to be shown, packed in memory: logs repeat themselves, so that 50 MB of
 * them take some 3. Lines that have no room any more are counted. May be used by any thread.
 */
public final class WholeLog {

    /** Most bytes kept, packed. */
    static final int MOST_BYTES = 32 * 1024 * 1024;

    private final int most;
    private final ByteArrayOutputStream packed = new ByteArrayOutputStream();
    private final DataOutputStream lines;
    private long kept;
    private long leftOut;

    /** Takes a line that is read. */
    @FunctionalInterface
    public interface Reader {
        void take(LogLine line) throws IOException;
    }

    public WholeLog() {
        this(MOST_BYTES);
    }

    WholeLog(int most) {
        this.most = most;
        // Quickly rather than tightly: a flood of lines must not wait for this.
        this.lines = new DataOutputStream(new DeflaterOutputStream(packed, new Deflater(Deflater.BEST_SPEED), true));
    }

    /** Adds a line. */
    public synchronized void add(LogLine line) {
        if (packed.size() > most) {
            leftOut++;
            return;
        }
        byte[] message = line.message().getBytes(StandardCharsets.UTF_8);
        try {
            lines.writeLong(line.time().toEpochMilli());
            lines.writeByte(line.level().ordinal());
            lines.writeInt(message.length);
            lines.write(message);
        } catch (IOException e) {
            throw new UncheckedIOException("Writing to memory failed.", e);
        }
        kept++;
    }

    /**
     * Reads all lines there are by now, oldest first.
     *
     * @return how many later ones were left out
     * @throws IOException what the reader throws
     */
    public long read(Reader reader) throws IOException {
        byte[] bytes;
        long count;
        long without;
        synchronized (this) {
            lines.flush();
            bytes = packed.toByteArray();
            count = kept;
            without = leftOut;
        }
        try (DataInputStream in = new DataInputStream(new InflaterInputStream(new ByteArrayInputStream(bytes)))) {
            for (long i = 0; i < count; i++) {
                Instant time = Instant.ofEpochMilli(in.readLong());
                LogLine.Level level = LogLine.Level.values()[in.readByte()];
                byte[] message = new byte[in.readInt()];
                in.readFully(message);
                reader.take(new LogLine(time, level, new String(message, StandardCharsets.UTF_8)));
            }
        }
        return without;
    }
}
