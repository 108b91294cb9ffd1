package dev.bobbin.app.editor;

import dev.bobbin.app.suggest.Completion;
import dev.bobbin.app.suggest.SqlCompletion;
import java.util.Map;

/** What could be written at a place of the script: SQL in a string that holds a statement, else Python. */
final class ScriptCompletion {

    private ScriptCompletion() {}

    static Completion at(Surroundings place) {
        Map<String, String> found =
                SqlString.at(place).map(SqlCompletion::found).orElseGet(() -> PythonCompletion.found(place));
        return Completion.of(place.wordStart(), found, place.begun());
    }
}
