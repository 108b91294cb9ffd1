package dev.bobbin.app.connections;

import dev.bobbin.app.workspace.ItemFiles;
import dev.bobbin.app.workspace.LineEnds;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;

/**
 * An item's files in which an alias gets another name: in all of them or in none, since an item whose script and
 * {@code definition.json} do not fit fails once it is published.
 *
 * @param item as it is on disk
 * @param rename what becomes of its files, with the line ends of an editor
 */
record RenamedFiles(ItemFolder item, AliasRename rename) {

    private static final Path DEFINITION = Path.of(ItemFolder.DEFINITION);

    /** What else belongs to it. */
    interface Step {
        void run() throws IOException;
    }

    static RenamedFiles of(ItemFolder item, String from, String to) {
        String script = LineEnds.inEditor(item.script());
        return new RenamedFiles(
                item, AliasRename.of(script, SourceParser.outline(script), Renaming.definition(item), from, to));
    }

    /** The script on disk, as an editor holds it. */
    String script() {
        return LineEnds.inEditor(item.script());
    }

    /** Whether {@code definition.json} names the alias. */
    boolean changesDefinition() {
        return !rename.definition().text().equals(Renaming.definition(item).text());
    }

    private boolean changesScript() {
        return !rename.script().equals(script());
    }

    /** Writes the files and does the last step; when anything fails, the files are as they were. */
    void write(ItemFiles files, Step last) throws IOException {
        try {
            write(
                    files,
                    LineEnds.onDisk(rename.script(), item.script()),
                    rename.definition().text());
            last.run();
        } catch (IOException e) {
            try {
                write(files, item.script(), Renaming.definition(item).text());
            } catch (IOException again) {
                e.addSuppressed(again);
            }
            throw e;
        }
    }

    private void write(ItemFiles files, String script, String definition) throws IOException {
        if (changesScript()) {
            files.writeScript(item, script);
        }
        if (changesDefinition()) {
            files.writePart(item, DEFINITION, definition);
        }
    }
}
