package dev.bobbin.app.data.keeping;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.data.files.FilesViewModel;
import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.LakeFolders;
import dev.bobbin.app.services.LifecycleKeeping;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots, reset and export of a real lakehouse. */
class KeepingViewModelTest {

    private @TempDir Path folder;
    private WorkspaceModel model;
    private StandIn.Lakehouse lake;
    private Path file;
    private KeepingViewModel keeping;
    private FilesViewModel files;
    private HandEdits edits;

    @BeforeEach
    void open() throws IOException {
        model = Models.open(Files.createDirectories(folder.resolve("First.UserDataFunction")), """
                import fabric.functions as fn

                udf = fn.UserDataFunctions()

                @udf.connection(argName="lake", alias="Lake")
                @udf.function()
                def count(lake: fn.FabricLakehouseClient) -> int:
                    return 1
                """);
        Path place = Workspace.of(model.itemProperty().get()).standIns().resolve("Lake.lakehouse");
        file = Files.createDirectories(place.resolve("Files")).resolve("a.txt");
        Files.writeString(file, "first");
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        edits = new HandEdits(model, new LifecycleKeeping(), tasks);
        keeping = new KeepingViewModel(model, new LifecycleKeeping(), edits, tasks);
        files = new FilesViewModel(model, new LakeFolders(), edits, tasks);
        lake = new StandIn.Lakehouse("Lake", place);
        keeping.show(lake);
    }

    private String answer() {
        Notice question = model.notices().shown().getLast();
        assertThat(question.kind()).isEqualTo(Notice.Kind.QUESTION);
        model.notices().choose(question, question.choices().getFirst());
        return model.notices().shown().isEmpty()
                ? ""
                : model.notices().shown().getLast().text();
    }

    @Test
    void aNameByTimeIsOfferedThatNoSnapshotHas() {
        LocalDateTime now = LocalDateTime.of(2026, 2, 3, 4, 5);
        String first = keeping.suggestedName(now);
        assertThat(first).isEqualTo("2026-02-03 04.05");
        keeping.take(first);
        keeping.take(keeping.suggestedName(now));
        assertThat(keeping.snapshots()).as("none took the place of another").hasSize(2);
    }

    @Test
    void nothingIsSaidOfChangesWhileTheyAreBeingLookedFor() throws IOException {
        keeping.take("before");
        HeldTaskRunner held = new HeldTaskRunner();
        KeepingViewModel slow = new KeepingViewModel(model, new LifecycleKeeping(), edits, held);
        slow.show(lake);
        slow.compare("before");
        assertThat(slow.comparingProperty().get()).isTrue();
        held.endNewestFirst();
        assertThat(slow.comparingProperty().get()).isFalse();
        slow.show(lake);
        assertThat(slow.comparingProperty().get()).isTrue();
        slow.endComparison();
        assertThat(slow.comparingProperty().get()).isFalse();
    }

    @Test
    void dataIsKeptComparedAndPutBackOnlyAfterAsking() throws IOException {
        keeping.take("before");
        assertThat(keeping.snapshots()).containsExactly("before");
        Files.writeString(file, "second");
        keeping.compare("before");
        assertThat(keeping.sinceSummaryProperty().get()).isEqualTo("1 change");
        assertThat(keeping.since().lines().getFirst().words()).contains("a.txt", "changed");
        keeping.since().look(keeping.since().lines().getFirst());
        assertThat(keeping.since().detailProperty().get()).contains("-first", "+second");
        keeping.restore("before");
        assertThat(file).hasContent("second");
        answer();
        assertThat(file).hasContent("first");
        keeping.show(lake);
        assertThat(keeping.since().lines()).as("compared again").isEmpty();
        keeping.forget("before");
        answer();
        assertThat(keeping.snapshots()).isEmpty();
        assertThat(keeping.comparedProperty().get()).isNull();
        keeping.restore("before");
        answer();
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
    }

    @Test
    void anAnswerIsForTheStandInThatWasAskedAboutWhateverIsLookedAtByThen() throws IOException {
        StandIn.Lakehouse other = new StandIn.Lakehouse("Other", lake.path().resolveSibling("Other.lakehouse"));
        Path others = Files.createDirectories(other.files()).resolve("b.txt");
        Files.writeString(others, "first");
        keeping.take("before");
        keeping.show(other);
        keeping.take("before");
        Files.writeString(file, "second");
        Files.writeString(others, "second");

        keeping.show(lake);
        keeping.restore("before");
        assertThat(model.notices().shown().getLast().text()).contains("before", "Lake");
        keeping.show(other);
        keeping.compare("before");
        answer();
        assertThat(file).hasContent("first");
        assertThat(others).hasContent("second");

        keeping.show(lake);
        keeping.forget("before");
        assertThat(model.notices().shown().getLast().text()).contains("before", "Lake");
        keeping.show(other);
        keeping.compare("before");
        answer();
        assertThat(keeping.snapshots()).containsExactly("before");
        assertThat(keeping.comparedProperty().get()).isEqualTo("before");

        keeping.show(lake);
        assertThat(keeping.snapshots()).isEmpty();
        KeepingViewModel.Taking asked = keeping.taking().orElseThrow();
        assertThat(asked.standIn()).isEqualTo("Lake");
        keeping.show(other);
        asked.take().accept("named late");
        keeping.show(lake);
        assertThat(keeping.snapshots()).containsExactly("named late");

        keeping.reset();
        keeping.show(other);
        answer();
        assertThat(file).doesNotExist();
        assertThat(others).hasContent("second");
    }

    @Test
    void everythingIsExportedAndReset() throws IOException {
        Path out = folder.resolve("out");
        keeping.export(out);
        assertThat(out.resolve("Files/a.txt")).hasContent("first");
        keeping.reset();
        assertThat(file).exists();
        answer();
        assertThat(file).doesNotExist();
    }

    @Test
    void examplesFindTheDataThatWasKeptForThem() throws IOException {
        keeping.keepForExamples();
        Files.writeString(file, "second");
        keeping.keepForExamples();
        var item = model.itemProperty().get();
        assertThat(Workspace.of(item).exampleData(item, "Lake").resolve("Files/a.txt"))
                .hasContent("second");
        assertThat(model.notices().shown().getLast().text()).startsWith("One thing is kept");
    }

    @Test
    void whatWasChangedByHandBeforeAnotherStateCannotBeTakenBack() throws IOException {
        files.show(new Place.Folder(lake, ""));
        keeping.take("before");
        files.rename("a.txt", "b.txt");
        keeping.restore("before");
        answer();
        assertThat(file).hasContent("first");
        assertThat(edits.nextProperty().get()).isEmpty();
        edits.undo();
        assertThat(file).hasContent("first");
    }

    @Test
    void aNameThatCannotBeIsTold() {
        keeping.take("a/b");
        assertThat(model.notices().shown().getLast().kind()).isEqualTo(Notice.Kind.ERROR);
        assertThat(keeping.snapshots()).isEmpty();
    }
}
