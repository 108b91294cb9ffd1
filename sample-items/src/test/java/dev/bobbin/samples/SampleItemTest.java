package dev.bobbin.samples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.check.ItemChecker;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SampleItemTest {

    private static final Path RESOURCES = Path.of("src/main/resources/items");

    @TempDir
    private Path workspace;

    static List<SampleItem> samples() {
        return SampleItem.all();
    }

    @Test
    void comeInTheOrderOfTheGallery() {
        assertThat(SampleItem.all())
                .extracting(SampleItem::id)
                .containsExactly(
                        "hello",
                        "warehouse-query",
                        "lakehouse-files",
                        "context-and-errors",
                        "mirror",
                        "streams",
                        "variables",
                        "secrets",
                        "documents",
                        "events",
                        "retail");
    }

    @Test
    void areTheSameInEveryLanguageOfTheGallery() {
        List<SampleItem> german = SampleItem.all(Locale.GERMAN);

        assertThat(german)
                .extracting(SampleItem::id)
                .isEqualTo(samples().stream().map(SampleItem::id).toList());
        assertThat(german)
                .extracting(SampleItem::description)
                .doesNotContainAnyElementsOf(
                        samples().stream().map(SampleItem::description).toList());
        assertThat(SampleItem.all(Locale.JAPANESE)).isEqualTo(samples());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void listAllTheirFiles(SampleItem sample) throws IOException {
        Path folder = RESOURCES.resolve(sample.id());
        try (Stream<Path> files = Files.walk(folder)) {
            List<String> present = files.filter(Files::isRegularFile)
                    .map(file -> folder.relativize(file).toString().replace('\\', '/'))
                    .filter(file ->
                            !List.of("files.txt", "calls.jsonl", "picture.txt").contains(file))
                    .toList();
            assertThat(Files.readAllLines(folder.resolve("files.txt"))).containsExactlyInAnyOrderElementsOf(present);
        }
    }

    /** The gallery shows code that is there, in the order it is there. */
    @ParameterizedTest
    @MethodSource("samples")
    void haveAPictureOfTheirOwnCode(SampleItem sample) throws IOException {
        List<String> script = ItemReader.read(sample.copyTo(workspace))
                .script()
                .lines()
                .map(String::strip)
                .toList();
        List<String> shown = sample.picture().code().lines().map(String::strip).toList();

        assertThat(shown).hasSizeBetween(2, 6);
        assertThat(script).containsSubsequence(shown);
    }

    @Test
    void haveIconsThatTellThemApart() throws IOException {
        List<String> icons = new ArrayList<>();
        for (SampleItem sample : SampleItem.all()) {
            icons.add(sample.picture().icon());
        }
        assertThat(icons).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @MethodSource("samples")
    void areAcceptedByTheCheckUnderEveryProfile(SampleItem sample) throws IOException {
        ItemFolder item = ItemReader.read(sample.copyTo(workspace));
        SourceOutline outline = SourceParser.outline(item.script());

        for (ServiceProfile profile : ServiceProfiles.all()) {
            assertThat(ItemChecker.check(item, outline, profile)).isEmpty();
        }
        assertThat(item.displayName()).isEqualTo(sample.title());
    }

    @ParameterizedTest
    @MethodSource("samples")
    void explainEveryFunction(SampleItem sample) throws IOException {
        ItemFolder item = ItemReader.read(sample.copyTo(workspace));

        assertThat(SourceParser.outline(item.script()).functions()).isNotEmpty().allSatisfy(function -> {
            assertThat(function.description()).contains("Returns:");
            assertThat(function.parameters())
                    .allSatisfy(parameter -> assertThat(function.description()).contains(parameter.name() + ": "));
        });
    }

    @Test
    void copyTheirDataBesideTheItem() throws IOException {
        Path item = sample("retail").copyTo(workspace);

        assertThat(item).isEqualTo(workspace.resolve("retail.UserDataFunction"));
        assertThat(workspace.resolve(".bobbin/standins/RetailWarehouse.warehouse/seed.sql"))
                .isNotEmptyFile();
        assertThat(workspace.resolve(".bobbin/standins/RetailLake.lakehouse/Files/deliveries/2025-11-03.csv"))
                .isNotEmptyFile();
    }

    @Test
    void copyOtherItemsBesideTheItem() throws IOException {
        sample("variables").copyTo(workspace);

        assertThat(workspace.resolve("ShopSettings.VariableLibrary/valueSets/Production.json"))
                .isNotEmptyFile();
    }

    @Test
    void neverOverwriteWhatIsThere() throws IOException {
        Path script = sample("hello").copyTo(workspace).resolve("function_app.py");
        Files.writeString(script, "# my own work");

        sample("hello").copyTo(workspace);

        assertThat(script).hasContent("# my own work");
    }

    private static SampleItem sample(String id) {
        return SampleItem.all().stream()
                .filter(sample -> sample.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
