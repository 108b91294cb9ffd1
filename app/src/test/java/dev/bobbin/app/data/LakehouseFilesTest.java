package dev.bobbin.app.data;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.files.LakeFiles;
import dev.bobbin.app.data.files.Preview;
import dev.bobbin.app.data.grid.GridColumn;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.services.DiskPlaces;
import dev.bobbin.app.services.LakeFolders;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** Files of a lakehouse: listed, changed, looked at. */
class LakehouseFilesTest extends OnStandIns {

    @Test
    void aFolderIsListedFilteredFilledRenamedAndEmptied() throws IOException {
        lake("Files/b.txt", "words");
        lake("Files/sub/c.txt", "");
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), ""));
        assertThat(names(files)).containsExactly("sub", "b.txt");
        files.filterProperty().set("B.");
        assertThat(names(files)).containsExactly("b.txt");
        files.filterProperty().set("");
        lake("Files/a.txt", "more words");
        files.refresh();
        files.sort(Optional.of(new FilesViewModel.Order(FilesViewModel.By.SIZE, true)));
        assertThat(names(files)).as("folders stay first").containsExactly("sub", "a.txt", "b.txt");
        files.sort(Optional.of(new FilesViewModel.Order(FilesViewModel.By.SIZE, false)));
        assertThat(names(files)).containsExactly("sub", "b.txt", "a.txt");
        files.sort(Optional.empty());
        files.delete(List.of("a.txt"));

        Path outside = Files.createDirectories(folder.resolve("outside/inner"));
        Files.writeString(outside.resolve("x.csv"), "a,b\n1,x\n");
        files.add(List.of(folder.resolve("outside")));
        assertThat(files.copying().stateProperty().get()).contains("One file");
        assertThat(standIns.resolve("Lake.lakehouse/Files/outside/inner/x.csv")).hasContent("a,b\n1,x");
        files.rename("b.txt", "d.txt");
        files.makeFolder("new");
        assertThat(names(files)).containsExactly("new", "outside", "sub", "d.txt");
        files.makeFolder("../escaped");
        files.rename("d.txt", "sub");
        assertThat(files.problemProperty().get()).contains("sub");
        assertThat(names(files)).containsExactly("new", "outside", "sub", "d.txt");

        files.delete(List.of("outside", "d.txt"));
        assertThat(names(files)).containsExactly("new", "sub");
    }

    @Test
    void aFolderThatIsGoneIsTold() throws IOException {
        lake("Files/raw/a.csv", "");
        StandIn.Lakehouse lakehouse = new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse"));
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(lakehouse, "raw"));
        assertThat(files.problemProperty().get()).isEmpty();
        Files.move(lakehouse.files().resolve("raw"), lakehouse.files().resolve("elsewhere"));
        files.refresh();
        assertThat(files.problemProperty().get()).contains("raw is not there");
        assertThat(names(files)).as("what was seen stays to be seen").containsExactly("a.csv");
        files.show(new Place.Folder(new StandIn.Lakehouse("None", standIns.resolve("None.lakehouse")), ""));
        assertThat(files.problemProperty().get()).contains("None.lakehouse");
    }

    private static List<String> names(FilesViewModel files) {
        return files.entriesProperty().get().stream().map(LakeFiles.Entry::name).toList();
    }

    @Test
    void textRowsPicturesAndUnknownFilesHaveTheirPreview() throws IOException {
        lake("Files/a.csv", "name;pieces\nTea;3\n");
        lake("Files/broken.jsonl", "{\"a\": 1}\n{nonsense\n");
        lake("Files/a.json", "{\"a\": 1}");
        Path picture = lake("Files/dot.png", "");
        Files.write(picture, Base64.getDecoder().decode("iVBORw0KGgo="));
        Files.write(lake("Files/a.bin", ""), new byte[] {0, 1, 2});
        FilesViewModel files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        files.show(new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), ""));

        files.look("a.csv");
        assertThat(files.previewProperty().get()).isInstanceOfSatisfying(Preview.Rows.class, rows -> {
            assertThat(rows.columns()).extracting(GridColumn::name).containsExactly("name", "pieces");
            assertThat(rows.rows().getFirst().cells()).containsExactly("Tea", "3");
        });
        files.look("a.json");
        assertThat(files.previewProperty().get())
                .isEqualTo(new Preview.Text(
                        "{\n  \"a\": 1\n}", true, false, true, new Preview.Read(StandardCharsets.UTF_8, false)));
        files.readAs(StandardCharsets.UTF_16LE);
        assertThat(files.previewProperty().get())
                .isInstanceOfSatisfying(
                        Preview.Text.class,
                        text -> assertThat(text.read()).isEqualTo(new Preview.Read(StandardCharsets.UTF_16LE, true)));
        files.look("broken.jsonl");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Text.class);
        files.look("dot.png");
        assertThat(files.previewProperty().get()).isEqualTo(new Preview.Picture(picture, 0, 0));
        files.look("a.bin");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Nothing.class);
        files.look("gone.csv");
        assertThat(files.previewProperty().get()).isInstanceOf(Preview.Nothing.class);
        files.look(null);
        assertThat(files.previewProperty().get()).isNull();
    }

    @Test
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "only administrators make links there")
    void linksThatLeadOutOfALakehouseAreNotFollowed() throws IOException {
        lake("Files/inside/a.txt", "in");
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Files.writeString(elsewhere.resolve("private.txt"), "not for functions");
        Path root = standIns.resolve("Lake.lakehouse/Files");
        Files.createSymbolicLink(root.resolve("out"), elsewhere);
        Files.createSymbolicLink(root.resolve("out.txt"), elsewhere.resolve("private.txt"));
        Files.createSymbolicLink(root.resolve("in.txt"), root.resolve("inside/a.txt"));
        Place.Folder files = new Place.Folder(new StandIn.Lakehouse("Lake", standIns.resolve("Lake.lakehouse")), "");

        assertThat(new DiskPlaces().children(files))
                .extracting(place -> ((Place.Folder) place).name())
                .containsExactly("inside");
        LakeFolders folders = new LakeFolders();
        assertThat(folders.preview(files, "out.txt", null)).isInstanceOf(Preview.Nothing.class);
        assertThat(folders.preview(files, "in.txt", null))
                .isInstanceOfSatisfying(
                        Preview.Text.class, text -> assertThat(text.text()).isEqualTo("in"));
    }
}
