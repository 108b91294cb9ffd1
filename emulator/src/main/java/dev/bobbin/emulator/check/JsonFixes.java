package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.QuickFix;
import dev.bobbin.emulator.finding.TextEdit;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.JsonFile;
import dev.bobbin.emulator.message.Message;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** Mends the slips people make in JSON by hand, where it is plain what was meant: commas and comments. */
final class JsonFixes {

    private JsonFixes() {}

    /** What reading an item found, with the fixes that are known for it. */
    static Stream<Finding> findings(ItemFolder item) {
        return item.findings().stream().map(finding -> withFix(finding, item));
    }

    private static Finding withFix(Finding finding, ItemFolder item) {
        if (!finding.rule().equals("json-syntax") || finding.fix() != null) {
            return finding;
        }
        return file(item, finding.place().file())
                .flatMap(JsonFixes::fix)
                .map(fix -> new Finding(
                        finding.rule(), finding.severity(), finding.place(), finding.message(), finding.source(), fix))
                .orElse(finding);
    }

    private static Optional<JsonFile> file(ItemFolder item, Path path) {
        return Stream.of(Optional.ofNullable(item.definitionFile()), Optional.ofNullable(item.functionsFile()))
                .flatMap(Optional::stream)
                .filter(file -> file.path().equals(path))
                .findFirst();
    }

    private static Optional<QuickFix> fix(JsonFile file) {
        String before = file.document().text();
        return file.document()
                .mended()
                .map(after -> QuickFix.offered(
                        Message.of("fix.mend", file.path().getFileName()),
                        TextEdit.between(file.path(), before, after)));
    }
}
