package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ItemSessionTest {

    private final FolderFiles files = new FolderFiles();
    private final WorkspaceModel model = Models.empty();
    private final RecentList recent = new RecentList();
    private final ItemSession session = new ItemSession(model, files, recent, new SameThreadTaskRunner());
    private @TempDir Path folder;

    @BeforeEach
    void writeScript() throws IOException {
        Files.writeString(script(), "x = 1\n");
    }

    @Test
    void openingShowsTheScriptAndRemembersTheFolder() {
        session.open(folder);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 1\n");
        assertThat(model.unsaved().get()).isFalse();
        assertThat(recent.recent()).containsExactly(folder);
    }

    @Test
    void aFolderThatIsNotThereGivesAMessageAndIsForgotten() {
        Path gone = folder.resolve("gone");
        recent.opened(gone);
        session.open(gone);
        assertThat(notice("not-opened").text()).contains(gone.toString()).contains("no such folder");
        assertThat(recent.recent()).isEmpty();
    }

    @Test
    void whatIsBeingOpenedIsSaidUntilItIsThereOrCannotBe() {
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.open(folder.resolve("gone.UserDataFunction"));
        assertThat(model.openingProperty().get()).isEqualTo("gone");
        held.endNewest();
        assertThat(model.openingProperty().get()).isEmpty();
        slow.open(folder);
        assertThat(model.openingProperty().get()).isEqualTo(folder.getFileName().toString());
        held.endNewestFirst();
        assertThat(model.openingProperty().get()).isEmpty();
        assertThat(model.itemProperty().get()).isNotNull();
    }

    @Test
    void onlyTheLatestWishIsFulfilled() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("function_app.py"), "y = 1\n");
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.open(folder);
        slow.open(other);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");

        slow.open(folder);
        slow.giveUpOpening();
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
    }

    @Test
    void savingWritesTheEditorsText() throws IOException {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        assertThat(model.unsaved().get()).isTrue();
        session.save();
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void whatCannotBeSavedStaysUnsavedAndIsSaid() throws IOException {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        Files.delete(script());
        Files.createDirectory(script());
        session.save();
        assertThat(model.unsaved().get()).isTrue();
        assertThat(model.sourceProperty().get()).isEqualTo("x = 2\n");
        assertThat(notice("not-saved")).isNotNull();
    }

    @Test
    void closingWithUnsavedEditsAsksAndLosesNothing() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.close();
        assertThat(model.itemProperty().get()).isNotNull();
        choose("unsaved", 2);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 2\n");
    }

    @Test
    void savingWhenAskedDoesWhatWasAskedFor() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.close();
        choose("unsaved", 0);
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.itemProperty().get()).isNull();
    }

    @Test
    void oneQuestionAtATimeIsAskedAboutAFile() throws IOException {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        Files.writeString(script(), "x = 3\n");
        files.tellChanged();
        assertThat(ids()).containsExactly("changed-on-disk-function_app.py");
        session.close();
        assertThat(ids()).containsExactly("unsaved");
        choose("unsaved", 2);
        assertThat(ids()).containsExactly("changed-on-disk-function_app.py");
    }

    private List<String> ids() {
        return model.notices().shown().stream().map(Notice::id).toList();
    }

    @Test
    void whatIsTypedWhileItIsSavedIsAskedAboutToo() {
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, new FolderFiles(), new RecentList(), held);
        slow.open(folder);
        held.endNewestFirst();
        model.sourceProperty().set("x = 2\n");
        slow.close();
        choose("unsaved", 0);
        held.endNewest();
        model.sourceProperty().set("x = 2\ny = 3\n");
        held.endNewestFirst();
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.sourceProperty().get()).isEqualTo("x = 2\ny = 3\n");
        assertThat(notice("unsaved")).isNotNull();
    }

    @Test
    void closingWaitsForWhatIsBeingSaved() {
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = savingSlowly(held);
        assertThat(model.unsaved().get()).isTrue();
        slow.close();
        assertThat(ids()).containsExactly("saving");
        assertThat(model.itemProperty().get()).isNotNull();
        held.endNewestFirst();
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.itemProperty().get()).isNull();
    }

    @Test
    void whoCancelsWhileItIsSavedStaysWithTheItem() {
        HeldTaskRunner held = new HeldTaskRunner();
        savingSlowly(held).close();
        choose("saving", 1);
        held.endNewestFirst();
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.itemProperty().get()).isNotNull();
        assertThat(model.unsaved().get()).isFalse();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void whatIsWrittenAfterAnotherItemWasOpenedLeavesThatOneAlone() throws IOException {
        Path other = otherItem();
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = savingSlowly(held);
        slow.open(other);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 2\n");
        choose("saving", 0);
        held.endNewest();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
        held.endNewestFirst();
        assertThat(script()).hasContent("x = 2\n");
        assertThat(model.itemProperty().get().root()).isEqualTo(other);
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void whatCannotBeWrittenAfterAnotherItemWasOpenedLeavesThatOneAloneAndCanBeSavedElsewhere() throws IOException {
        Path other = otherItem();
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = savingSlowly(held);
        slow.open(other);
        choose("saving", 0);
        held.endNewest();
        Files.delete(script());
        Files.createDirectory(script());
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
        assertThat(model.unsaved().get()).isFalse();
        Path copy = folder.resolve("copy.py");
        model.onAskForFile((_, _, save) -> save.accept(copy));
        choose("not-saved", 0);
        held.endNewestFirst();
        assertThat(copy).hasContent("x = 2\n");
    }

    @Test
    void aSecondSaveWaitsForTheFirst() {
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = savingSlowly(held);
        model.sourceProperty().set("x = 3\n");
        slow.save();
        held.endNewestFirst();
        assertThat(script()).hasContent("x = 3\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void theLastCommitOfAnItemThatWasLeftDoesNotGetIntoAnother() throws IOException {
        Path other = otherItem();
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.open(folder);
        held.endNewestFirst();
        slow.resetToCommitted(_ -> Optional.of("committed\n"));
        slow.open(other);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
    }

    @Test
    void theTemplateForAnItemThatWasLeftDoesNotGetIntoAnother() throws IOException {
        Path other = otherItem();
        Files.delete(script());
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.open(folder);
        held.endNewestFirst();
        choose("no-script", 0);
        slow.open(other);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
        assertThat(other.resolve("function_app.py")).hasContent("y = 1\n");
    }

    /** A session whose changed script has been looked at and is being written now. */
    private ItemSession savingSlowly(HeldTaskRunner held) {
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.open(folder);
        held.endNewestFirst();
        model.sourceProperty().set("x = 2\n");
        slow.save();
        held.endNewest();
        return slow;
    }

    private Path otherItem() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("function_app.py"), "y = 1\n");
        return other;
    }

    @Test
    void discardingWhenAskedDoesWhatWasAskedFor() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.close();
        choose("unsaved", 1);
        assertThat(script()).hasContent("x = 1\n");
        assertThat(model.itemProperty().get()).isNull();
    }

    @Test
    void aChangeByAnotherProgramIsOfferedForReload() throws IOException {
        session.open(folder);
        Files.writeString(script(), "x = 3\n");
        files.tellChanged();
        choose("changed-on-disk-function_app.py", 0);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 3\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    @Test
    void keepingOnesOwnTextAfterAChangeLeavesItUnsaved() throws IOException {
        session.open(folder);
        model.sourceProperty().set("mine\n");
        Files.writeString(script(), "theirs\n");
        files.tellChanged();
        choose("changed-on-disk-function_app.py", 1);
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        assertThat(model.unsaved().get()).isTrue();
    }

    @Test
    void savingNeverOverwritesWhatAnotherWindowSavedMeanwhile() throws IOException {
        session.open(folder);
        WorkspaceModel other = Models.empty();
        ItemSession otherWindow =
                new ItemSession(other, new FolderFiles(), new RecentList(), new SameThreadTaskRunner());
        otherWindow.open(folder);
        model.sourceProperty().set("mine\n");
        other.sourceProperty().set("theirs\n");
        otherWindow.save();
        session.save();
        assertThat(script()).hasContent("theirs\n");
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        assertThat(model.unsaved().get()).isTrue();

        List<Comparison> compared = new ArrayList<>();
        model.onCompare(compared::add);
        choose("changed-on-disk-function_app.py", 0);
        assertThat(compared).singleElement().satisfies(comparison -> {
            assertThat(comparison.before()).isEqualTo("theirs\n");
            assertThat(comparison.after()).isEqualTo("mine\n");
        });
        choose("changed-on-disk-function_app.py", 1);
        session.save();
        assertThat(script()).hasContent("mine\n");
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void theJsonFilesAreSavedWithTheScriptAndReadAgainWhenOthersChangeThem() throws IOException {
        Path definition = folder.resolve("definition.json");
        Files.writeString(definition, "{}");
        session.open(folder);
        Draft draft = model.drafts().parts().getFirst();
        assertThat(draft.name()).isEqualTo("definition.json");
        draft.text().set("{\"a\": 1}");
        assertThat(model.drafts().anyUnsaved().get()).isTrue();
        session.save();
        assertThat(definition).hasContent("{\"a\": 1}");
        assertThat(model.drafts().anyUnsaved().get()).isFalse();

        Files.writeString(definition, "{\"b\": 2}");
        files.tellChanged();
        assertThat(draft.text().get()).isEqualTo("{\"b\": 2}");
        draft.text().set("{\"mine\": 3}");
        Files.writeString(definition, "{\"c\": 3}");
        files.tellChanged();
        assertThat(draft.text().get()).isEqualTo("{\"mine\": 3}");
        choose("changed-on-disk-definition.json", 2);
        assertThat(draft.text().get()).isEqualTo("{\"c\": 3}");
    }

    @Test
    void theBenchsOwnSavingIsNotOfferedForReload() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.save();
        files.tellChanged();
        assertThat(model.notices().shown()).isEmpty();
    }

    @Test
    void aFolderThatVanishesIsMissedAndNothingIsLostUntilItIsBack() throws IOException {
        session.open(folder);
        model.sourceProperty().set("mine\n");
        Path away = folder.resolveSibling(folder.getFileName() + "-away");
        Files.move(folder, away);
        files.tellChanged();
        assertThat(notice("item-gone").text()).contains("no such folder");
        session.save();
        assertThat(notice("not-saved")).isNotNull();
        assertThat(folder).doesNotExist();

        Files.move(away, folder);
        long version = model.dataVersionProperty().get();
        files.tellChanged();
        assertThat(model.notices().shown()).isEmpty();
        assertThat(model.dataVersionProperty().get()).isGreaterThan(version);
        assertThat(model.sourceProperty().get()).isEqualTo("mine\n");
        session.save();
        assertThat(script()).hasContent("mine\n");
    }

    @Test
    void anItemWithoutAScriptSaysSoAndOffersToMakeOne() throws IOException {
        Files.delete(script());
        session.open(folder);
        choose("no-script", 0);
        assertThat(script()).hasContent(files.scriptTemplate());
        assertThat(model.sourceProperty().get()).isEqualTo(files.scriptTemplate());
    }

    @Test
    void aNewItemIsMadeAndOpened() {
        session.create(folder.resolve("work"), "Orders");
        assertThat(folder.resolve("work/Orders.UserDataFunction/function_app.py"))
                .exists();
        assertThat(model.itemProperty().get()).isNotNull();
    }

    private Path script() {
        return folder.resolve("function_app.py");
    }

    private Notice notice(String id) {
        return model.notices().shown().stream()
                .filter(notice -> notice.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    private void choose(String id, int choice) {
        Notice notice = notice(id);
        model.notices().choose(notice, notice.choices().get(choice));
    }

    private static final class RecentList implements RecentItems {
        private final ObservableList<Path> folders = FXCollections.observableArrayList();

        @Override
        public ObservableList<Path> recent() {
            return folders;
        }

        @Override
        public void opened(Path folder) {
            folders.add(folder);
        }

        @Override
        public void forget(Path folder) {
            folders.remove(folder);
        }
    }
}
