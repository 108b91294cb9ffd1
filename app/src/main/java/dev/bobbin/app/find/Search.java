package dev.bobbin.app.find;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;

/** Looks for something in a text, in the background. Can be stopped, and gives up by itself before it takes for ever. */
final class Search {

    /** Most characters looked at: a second or two, thousands of times what any sensible expression needs. */
    private static final long MOST_READ = 150_000_000;

    /** The expression takes too long, or more memory than there is; also when the search was stopped. */
    static final class TooHardException extends Exception {

        private static final long serialVersionUID = 1L;

        TooHardException(Throwable cause) {
            super(cause);
        }
    }

    /** What is done with the matches, one after the other. */
    private interface Use {

        /** @return whether to go on */
        boolean take(Matcher matcher);
    }

    private final WatchedText text;
    private final Query query;

    Search(String text, Query query) {
        this.text = new WatchedText(text, MOST_READ);
        this.query = query;
    }

    /** Has it give up, on any thread. */
    void stop() {
        text.stop();
    }

    /** The first matches. */
    List<Match> matches(int most) throws TooHardException {
        List<Match> found = new ArrayList<>();
        from(0, matcher -> {
            found.add(new Match(matcher.start(), matcher.end()));
            return found.size() < most;
        });
        return List.copyOf(found);
    }

    /**
     * What takes the place of the match that begins at an offset; nothing when none does.
     *
     * @throws IndexOutOfBoundsException when the replacement names a group by a number that is too high
     * @throws IllegalArgumentException when the replacement cannot be read, or names a group that there is not
     */
    Edits replacementAt(int start, String with) throws TooHardException {
        List<Edit> edits = new ArrayList<>();
        from(start, matcher -> {
            if (matcher.start() == start) {
                edits.add(edit(matcher, 0, with));
            }
            return false;
        });
        return new Edits(edits);
    }

    /** What takes the places of all matches; throws what {@link #replacementAt} does. */
    Edits replacements(String with) throws TooHardException {
        List<Edit> edits = new ArrayList<>();
        from(0, matcher -> {
            int before = edits.isEmpty() ? 0 : edits.getLast().match().end();
            return edits.add(edit(matcher, before, with));
        });
        return new Edits(edits);
    }

    /** @param before where the match before ends, for which the matcher has written the text up to there */
    private Edit edit(Matcher matcher, int before, String with) {
        StringBuilder written = new StringBuilder();
        matcher.appendReplacement(written, query.replacement(with));
        return new Edit(new Match(matcher.start(), matcher.end()), written.substring(matcher.start() - before));
    }

    private void from(int start, Use use) throws TooHardException {
        try {
            Matcher matcher = query.pattern().matcher(text);
            for (boolean found = matcher.find(start); found && use.take(matcher); ) {
                found = matcher.find();
            }
        } catch (WatchedText.GivenUpException | StackOverflowError e) {
            throw new TooHardException(e);
        }
    }
}
