package dev.bobbin.app.suggest;

/**
 * Something to write at the caret.
 *
 * @param words what is written
 * @param kind a word that says what it is, such as {@code module}
 */
public record Suggestion(String words, String kind) {

    /** Where one goes on writing once the words stand there: between the first quotes, else between the brackets. */
    static int caretIn(String words) {
        int quotes = words.indexOf("\"\"");
        if (quotes >= 0) {
            return quotes + 1;
        }
        return words.endsWith("()") ? words.length() - 1 : words.length();
    }
}
