package dev.bobbin.app.suggest;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What could be written at a place of a text. Everything comes from the text itself, from fixed lists and from the tables
 * the bench knows: nothing is run.
 *
 * @param from offset of the beginning of the word to complete
 * @param suggestions the likeliest first
 */
public record Completion(int from, List<Suggestion> suggestions) {

    private static final int MOST = 60;

    /**
     * Of all words those that fit what is begun.
     *
     * @param found words, each with what it is, the likeliest first
     * @param begun what stands between {@code from} and the caret
     */
    public static Completion of(int from, Map<String, String> found, String begun) {
        return new Completion(from, filtered(found, begun));
    }

    /** What fits at a place of a text that is all SQL. */
    public static Completion of(SqlPlace place) {
        return of(place.wordStart(), SqlCompletion.found(place), place.word());
    }

    private static List<Suggestion> filtered(Map<String, String> found, String begun) {
        String wanted = begun.toLowerCase(Locale.ROOT);
        Stream<Map.Entry<String, String>> beginning = found.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).startsWith(wanted));
        Stream<Map.Entry<String, String>> inside = found.entrySet().stream()
                .filter(entry -> entry.getKey().toLowerCase(Locale.ROOT).indexOf(wanted) > 0);
        return Stream.concat(beginning, inside)
                .filter(entry -> !entry.getKey().equals(begun))
                .map(entry -> new Suggestion(entry.getKey(), entry.getValue()))
                .limit(MOST)
                .toList();
    }
}
