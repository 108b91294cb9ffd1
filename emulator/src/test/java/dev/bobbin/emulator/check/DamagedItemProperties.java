package dev.bobbin.emulator.check;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever lies in an item's files: it is read, checked, reported and mended without an exception. */
class DamagedItemProperties {

    private static final Map<String, String> SOUND = Map.of(
            "function_app.py",
            "import fabric.functions as fn\nimport numpy\nudf = fn.UserDataFunctions()\n@udf.connection('S', 'db')\n"
                    + "@udf.function()\ndef f(db: fn.FabricSqlConnection, a_b: int = 1): return db\n",
            "definition.json",
            "{\"connectedDataSources\": [{\"alias\": \"T\"}], \"functions\": [{\"name\": \"g\"}],"
                    + " \"libraries\": {\"public\": [{\"name\": \"pandas\", \"version\": \"x\"}],"
                    + " \"private\": [{\"name\": \"w.whl\", \"type\": \"WHEEL\"}]}}",
            ".resources/functions.json",
            "{\"functionsMetadata\": [{\"name\": \"g\", \"bindings\": [{\"type\": \"FabricItem\"}],"
                    + " \"fabricProperties\": {\"fabricFunctionParameters\": [{}]}}]}",
            ".platform",
            "{\"metadata\": {\"type\": \"Notebook\", \"displayName\": \"n\"}}",
            "privateLibraries/w.whl",
            "PK\u0003\u0004");

    /** A part of an item and what is in it. */
    record Part(String path, byte[] bytes) {
        @Override
        public String toString() {
            return path + ": " + new String(bytes, StandardCharsets.ISO_8859_1);
        }
    }

    @Property(tries = 75)
    void arbitraryBytes(@ForAll("arbitrary") Part part) throws IOException {
        assertSound(part);
    }

    @Property(tries = 150)
    void damagedParts(@ForAll("damaged") Part part) throws IOException {
        assertSound(part);
    }

    private static void assertSound(Part damaged) throws IOException {
        Path folder = Files.createTempDirectory("damaged");
        try {
            for (Map.Entry<String, String> part : SOUND.entrySet()) {
                Path file = folder.resolve(part.getKey());
                Files.createDirectories(file.getParent());
                boolean here = part.getKey().equals(damaged.path());
                Files.write(file, here ? damaged.bytes() : part.getValue().getBytes(StandardCharsets.UTF_8));
            }
            for (ServiceProfile profile : ServiceProfiles.all()) {
                List<Finding> findings = check(folder, profile);
                assertThat(findings).isNotEmpty().allSatisfy(finding -> {
                    assertThat(folder.resolve(finding.place().file())).exists();
                    assertThat(finding.message().english()).isNotBlank();
                });
                try (JsonGenerator out = new ObjectMapper().getFactory().createGenerator(new StringWriter())) {
                    SarifReport.write(folder, findings, profile, "1", out);
                }
            }
            ItemFixer.fixAll(folder, ServiceProfiles.standard(), _ -> true);
            assertThat(check(folder, ServiceProfiles.standard())).isNotNull();
        } finally {
            delete(folder);
        }
    }

    private static List<Finding> check(Path folder, ServiceProfile profile) throws IOException {
        ItemFolder item = ItemReader.read(folder);
        return ItemChecker.check(item, SourceParser.outline(item.script()), profile);
    }

    private static void delete(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            all.sorted(Comparator.reverseOrder()).forEach(path -> {
                try {
                    Files.delete(path);
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            });
        }
    }

    @Provide
    Arbitrary<Part> arbitrary() {
        Arbitrary<byte[]> bytes = Arbitraries.bytes().array(byte[].class).ofMaxSize(300);
        return Combinators.combine(Arbitraries.of(SOUND.keySet()), bytes).as(Part::new);
    }

    /** A sound part with a stretch cut out and something put in its place. */
    @Provide
    Arbitrary<Part> damaged() {
        Arbitrary<String> insertion = Arbitraries.of(
                "",
                ",",
                "{",
                "}",
                "[",
                "]",
                "\"",
                ":",
                "null",
                "1e999",
                "{}",
                "[]",
                "//x\n",
                "\u0000",
                "\r",
                "\\",
                "(",
                "'",
                "@",
                "@udf.function\n",
                "def g(:\n",
                "f'{",
                "é",
                "\uD83D\uDE00");
        return Combinators.combine(
                        Arbitraries.of(SOUND.keySet()),
                        Arbitraries.integers().between(0, 400),
                        Arbitraries.integers().between(0, 30),
                        insertion)
                .as((path, at, length, text) -> {
                    String sound = String.valueOf(SOUND.get(path));
                    int start = Math.min(at, sound.length());
                    String damaged = sound.substring(0, start)
                            + text
                            + sound.substring(Math.min(start + length, sound.length()));
                    return new Part(path, damaged.getBytes(StandardCharsets.UTF_8));
                });
    }
}
