package dev.bobbin.app.text;

import java.io.IOException;
import java.io.Writer;

/** A text that grows up to a limit; writing more fails, with the text filled to the limit. */
public final class LimitedText extends Writer {

    private final int limit;
    private final StringBuilder text = new StringBuilder();
    private boolean full;

    /** @param limit most characters */
    public LimitedText(int limit) {
        this.limit = limit;
    }

    /** What was written. */
    public String text() {
        return text.toString();
    }

    /** Whether more was to be written than there is room for. */
    public boolean isFull() {
        return full;
    }

    @Override
    public void write(char[] characters, int from, int count) throws IOException {
        int room = limit - text.length();
        text.append(characters, from, Math.min(room, count));
        if (count > room) {
            full = true;
            throw new IOException("The text has reached its limit.");
        }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
}
