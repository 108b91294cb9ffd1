package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ItemSessionTest extends ItemSessions {

    @Test
    void openingShowsTheScriptAndRemembersTheFolder() {
        session.open(folder);
        assertThat(model.sourceProperty().get()).isEqualTo("x = 1\n");
        assertThat(model.unsaved().get()).isFalse();
        assertThat(recent.recent()).containsExactly(folder);
    }

    @Test
    void aFolderThatIsNotThereGivesAMessageAndStaysAmongTheRecentOnes() {
        Path gone = folder.resolve("gone");
        recent.opened(gone);
        session.open(gone);
        assertThat(notice("not-opened").text()).contains(gone.toString()).contains("There is no folder");
        assertThat(recent.recent()).as("its drive may be there tomorrow").containsExactly(gone);
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
    void whatIsMadeIsOpenedUnlessSomethingElseIsWishedMeanwhile() throws IOException {
        Path other = Files.createDirectories(folder.resolve("other"));
        Files.writeString(other.resolve("function_app.py"), "y = 1\n");
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        List<Path> made = new ArrayList<>();
        slow.openMade("other", () -> other, made::add, String::valueOf);
        assertThat(model.openingProperty().get()).isEqualTo("other");
        slow.open(folder);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("x = 1\n");
        assertThat(made).isEmpty();

        slow.openMade("other", () -> other, made::add, String::valueOf);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
        assertThat(made).containsExactly(other);
    }

    @Test
    void whatCannotBeMadeIsSaidUnlessSomethingElseIsWishedMeanwhile() {
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        slow.openMade(
                "other",
                () -> {
                    throw new IOException("full");
                },
                _ -> {},
                _ -> "The disk is full");
        slow.open(folder);
        held.endNewestFirst();
        assertThat(model.itemProperty().get()).isNotNull();
        assertThat(model.notices().shown()).isEmpty();

        slow.openMade(
                "other",
                () -> {
                    throw new IOException("full");
                },
                _ -> {},
                _ -> "The disk is full");
        held.endNewestFirst();
        assertThat(model.notices().shown().getLast().text()).isEqualTo("The disk is full");
        assertThat(model.openingProperty().get()).isEmpty();
    }

    @Test
    void whatIsTypedWhileTheItemIsReadAgainStays() throws IOException {
        session.open(folder);
        HeldTaskRunner held = new HeldTaskRunner();
        ItemSession slow = new ItemSession(model, files, recent, held);
        Files.writeString(script(), "x = 3\n");
        slow.reload();
        model.sourceProperty().set("x = 2\n");
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("x = 2\n");
        assertThat(model.notices().shown()).as("an offer to reload").isNotEmpty();

        model.sourceProperty().set("x = 1\n");
        slow.reload();
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("x = 3\n");
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
        assertThat(notice("not-saved-function_app.py")).isNotNull();
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
    void discardingWhenAskedDoesWhatWasAskedFor() {
        session.open(folder);
        model.sourceProperty().set("x = 2\n");
        session.close();
        choose("unsaved", 1);
        assertThat(script()).hasContent("x = 1\n");
        assertThat(model.itemProperty().get()).isNull();
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
        List<Path> made = new ArrayList<>();
        session.create(folder.resolve("work"), "Orders", made::add);
        assertThat(made).containsExactly(folder.resolve("work/Orders.UserDataFunction"));
        assertThat(model.notices().shown().getLast().text())
                .contains("Orders", made.getFirst().toString());
        assertThat(folder.resolve("work/Orders.UserDataFunction/function_app.py"))
                .exists();
        assertThat(model.itemProperty().get()).isNotNull();
    }
}
