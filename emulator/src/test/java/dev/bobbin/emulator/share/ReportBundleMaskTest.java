package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.share.page.RunPage;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Secrets that are masked in all of a bug report. */
class ReportBundleMaskTest extends ReportedRun {

    @Test
    void noSecretLeavesAndTheCodeStaysCode() throws IOException {
        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);
        for (String path : content.parts().keySet()) {
            assertThat(text(content, path)).as(path).doesNotContain(SECRETS);
        }
        String code = text(content, "Shop.UserDataFunction/function_app.py");
        assertThat(SourceParser.outline(code).findings()).isEmpty();
        assertThat(code).as("the name of a secret is none").contains("secret = \"***\" if vault else \"login\"");
        assertThat(code).contains("{\"secret\": secret, \"password\": password, \"note\": f\"pw {password} ***\"}");
        String run = text(content, "run.json");
        assertThat(run).contains("pin ***, pw ***, column ***, number ***").doesNotContain("x1z");

        Path page = folder.resolve("run.html");
        RunPage.write(run(), item, workspace, page, Locale.ENGLISH);
        assertThat(page)
                .content()
                .contains("pw ***", "dropped after 3 calls", "7000 ms", "Busy")
                .doesNotContain(SECRETS);
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void textIsLookedThroughWhateverItsNameAndCharacterSet(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.startsWith("UTF-16") ? "\ufeff" : "";
        String text = mark + "id;stra\u00dfe;key\r\n1;Gr\u00fcn;%s\r\n";
        List<String> files = List.of("a.csv", "b.CSV", "c.xml", "d.yaml", "e.log", "f", "g.geojson");
        for (String file : files) {
            Files.write(data(file), text.formatted("old-version-9").getBytes(charset));
        }

        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);

        for (String file : files) {
            assertThat(bytes(content, DATA + file))
                    .as(file)
                    .isEqualTo(text.formatted("***").getBytes(charset));
        }
        BundleContent schema = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.SCHEMA);
        assertThat(bytes(schema, DATA + "a.csv")).isEqualTo((mark + "id;stra\u00dfe;key\n").getBytes(charset));
    }

    @Test
    void whatIsFoundInOneTextIsMaskedInThoseBeforeItToo() throws IOException {
        Files.writeString(data("a.txt"), "the value is Zx81-hunter-77 here");
        Files.writeString(data("m.ini"), "password=Zx81-hunter-77\n");
        Files.writeString(data("first-line.csv"), "1;INPUTPW77\n");
        put("helper.py", "# once Zx81-hunter-77\n");
        RunRecord run = run();
        RunRecord told = new RunRecord(
                run.summary().withNote("Zx81-hunter-77"),
                run.input(),
                run.code(),
                run.answer(),
                List.of(new LogLine(Instant.EPOCH, LogLine.Level.INFO, "read Zx81-hunter-77")),
                run.trace());

        BundleContent content = ReportBundle.prepare(item, workspace, told, ReportBundle.Data.ALL);

        assertThat(text(content, DATA + "a.txt")).isEqualTo("the value is *** here");
        assertThat(text(content, "run.json")).contains("read ***");
        for (String path : content.parts().keySet()) {
            assertThat(text(content, path)).as(path).doesNotContain("Zx81-hunter-77");
        }
        BundleContent schema = ReportBundle.prepare(item, workspace, told, ReportBundle.Data.SCHEMA);
        assertThat(text(schema, DATA + "first-line.csv")).isEqualTo("1;***\n");
    }

    @Test
    void whatIsNoTextGoesAlongByteForByteAndIsNamed() throws IOException {
        byte[] binary = new byte[200_000];
        new Random(1).nextBytes(binary);
        Files.write(data("picture.csv"), binary);

        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);

        assertThat(bytes(content, DATA + "picture.csv")).isEqualTo(binary);
        assertThat(content.entries().stream().filter(entry -> !entry.searched()).map(BundleContent.Entry::path))
                .containsExactly(DATA + "picture.csv");
    }
}
