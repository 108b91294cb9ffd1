package dev.bobbin.emulator.share;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.Test;

/** How damaged and foreign bug reports are met. */
class OpenedBundleTest extends ReportedRun {

    @Test
    void aRunOfAnOlderBobbinHadNothingUnusual() throws IOException {
        Path zip = changed(parts -> {
            String run = parts.get("run.json");
            parts.put("run.json", run.replaceFirst(",\"timeLimit\":.*?\"valueSets\":\\{.*?\\}\\}", ""));
            return parts;
        });
        RunInput input = ReportBundle.open(zip, folder.resolve("older")).run().input();
        assertThat(input.timeLimit()).isNull();
        assertThat(input.circumstances()).isEqualTo(Circumstances.USUAL);
    }

    @Test
    void whatIsNoBundleOrADamagedOneLeavesNothingBehind() throws IOException {
        refused(changed(parts -> new LinkedHashMap<>(Map.of("readme.txt", "x"))), "no bug report", "about.json");
        refused(with("about.json", "{oh"), "damaged", "about.json is no valid JSON");
        refused(with("about.json", "[]"), "no bug report");
        refused(with("about.json", about(2, "Shop.UserDataFunction")), "newer Bobbin");
        refused(with("about.json", about(1, "..")), "outside");
        refused(with("about.json", about(1, "")), "does not hold");
        refused(with("about.json", about(1, "Nowhere")), "does not hold");
        refused(with("about.json", about(1, "a\\u0000b")), "damaged", "cannot have");
        refused(with("run.json", "{}"), "damaged", "run.json");
        refused(with("run.json", "null"), "damaged", "run.json");
        refused(with("run.json", "{oh"), "damaged", "run.json is no valid JSON");
        refused(with("../outside.txt", "x"), "outside");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
        assertThat(folder.resolve("target/outside.txt")).doesNotExist();

        refused(Files.writeString(folder.resolve("text.zip"), "no zip at all"), "no bug report");
        byte[] whole = Files.readAllBytes(changed(UnaryOperator.identity()));
        refused(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)), "damaged");
        // The end of a file in the middle: the list of files is sound, the file is not.
        byte[] bent = whole.clone();
        int at = new String(whole, ISO_8859_1).indexOf("function_app.py") + 60;
        for (int i = 0; i < 40; i++) {
            bent[at + i] = 0x55;
        }
        refused(Files.write(folder.resolve("bent.zip"), bent), "damaged");

        Path sound = changed(UnaryOperator.identity());
        assertThatThrownBy(() -> ReportBundle.open(sound, folder)).hasMessageContaining("not empty");
        refused(
                changed(parts -> {
                    for (int i = 0; i < 20_001; i++) {
                        parts.put("f" + i, "");
                    }
                    return parts;
                }),
                "more files");
    }

    private void refused(Path zip, String... words) throws IOException {
        Path target = folder.resolve("target/bundle");
        assertThatThrownBy(() -> ReportBundle.open(zip, target))
                .isInstanceOf(IOException.class)
                .message()
                .contains(words)
                .doesNotContain("Jackson", "Source:", "dev.bobbin", "java.");
        assertThat(target).doesNotExist();
    }

    private static String about(int format, String item) {
        return "{\"format\": " + format + ", \"item\": \"" + item + "\"}";
    }

    private Path with(String name, String text) throws IOException {
        return changed(parts -> {
            parts.put(name, text);
            return parts;
        });
    }

    /** A bundle with some of its files changed. */
    private Path changed(UnaryOperator<Map<String, String>> change) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("about.json", about(1, "Shop.UserDataFunction"));
        parts.put("run.json", RunJson.write(run()));
        parts.put("Shop.UserDataFunction/function_app.py", SOURCE);
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : change.apply(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
