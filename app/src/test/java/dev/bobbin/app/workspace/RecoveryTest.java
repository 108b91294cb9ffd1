package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.HeldTaskRunner;
import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.l10n.Dates;
import dev.bobbin.app.services.UnsavedFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Unsaved edits survive an unexpected end, and files keep their line ends. */
class RecoveryTest {

    private final Set<String> ended = new HashSet<>();
    private final List<String> started = new ArrayList<>();
    private @TempDir Path item;
    private @TempDir Path unsaved;

    @BeforeEach
    void writeScript() throws IOException {
        Files.writeString(item.resolve("function_app.py"), "a\r\nb\r\n");
    }

    /** A program that is started after all those before have ended unexpectedly. */
    private WorkspaceModel start() throws IOException {
        ended.addAll(started);
        return beside();
    }

    /** A window beside those that are there. */
    private WorkspaceModel beside() throws IOException {
        WorkspaceModel model = Models.empty();
        String owner = "window-" + started.size();
        started.add(owner);
        UnsavedFiles files = new UnsavedFiles(unsaved, owner, (other, _) -> !ended.contains(other));
        new Recovery(model, files, new SameThreadTaskRunner());
        model.open(new FolderFiles().read(item));
        return model;
    }

    private long kept() throws IOException {
        try (Stream<Path> files = Files.list(unsaved)) {
            return files.count();
        }
    }

    @Test
    void editsOfAProgramThatEndedAreOfferedAndRestored() throws IOException {
        start().sourceProperty().set("edited");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        assertThat(next.sourceProperty().get()).isEqualTo("a\nb\n");
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.sourceProperty().get()).isEqualTo("edited");
        assertThat(next.unsaved().get()).isTrue();
    }

    @Test
    void theFirstRestoredEditComesIntoView() throws IOException {
        start().sourceProperty().set("a\nb, edited\n");
        WorkspaceModel next = start();
        List<Integer> shown = new ArrayList<>();
        next.wishes().grant(Wish.Reveal.class, wish -> shown.add(wish.line()));
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(shown).containsExactly(2);
    }

    @Test
    void theOfferNamesEachFileAndWhenItWasLastTypedIn() throws IOException {
        Files.writeString(item.resolve("definition.json"), "{}");
        WorkspaceModel first = start();
        first.sourceProperty().set("edited");
        first.drafts().parts().getFirst().text().set("{ }");
        Instant typed = Instant.parse("2026-03-01T10:00:00Z");
        try (Stream<Path> files = Files.list(unsaved)) {
            for (Path file : files.toList()) {
                Files.setLastModifiedTime(file, FileTime.from(typed));
            }
        }

        String when = Dates.brief(typed, ZonedDateTime.now());
        String offer = "function_app.py, last typed in " + when + ", definition.json, last typed in " + when;
        assertThat(start().notices().shown().getFirst().text()).contains(offer);
        assertThat(start().notices().shown().getFirst().text())
                .as("offered once before")
                .contains(offer);
    }

    @Test
    void halfASurrogatePairCostsNothingElse() throws IOException {
        start().sourceProperty().set("edited \ud83d and more");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.sourceProperty().get()).isEqualTo("edited ? and more");
    }

    @Test
    void whatIsTypedWhileTheOfferStandsIsKeptToo() throws IOException {
        start().sourceProperty().set("first");
        start().sourceProperty().set("second, typed beside the offer");
        WorkspaceModel third = start();
        Notice offer = third.notices().shown().getFirst();
        third.notices().choose(offer, offer.choices().getFirst());
        assertThat(third.sourceProperty().get()).isEqualTo("second, typed beside the offer");
        WorkspaceModel fourth = start();
        fourth.notices()
                .choose(
                        fourth.notices().shown().getFirst(),
                        fourth.notices().shown().getFirst().choices().getLast());
        WorkspaceModel fifth = start();
        Notice older = fifth.notices().shown().getFirst();
        fifth.notices().choose(older, older.choices().getFirst());
        assertThat(fifth.sourceProperty().get()).isEqualTo("first");
    }

    @Test
    void aWindowThatLivesIsNotTakenForOneThatEnded() throws IOException {
        WorkspaceModel one = start();
        one.sourceProperty().set("in one window");
        WorkspaceModel other = beside();
        assertThat(other.notices().shown()).isEmpty();
        other.sourceProperty().set("in the other");
        other.savedSourceProperty().set("in the other");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.sourceProperty().get()).isEqualTo("in one window");
    }

    @Test
    void editsOfTwoWindowsAreOfferedOneInEachOfTheNextTwo() throws IOException {
        WorkspaceModel one = start();
        WorkspaceModel other = beside();
        one.sourceProperty().set("in one window");
        other.sourceProperty().set("in the other");

        WorkspaceModel next = start();
        WorkspaceModel besideNext = beside();
        assertThat(List.of(restored(next), restored(besideNext)))
                .containsExactlyInAnyOrder("in one window", "in the other");
        assertThat(beside().notices().shown()).isEmpty();
        assertThat(start().notices().shown()).as("both were killed again").hasSize(1);
    }

    @Test
    void theNextEditsAreOfferedAsSoonAsOneIsDecidedAbout() throws IOException {
        WorkspaceModel one = start();
        WorkspaceModel other = beside();
        one.sourceProperty().set("in one window");
        other.sourceProperty().set("in the other");

        WorkspaceModel next = start();
        List<String> offered = List.of(restored(next), restored(next));
        assertThat(offered).containsExactlyInAnyOrder("in one window", "in the other");
        assertThat(next.notices().shown()).isEmpty();
        assertThat(kept()).isEqualTo(1);
    }

    @Test
    void whoGoesBackToAnItemThatIsStillBeingSavedIsOfferedItsText() throws IOException {
        Path other = Files.createDirectories(unsaved.resolve("Other.UserDataFunction"));
        Files.writeString(other.resolve("function_app.py"), "other");
        WorkspaceModel model = Models.empty();
        HeldTaskRunner held = new HeldTaskRunner();
        UnsavedFiles files = new UnsavedFiles(unsaved.resolve("kept"), "window-slow", (_, _) -> true);
        new Recovery(model, files, new SameThreadTaskRunner());
        ItemSession session = new ItemSession(model, new FolderFiles(), new NoRecentItems(), held);
        session.open(item);
        held.endNewestFirst();
        model.sourceProperty().set("edited");
        session.save();
        held.endNewest();
        session.open(other);
        Notice saving = model.notices().shown().getFirst();
        model.notices().choose(saving, saving.choices().getFirst());
        held.endNewest();
        assertThat(model.sourceProperty().get()).isEqualTo("other");

        session.open(item);
        held.endNewest();
        assertThat(model.sourceProperty().get()).isEqualTo("a\nb\n");
        assertThat(restored(model)).isEqualTo("edited");
    }

    /** Takes what is offered. @return the text of the editor after that */
    private static String restored(WorkspaceModel model) {
        Notice offer = model.notices().shown().getFirst();
        model.notices().choose(offer, offer.choices().getFirst());
        return model.sourceProperty().get();
    }

    @Test
    void whatASaveThatWasBrokenOffLeftIsOfferedAndThenDeleted() throws IOException {
        Path left = item.resolve(".bobbin-function_app.py-1-23.tmp");
        Files.writeString(left, "half saved\r\n");
        assertThat(start().notices().shown()).isEmpty();
        ended.add("1-23");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.sourceProperty().get()).isEqualTo("half saved\n");
        assertThat(left).doesNotExist();
    }

    @Test
    void whatASaveLeftThatReachedTheDiskIsDeletedWithoutAWord() throws IOException {
        Path left = item.resolve(".bobbin-function_app.py-1-23.tmp");
        Files.copy(item.resolve("function_app.py"), left);
        ended.add("1-23");
        assertThat(start().notices().shown()).isEmpty();
        assertThat(left).doesNotExist();
    }

    @Test
    void whatIsStillBeingWrittenIsKeptWhenTheWindowCloses() throws IOException {
        WorkspaceModel model = Models.empty();
        HeldTaskRunner held = new HeldTaskRunner();
        Recovery recovery = new Recovery(model, new UnsavedFiles(unsaved, "window-slow", (_, _) -> true), held);
        ItemSession session = new ItemSession(model, new FolderFiles(), new NoRecentItems(), held);
        session.open(item);
        held.endNewestFirst();
        model.sourceProperty().set("edited");
        session.save();
        held.endNewest();
        recovery.end();
        assertThat(kept()).isEqualTo(1);
        held.endNewestFirst();
        recovery.end();
        assertThat(kept()).isZero();
    }

    @Test
    void editsThatAreForgottenAreNotOfferedAgain() throws IOException {
        start().sourceProperty().set("edited");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        next.notices().choose(offer, offer.choices().getLast());
        assertThat(start().notices().shown()).isEmpty();
    }

    @Test
    void savedEditsAreForgotten() throws IOException {
        WorkspaceModel model = start();
        model.sourceProperty().set("edited");
        assertThat(kept()).isEqualTo(1);
        model.savedSourceProperty().set("edited");
        assertThat(kept()).isZero();
    }

    @Test
    void editsOfTheJsonFilesAreKeptToo() throws IOException {
        Files.writeString(item.resolve("definition.json"), "{}");
        start().drafts().parts().getFirst().text().set("{\"a\": 1}");
        WorkspaceModel next = start();
        Notice offer = next.notices().shown().getFirst();
        assertThat(offer.text()).contains("definition.json");
        next.notices().choose(offer, offer.choices().getFirst());
        assertThat(next.drafts().parts().getFirst().text().get()).isEqualTo("{\"a\": 1}");
    }

    @Test
    void aFileKeepsItsLineEnds() throws IOException {
        WorkspaceModel model = start();
        assertThat(model.unsaved().get()).isFalse();
        SameThreadTaskRunner tasks = new SameThreadTaskRunner();
        model.sourceProperty().set("a\nnew\n");
        new ItemSession(model, new FolderFiles(), new NoRecentItems(), tasks).save();
        assertThat(Files.readString(item.resolve("function_app.py"))).isEqualTo("a\r\nnew\r\n");
        assertThat(model.unsaved().get()).isFalse();
    }

    private static final class NoRecentItems implements RecentItems {

        @Override
        public ObservableList<Path> recent() {
            return FXCollections.observableArrayList();
        }

        @Override
        public void opened(Path folder) {}

        @Override
        public void forget(Path folder) {}
    }
}
