package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What happens while a file is being written and when it is answered late. */
class SlowSavingTest extends ItemSessions {

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
        model.sourceProperty().set("y = 2\n");
        slow.save();
        held.endNewestFirst();
        assertThat(other.resolve("function_app.py")).hasContent("y = 2\n");
        Path copy = folder.resolve("copy.py");
        model.wishes().grant(Wish.Save.class, wish -> wish.save().accept(copy));
        choose("left-not-saved-function_app.py", 0);
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
        new Committed(model, _ -> Optional.of("committed\n"), held).reset();
        slow.open(other);
        held.endNewestFirst();
        assertThat(model.sourceProperty().get()).isEqualTo("y = 1\n");
    }

    @Test
    void theTemplateForAnItemThatWasLeftDoesNotGetIntoAnother() throws IOException {
        Path other = otherItem();
        // Else it were a workspace that holds the other one.
        Files.writeString(folder.resolve("definition.json"), "{}");
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
}
