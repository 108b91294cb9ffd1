package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Scripts as people write them, each with its findings noted behind the line they belong to: {@code # expect: rule, rule}
 * or, where a comment cannot stand, {@code # expect@line: rule}. A line without such a note must be without a finding.
 */
class ScriptsTest {

    private static final Pattern NOTE = Pattern.compile("# expect(?:@(\\d+))?: ([a-z, -]+)");

    @TempDir
    private Path folder;

    static List<Path> scripts() throws IOException, URISyntaxException {
        Path folder = Path.of(
                Objects.requireNonNull(ScriptsTest.class.getResource("scripts")).toURI());
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void findsWhatIsNotedAndNothingElse(Path script) throws IOException {
        String text = Files.readString(script);

        assertThat(check(text)).containsExactlyInAnyOrderElementsOf(noted(text));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void findsTheSameWhateverTheLineEnds(Path script) throws IOException {
        String text = Files.readString(script);

        assertThat(check(text.replace("\n", "\r\n"))).containsExactlyInAnyOrderElementsOf(noted(text));
        assertThat(check("\uFEFF" + text)).containsExactlyInAnyOrderElementsOf(noted(text));
    }

    @ParameterizedTest
    @MethodSource("scripts")
    void everyFindingHasAPlaceInTheTextAndWordsToReadIt(Path script) throws IOException {
        String text = Files.readString(script);
        List<String> lines = text.lines().toList();

        assertThat(findings(text)).allSatisfy(finding -> {
            assertThat(finding.place().line()).isBetween(1, Math.max(lines.size(), 1));
            assertThat(finding.place().column())
                    .isBetween(1, lines.get(finding.place().line() - 1).length() + 1);
            assertThat(finding.message().english()).endsWith(".").doesNotContain("null");
        });
    }

    private List<Finding> findings(String text) throws IOException {
        Files.writeString(folder.resolve(ItemFolder.SCRIPT), text);
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), ServiceProfiles.standard());
    }

    private List<String> check(String text) throws IOException {
        return findings(text).stream()
                .map(finding -> finding.place().line() + " " + finding.rule())
                .toList();
    }

    private static List<String> noted(String text) {
        List<String> noted = new ArrayList<>();
        List<String> lines = text.lines().toList();
        for (int i = 0; i < lines.size(); i++) {
            Matcher note = NOTE.matcher(lines.get(i));
            if (note.find()) {
                String line = note.group(1) == null ? String.valueOf(i + 1) : note.group(1);
                for (String rule : note.group(2).split(",")) {
                    noted.add(line + " " + rule.strip());
                }
            }
        }
        return noted;
    }
}
