package dev.bobbin.app.editor;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * What could be written at a place of a script. Everything comes from the text itself, from fixed lists and from the
 * tables the bench knows: nothing is run.
 *
 * @param from offset of the beginning of the word to complete
 * @param suggestions the likeliest first
 */
record Completion(int from, List<Suggestion> suggestions) {

    private static final int MOST = 60;

    static Completion at(Surroundings place) {
        Map<String, String> found =
                SqlString.at(place).map(SqlCompletion::found).orElseGet(() -> PythonCompletion.found(place));
        return new Completion(place.wordStart(), filtered(found, place.begun()));
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
