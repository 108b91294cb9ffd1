package dev.bobbin.app.editor;

import dev.bobbin.app.suggest.Completion;
import dev.bobbin.app.suggest.SqlCompletion;
import java.util.List;
import java.util.Map;

/** What could be written at a place of the script: SQL in a string that holds a statement, else Python. */
final class ScriptCompletion {

    /** Fewer letters begin too many names. */
    private static final int LEAST_NAME = 2;

    private ScriptCompletion() {}

    static Completion at(Surroundings place) {
        return Completion.of(place.wordStart(), found(place), place.begun());
    }

    /**
     * How the begun name could go on, for a list that comes unasked: nothing for a single letter, and nothing for what is a
     * name already, as the next Enter is meant for the text then.
     */
    static Completion ofName(Surroundings place) {
        String begun = place.begun();
        Map<String, String> found = found(place);
        if (begun.length() < LEAST_NAME || found.containsKey(begun)) {
            return new Completion(place.wordStart(), List.of());
        }
        Completion all = Completion.of(place.wordStart(), found, begun);
        return new Completion(
                all.from(),
                all.suggestions().stream()
                        .filter(suggestion -> suggestion.words().startsWith(begun))
                        .toList());
    }

    private static Map<String, String> found(Surroundings place) {
        return SqlString.at(place).map(SqlCompletion::found).orElseGet(() -> PythonCompletion.found(place));
    }
}
