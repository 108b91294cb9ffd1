package dev.bobbin.app.snippets;

import dev.bobbin.app.workspace.WorkspaceModel;
import java.util.List;
import java.util.regex.Pattern;

/** Inserts samples of code into the script. */
public final class SnippetsViewModel {

    private static final List<String> MODULES = List.of("csv", "datetime", "io", "logging");

    private final WorkspaceModel model;

    public SnippetsViewModel(WorkspaceModel model) {
        this.model = model;
    }

    /** All samples, by category. */
    public List<Snippet> snippets() {
        return List.of(Snippet.values());
    }

    /** Adds the sample at the end of the script, with the imports it needs, and brings it into view. */
    public void insert(Snippet snippet) {
        String before = model.sourceProperty().get();
        String code = snippet.code();
        String after = withImports(before.stripTrailing() + "\n" + code, code);
        model.sourceProperty().set(after);
        int line = (int) after.substring(0, after.length() - code.strip().length() - 1)
                .lines()
                .count();
        model.reveal(line + 1);
    }

    private static String withImports(String script, String code) {
        StringBuilder imports = new StringBuilder();
        for (String module : MODULES) {
            boolean used = code.contains(module + ".");
            boolean there = Pattern.compile("(?m)^import " + module + "\\b")
                    .matcher(script)
                    .find();
            if (used && !there) {
                imports.append("import ").append(module).append('\n');
            }
        }
        if (imports.isEmpty()) {
            return script;
        }
        var first = Pattern.compile("(?m)^(?:import|from)\\s").matcher(script);
        int at = first.find() ? first.start() : 0;
        return script.substring(0, at) + imports + script.substring(at);
    }
}
