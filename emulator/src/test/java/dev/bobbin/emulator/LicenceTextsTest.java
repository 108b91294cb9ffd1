package dev.bobbin.emulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class LicenceTextsTest {

    private static final String MINE = "My licence\nCopyright 2020 Somebody\nDo as you like.\n";

    @TempDir
    Path home;

    private void jar(String name, String entry, String text) throws IOException {
        Path file = Files.createDirectories(home.resolve("lib")).resolve(name);
        try (ZipOutputStream jar = new ZipOutputStream(Files.newOutputStream(file))) {
            jar.putNextEntry(new ZipEntry(entry));
            jar.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    @Test
    void everyTextStandsOnceBelowThoseItBelongsTo() throws IOException {
        jar("b.jar", "META-INF/LICENSE.txt", MINE);
        jar("a.jar", "META-INF/licenses/LICENSE", MINE.replace("\n", "\r\n"));
        jar("c.jar", "org/example/license/Reader.class", "no text\nat\nall");
        Path python = Files.createDirectories(home.resolve("python/bobbin_worker/bundled/talk-1.0.dist-info"));
        Files.writeString(python.resolve("LICENSE"), "Four\nFive\nSix\n");
        Files.writeString(python.resolve("METADATA"), "Name: talk\nVersion: 1.0\nLicense: mine\n");
        Files.writeString(home.resolve("sbom.json"), """
                {"components": [
                  {"licenses": [{"license": {"id": "X-1", "text": {"encoding": "base64", "content": "T25lClR3bwpUaHJlZQo="}}}]},
                  {"licenses": [{"license": {"id": "Y-1", "text": {"content": "see there"}}}, {"expression": "A OR B"}]}
                ]}""");

        assertThat(LicenceTexts.of(home))
                .isEqualTo("=== a.jar, b.jar\n\n" + MINE
                        + "\n=== talk-1.0\n\nFour\nFive\nSix\n\n=== X-1\n\nOne\nTwo\nThree\n\n");
    }

    @Test
    void aFolderWithoutLibrariesHasNone() throws IOException {
        assertThat(LicenceTexts.of(home)).isEmpty();
    }
}
