package dev.bobbin.app.editor;

import dev.bobbin.app.code.PythonLexer;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.suggest.Suggestion;
import dev.bobbin.app.workspace.DataShapes;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.QuickFixer;
import dev.bobbin.app.workspace.TableShape;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.List;
import java.util.Map;

/** Places of scripts, and editors, to test with. */
final class Places {

    private Places() {}

    /** A place of a script whose item knows the connections Lake and Sales. */
    static Surroundings at(String text, int caret) {
        return at(text, caret, Map.of());
    }

    static Surroundings at(String text, int caret, Map<String, List<TableShape>> tables) {
        return new Surroundings(
                text,
                Math.min(caret, text.length()),
                PythonLexer.tokens(text),
                SourceParser.outline(text),
                List.of("Lake", "Sales"),
                tables);
    }

    /** The place of the mark {@code |} in a script, without it. */
    static Surroundings marked(String script, Map<String, List<TableShape>> tables) {
        int caret = script.indexOf('|');
        return at(script.substring(0, caret) + script.substring(caret + 1), caret, tables);
    }

    static List<String> suggestions(Surroundings place) {
        return ScriptCompletion.at(place).suggestions().stream()
                .map(Suggestion::words)
                .toList();
    }

    /** An editor of a model that does everything on the calling thread. */
    static EditorViewModel editor(WorkspaceModel model) {
        TaskRunner tasks = new SameThreadTaskRunner();
        return new EditorViewModel(model, new QuickFixer(model, new FolderFiles(), tasks), DataShapes.NONE, tasks);
    }
}
