package dev.bobbin.app.snippets;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.Binding;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.StandInKind;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Inserts samples of code into the script. */
public final class SnippetsViewModel {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;

    public SnippetsViewModel(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
    }

    /** All samples, by category. */
    public List<Snippet> snippets() {
        return List.of(Snippet.values());
    }

    /**
     * Adds the sample at the end of the script, with the imports it needs and a name no function has yet, brings it into
     * view, and chooses it. Its connection means a stand-in of the kind it is about, unless its alias means one already.
     */
    public void insert(Snippet snippet) {
        ItemFolder item = model.itemProperty().get();
        if (item == null || snippet.kind().isEmpty()) {
            write(snippet);
            return;
        }
        tasks.run(
                () -> {
                    expectConnections(item, snippet, snippet.kind().get());
                    return snippet;
                },
                expected -> writeInto(item, expected),
                e -> {
                    writeInto(item, snippet);
                    model.notices().show(Notice.error("snippet", Reasons.of(e)));
                });
    }

    /** Before anybody asks what its aliases mean: else an empty stand-in of another kind is made for them. */
    private void expectConnections(ItemFolder item, Snippet snippet, StandInKind kind) throws IOException {
        for (Binding binding :
                SourceParser.outline(snippet.code()).functions().getFirst().bindings()) {
            if (binding instanceof Binding.Connection connection) {
                files.expect(item, connection.alias(), kind);
            }
        }
    }

    /** Another item may have been opened meanwhile. */
    private void writeInto(ItemFolder item, Snippet snippet) {
        if (model.isOpen(item)) {
            write(snippet);
        }
    }

    private void write(Snippet snippet) {
        String before = model.sourceProperty().get();
        String name = name(snippet.code());
        SourceOutline outline = SourceParser.outline(before);
        String free = freeName(name, outline);
        String code = snippet.code().replace("def " + name + "(", "def " + free + "(");
        String head = withImports(before.stripTrailing(), outline, snippet.imports());
        model.expect(free);
        model.sourceProperty().set(head + "\n\n\n" + code + "\n");
        model.wishes().make(new Wish.Reveal((int) head.lines().count() + 3));
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

    /** Behind the imports at the beginning of the script, or behind its docstring and comments when it has none. */
    private static String withImports(String script, SourceOutline outline, List<String> needed) {
        List<String> lines = new ArrayList<>(script.lines().toList());
        List<String> missing =
                needed.stream().filter(line -> !lines.contains(line)).toList();
        int place = Math.min(outline.head().insertionLine() - 1, lines.size());
        while (place < lines.size() && lines.get(place).startsWith("#")) {
            place++;
        }
        lines.addAll(place, missing);
        return String.join("\n", lines);
    }
}
