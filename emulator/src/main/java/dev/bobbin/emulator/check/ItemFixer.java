package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.item.ItemWriter;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** Makes quick fixes in the files of an item. What a fix does not mean to change stays as it is, to the byte. */
public final class ItemFixer {

    /** One fix may give room to another; more rounds than this would mean that two fixes undo one another. */
    private static final int MOST_ROUNDS = 200;

    private ItemFixer() {}

    /**
     * Makes all fixes of an item that are wanted, each on the state the one before left.
     *
     * @param wanted which findings to mend, such as those whose fix is automatic
     * @return the findings that were mended, in the order it was done
     * @throws IOException when a file cannot be read or written; its message is a sentence for the user
     */
    public static List<Finding> fixAll(Path folder, ServiceProfile profile, Predicate<Finding> wanted)
            throws IOException {
        List<Finding> mended = new ArrayList<>();
        for (int round = 0; round < MOST_ROUNDS; round++) {
            ItemFolder item = ItemReader.read(folder);
            List<Finding> findings = ItemChecker.check(item, SourceParser.outline(item.script()), profile);
            Optional<Finding> next = findings.stream()
                    .filter(finding -> finding.fix() != null && wanted.test(finding))
                    .filter(finding -> !mended.contains(finding))
                    .findFirst();
            if (next.isEmpty()) {
                break;
            }
            QuickFix fix = next.get().fix();
            if (fix != null) {
                write(item, fix);
                mended.add(next.get());
            }
        }
        return mended;
    }

    /**
     * The files a fix changes, with their new text; nothing is written.
     *
     * @param item as it was checked: the edits are places in its texts
     * @return texts by path, relative to the item folder
     */
    public static Map<Path, String> apply(ItemFolder item, QuickFix fix) {
        Map<Path, String> changed = new LinkedHashMap<>();
        for (TextEdit edit : fix.edits()) {
            changed.computeIfAbsent(edit.file(), file -> TextEdit.apply(text(item, file), fix.editsOf(file)));
        }
        return changed;
    }

    /**
     * Writes the files a fix changes.
     *
     * @param item as it was checked
     * @throws IOException when a file cannot be written; its message is a sentence for the user
     */
    public static void write(ItemFolder item, QuickFix fix) throws IOException {
        for (Map.Entry<Path, String> entry : apply(item, fix).entrySet()) {
            ItemWriter.write(item.root().resolve(entry.getKey()), entry.getValue());
        }
    }

    private static String text(ItemFolder item, Path file) {
        if (file.equals(CheckedItem.SCRIPT)) {
            return item.script();
        }
        return Stream.of(Optional.ofNullable(item.definitionFile()), Optional.ofNullable(item.functionsFile()))
                .flatMap(Optional::stream)
                .filter(json -> json.path().equals(file))
                .map((JsonFile json) -> json.document().text())
                .findFirst()
                .orElse("");
    }
}
