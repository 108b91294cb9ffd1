package dev.bobbin.app.libraries;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.DiskItemFiles;
import dev.bobbin.app.services.LibraryFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.EngineOptions;
import dev.bobbin.emulator.invoke.EngineState;
import dev.bobbin.emulator.python.LibraryReport.Availability;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Libraries of a real item, with the engines of this machine. */
class LibrariesViewModelTest {

    private static final String DEFINITION = """
            {
              "functions": [],
              "libraries": {
                "public": [
                  {"name": "fabric-user-data-functions", "type": "PYPI", "version": "1.0"},
                  {"name": "no-such-library-anywhere", "type": "PYPI", "version": "2.3.4"}
                ],
                "private": [
                  {"name": "gone-1.0-py3-none-any.whl", "type": "WHEEL"}
                ]
              }
            }
            """;

    private @TempDir Path folder;
    private Path item;
    private WorkspaceModel model;
    private LibrariesViewModel libraries;
    private EngineOptions engines = EngineOptions.DEFAULT;

    @BeforeEach
    void openItem() throws IOException {
        item = Files.createDirectories(folder.resolve("First.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), "");
        Files.writeString(item.resolve("definition.json"), DEFINITION);
        DiskItemFiles files = new DiskItemFiles();
        model = Models.empty();
        model.open(files.read(item));
        libraries = new LibrariesViewModel(model, new LibraryFiles(() -> engines), files, new SameThreadTaskRunner());
    }

    @Test
    void whatIsWrongIsOverWithWhatItWasAbout() throws IOException {
        libraries.addWheels(List.of(folder.resolve("away-1.0-py3-none-any.whl")));
        assertThat(libraries.problemProperty().get()).isNotEmpty();
        libraries.refresh();
        assertThat(libraries.problemProperty().get())
                .as("it was not about asking")
                .isNotEmpty();
        Path second = Files.createDirectories(folder.resolve("Second.UserDataFunction"));
        Files.writeString(second.resolve("function_app.py"), "");
        model.open(new DiskItemFiles().read(second));
        assertThat(libraries.problemProperty().get()).isEmpty();
        assertThat(libraries.rows()).extracting(LibraryRow::name).doesNotContain("no-such-library-anywhere");
    }

    @Test
    void aProblemWithAskingIsOverOnceTheyAnswer() {
        boolean[] away = {true};
        LibrariesViewModel asked = new LibrariesViewModel(
                model,
                new LibraryFiles(() -> {
                    if (away[0]) {
                        throw new UncheckedIOException(new IOException("The drive is away"));
                    }
                    return engines;
                }),
                new DiskItemFiles(),
                new SameThreadTaskRunner());
        assertThat(asked.problemProperty().get()).isNotEmpty();
        away[0] = false;
        asked.refresh();
        assertThat(asked.problemProperty().get()).isEmpty();
        assertThat(asked.rows()).isNotEmpty();
    }

    @Test
    void thePythonThatFunctionsRunInIsTheOneThatIsAsked() {
        engines = new EngineOptions(folder.resolve("my/python3"), null);
        libraries.refresh();
        assertThat(libraries.pythonProperty().get()).contains("no Python");
    }

    @Test
    void theEnginesAreAskedAgainWhenAnotherOneIsReady() {
        String before = libraries.pythonProperty().get();
        engines = new EngineOptions(folder.resolve("my/python3"), null);
        model.engineProperty().set(new EngineState.Ready("3.11.2"));
        assertThat(libraries.pythonProperty().get()).contains("no Python");
        engines = EngineOptions.DEFAULT;
        model.engineProperty().set(new EngineState.Ready("3.12.8"));
        assertThat(libraries.pythonProperty().get()).isEqualTo(before);
    }

    @Test
    void theEnginesAreAskedAgainWhenAnotherPythonIsChosen() {
        ObjectProperty<EngineOptions> choice = new SimpleObjectProperty<>(engines);
        libraries.askOnChangeOf(choice);
        engines = new EngineOptions(folder.resolve("my/python3"), null);
        choice.set(engines);
        assertThat(libraries.pythonProperty().get()).contains("no Python");
    }

    private Path wheel(String name, String... entries) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String entry : entries) {
                zip.putNextEntry(new ZipEntry(entry));
                zip.closeEntry();
            }
        }
        return file;
    }

    private Path wheelWith(String name, String metadata) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry("tools.py"));
            zip.closeEntry();
            zip.putNextEntry(new ZipEntry("tools-1.0.dist-info/METADATA"));
            zip.write(metadata.getBytes(StandardCharsets.UTF_8));
            zip.closeEntry();
        }
        return file;
    }

    private LibraryRow row(String name) {
        return libraries.rows().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void eachEngineSaysWhetherItHasALibraryAndWhatToDo() {
        assertThat(libraries.rows()).hasSize(3);
        assertThat(row("fabric-user-data-functions").embedded()).isEqualTo(new Availability.Own());
        LibraryRow missing = row("no-such-library-anywhere");
        assertThat(missing.embedded()).isEqualTo(new Availability.Missing());
        assertThat(missing.advice()).contains("pip install no-such-library-anywhere==2.3.4");
        assertThat(row("fabric-user-data-functions").advice()).isEmpty();
        assertThat(row("gone-1.0-py3-none-any.whl").advice()).contains("privateLibraries");
    }

    @Test
    void aWheelIsCopiedListedJudgedAndRemovedAgain() throws IOException {
        Path pure = wheel("tools-1.0-py3-none-any.whl", "tools/__init__.py", "tools-1.0.dist-info/METADATA");
        Path nativeCode = wheel("fast-1.0-cp311-cp311-linux_x86_64.whl", "fast/core.so");
        libraries.addWheels(List.of(pure, nativeCode));
        assertThat(libraries.problemProperty().get()).isEmpty();
        assertThat(item.resolve("privateLibraries/tools-1.0-py3-none-any.whl")).exists();
        assertThat(row("tools-1.0-py3-none-any.whl").embedded()).isInstanceOf(Availability.InWheel.class);
        assertThat(row("fast-1.0-cp311-cp311-linux_x86_64.whl").embedded()).isEqualTo(new Availability.NativeCode());
        assertThat(model.itemProperty().get().definition().privateLibraries()).hasSize(3);

        libraries.remove(row("tools-1.0-py3-none-any.whl"));
        libraries.remove(row("fast-1.0-cp311-cp311-linux_x86_64.whl"));
        assertThat(item.resolve("definition.json")).hasContent(DEFINITION);
        assertThat(item.resolve("privateLibraries")).isEmptyDirectory();
    }

    @Test
    void aWheelOfAnotherSystemIsToBeReplacedByItsLinuxWheel() throws IOException {
        libraries.addWheels(List.of(
                wheel("fast-0.1-cp311-cp311-win_amd64.whl", "fast/core.pyd"),
                wheel("quick-2.0-cp311-cp311-linux_x86_64.whl", "quick/core.so")));
        LibraryRow windows = row("fast-0.1-cp311-cp311-win_amd64.whl");
        assertThat(windows.title()).isEqualTo("fast");
        assertThat(windows.version()).isEqualTo("0.1");
        assertThat(windows.note()).isEqualTo("built for Windows");
        assertThat(windows.advice()).contains("built for Windows", "manylinux").doesNotContain("pip install");
        LibraryRow linux = row("quick-2.0-cp311-cp311-linux_x86_64.whl");
        assertThat(linux.note()).contains("native");
        assertThat(linux.advice()).contains("quick-2.0-cp311-cp311-linux_x86_64.whl");
    }

    @Test
    void aWheelSaysWhichLibrariesItNeedsThatNothingBrings() throws IOException {
        libraries.addPublic("Flat_Files==1.0");
        libraries.addWheels(List.of(
                wheelWith("tools-1.0-py3-none-any.whl", """
                        Metadata-Version: 2.1
                        Requires-Dist: requests>=2
                        Requires-Dist: humanize
                        Requires-Dist: flat-files (>=0.5)
                        Requires-Dist: helper[fast]
                        Requires-Dist: fabric-user-data-functions
                        Requires-Dist: pytest; extra == "test"

                        Requires-Dist: prose
                        """), wheel("helper-3.0-py3-none-any.whl", "helper.py")));
        assertThat(row("tools-1.0-py3-none-any.whl").note()).isEqualTo("needs humanize");
        libraries.addPublic("humanize");
        assertThat(row("tools-1.0-py3-none-any.whl").note()).isEmpty();
    }

    @Test
    void aWheelThatWasCopiedByHandIsListedOnRequest() throws IOException {
        Path there = wheel("tools-1.0-py3-none-any.whl", "tools.py");
        Files.createDirectories(item.resolve("privateLibraries"));
        Files.copy(there, item.resolve("privateLibraries/tools-1.0-py3-none-any.whl"));
        model.update(new DiskItemFiles().read(item));
        assertThat(row("tools-1.0-py3-none-any.whl").note()).isNotEmpty();
        libraries.list(row("tools-1.0-py3-none-any.whl"));
        assertThat(row("tools-1.0-py3-none-any.whl").note()).isEmpty();
    }

    @Test
    void aPublicLibraryIsAddedOnceWithItsVersionAndRemoved() {
        libraries.addPublic("pandas==2.2.3");
        libraries.addPublic("Requests");
        assertThat(row("pandas").version()).isEqualTo("2.2.3");
        assertThat(row("Requests").version()).isEmpty();
        assertThat(row("Requests").embedded()).isInstanceOf(Availability.Bundled.class);
        assertThat(row("Requests").advice()).isEmpty();
        libraries.addPublic("requests");
        assertThat(libraries.problemProperty().get()).contains("requests");
        libraries.remove(row("pandas"));
        libraries.remove(row("Requests"));
        assertThat(item.resolve("definition.json")).hasContent(DEFINITION);
    }

    @Test
    void whatTheScriptImportsWithoutListingItIsThereToo() throws IOException {
        Files.writeString(
                item.resolve("function_app.py"), "import json\nimport azure.keyvault.secrets\nimport numpy\n");
        model.update(new DiskItemFiles().read(item));
        assertThat(row("azure-keyvault-secrets").embedded()).isEqualTo(new Availability.Own());
        assertThat(row("numpy").note()).contains("imported");
        assertThat(libraries.rows()).hasSize(5);
        libraries.list(row("numpy"));
        assertThat(row("numpy").listed()).isTrue();
        assertThat(model.itemProperty().get().definition().publicLibraries()).hasSize(3);
    }

    @Test
    void whatIsNoWheelIsRefusedAndNothingIsCopied() throws IOException {
        Path text = Files.writeString(folder.resolve("notes-1.0-py3-none-any.whl"), "no zip");
        libraries.addWheels(List.of(text));
        assertThat(libraries.problemProperty().get()).contains("notes-1.0-py3-none-any.whl");
        assertThat(item.resolve("privateLibraries")).doesNotExist();
    }
}
