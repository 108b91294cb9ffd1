package dev.bobbin.app.find;

/**
 * A text that a regular expression reads, and that gives up after so many characters: an expression that goes back again
 * and again reads the same ones for ever. Counted are characters and not seconds, so that a busy machine gives up no sooner.
 */
final class WatchedText implements CharSequence {

    /** Thrown out of the matching. */
    static final class GivenUpException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        GivenUpException() {
            super(null, null, false, false);
        }
    }

    private final String text;
    private long left;
    private volatile boolean stopped;

    /** @param most number of characters it lets be read */
    WatchedText(String text, long most) {
        this.text = text;
        this.left = most;
    }

    /** Gives up at the next character, on any thread. */
    void stop() {
        stopped = true;
    }

    @Override
    public char charAt(int index) {
        if (stopped || --left < 0) {
            throw new GivenUpException();
        }
        return text.charAt(index);
    }

    @Override
    public int length() {
        return text.length();
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return text.substring(start, end);
    }

    @Override
    public String toString() {
        return text;
    }
}
