package dev.bobbin.app.code;

/** Where a caret belongs after another text has taken the place of the one it was in. */
final class CaretPlace {

    private final String old;
    private final String now;
    private final int caret;

    private CaretPlace(String old, String now, int caret) {
        this.old = old;
        this.now = now;
        this.caret = caret;
    }

    /**
     * The caret stays with what it stands behind. Where only blanks and line ends have changed, that is the same letter;
     * where what it stood in was replaced line by line, the same line and column.
     *
     * @param difference between the two texts
     */
    static int in(String old, String now, Difference difference, int caret) {
        if (caret <= difference.start() || caret > difference.end()) {
            return difference.moved(caret);
        }
        CaretPlace place = new CaretPlace(old, now, caret);
        String replaced = old.substring(difference.start(), difference.end());
        if (letters(replaced).equals(letters(difference.with()))) {
            return place.behindItsLetter(difference.start());
        }
        return lineEnds(replaced) == lineEnds(difference.with()) ? place.inItsLine() : difference.moved(caret);
    }

    private int inItsLine() {
        int line = lineEnds(old.substring(0, caret));
        int column = caret - lineStart(old, caret);
        int start = 0;
        for (int i = 0; i < line; i++) {
            start = now.indexOf('\n', start) + 1;
        }
        int end = now.indexOf('\n', start);
        return Math.min(start + column, end < 0 ? now.length() : end);
    }

    /** Also as many lines and blanks behind it as there are still. @param from where the texts begin to differ */
    private int behindItsLetter(int from) {
        int letter = caret;
        while (letter > from && Character.isWhitespace(old.charAt(letter - 1))) {
            letter--;
        }
        int place = from;
        for (int left = letters(old.substring(from, letter)).length(); left > 0; place++) {
            left -= Character.isWhitespace(now.charAt(place)) ? 0 : 1;
        }
        String blanks = old.substring(letter, caret);
        for (int left = lineEnds(blanks); left > 0; left--) {
            int end = now.indexOf('\n', place);
            if (end < 0 || !now.substring(place, end).isBlank()) {
                break;
            }
            place = end + 1;
        }
        for (int left = blanks.length() - lineStart(blanks, blanks.length()); left > 0 && isBlank(place); left--) {
            place++;
        }
        return place;
    }

    private boolean isBlank(int place) {
        return place < now.length() && now.charAt(place) != '\n' && Character.isWhitespace(now.charAt(place));
    }

    private static String letters(String text) {
        StringBuilder letters = new StringBuilder(text.length());
        text.chars().filter(c -> !Character.isWhitespace(c)).forEach(c -> letters.append((char) c));
        return letters.toString();
    }

    private static int lineEnds(String text) {
        return (int) text.chars().filter(c -> c == '\n').count();
    }

    private static int lineStart(String text, int place) {
        return place == 0 ? 0 : text.lastIndexOf('\n', place - 1) + 1;
    }
}
