package dev.bobbin.app.snippets;

import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.List;
import java.util.stream.Collectors;

/** Inserts samples of code into the script. */
public final class SnippetsViewModel {

    private final WorkspaceModel model;

    public SnippetsViewModel(WorkspaceModel model) {
        this.model = model;
    }

    /** All samples, by category. */
    public List<Snippet> snippets() {
        return List.of(Snippet.values());
    }

    /**
     * Adds the sample at the end of the script, with the imports it needs and a name no function has yet, brings it into
     * view, and chooses it.
     */
    public void insert(Snippet snippet) {
        String before = model.sourceProperty().get();
        String name = name(snippet.code());
        String free = freeName(name, SourceParser.outline(before));
        String code = snippet.code().replace("def " + name + "(", "def " + free + "(");
        String head = withImports(before.stripTrailing(), snippet.imports());
        model.expect(free);
        model.sourceProperty().set(head + "\n\n\n" + code + "\n");
        model.reveal((int) head.lines().count() + 3);
    }

    private static String name(String code) {
        return SourceParser.outline(code).functions().getFirst().name();
    }

    private static String freeName(String name, SourceOutline there) {
        String free = name;
        for (int number = 2; there.function(free).isPresent(); number++) {
            free = name + number;
        }
        return free;
    }

    private static String withImports(String script, List<String> needed) {
        List<String> lines = script.lines().toList();
        String missing = needed.stream()
                .filter(line -> !lines.contains(line))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        int at = 0;
        for (String line : lines) {
            if (line.startsWith("import ") || line.startsWith("from ")) {
                break;
            }
            at += line.length() + 1;
        }
        int place = at < script.length() ? at : 0;
        return script.substring(0, place) + missing + script.substring(place);
    }
}
