package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.io.TempDir;

/** An item whose files have slips, and the fixes made in them. */
abstract class QuickFixes {

    static final String HEAD = "import fabric.functions as fn\nudf = fn.UserDataFunctions()\n";

    @TempDir
    Path folder;

    final List<Finding> check() throws IOException {
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), ServiceProfiles.standard());
    }

    final void file(String path, String text) throws IOException {
        Files.createDirectories(folder.resolve(path).getParent());
        Files.writeString(folder.resolve(path), text);
    }

    final String file(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    final void fix(String rule) throws IOException {
        List<Finding> mended = ItemFixer.fixAll(
                folder, ServiceProfiles.standard(), finding -> finding.rule().equals(rule));
        assertThat(mended).isNotEmpty();
        assertThat(check()).extracting(Finding::rule).doesNotContain(rule, "python-syntax", "json-syntax");
    }
}
