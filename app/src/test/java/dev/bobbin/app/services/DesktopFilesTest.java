package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import dev.bobbin.app.workspace.SavedFiles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What was saved can be opened, and found, from the message that says so. */
class DesktopFilesTest {

    private static final Path FILE = Path.of("/home/ana/my pages/run & show.html");

    @Test
    void everyPlatformGetsItsCommandWithTheNameAsOneWord() {
        assertThat(DesktopFiles.toOpen("linux", FILE)).containsExactly("xdg-open", FILE.toString());
        assertThat(DesktopFiles.toShow("linux", FILE))
                .containsExactly("xdg-open", FILE.getParent().toString());
        assertThat(DesktopFiles.toOpen("mac os x", FILE)).containsExactly("open", FILE.toString());
        assertThat(DesktopFiles.toShow("mac os x", FILE)).containsExactly("open", "-R", FILE.toString());
        assertThat(DesktopFiles.toOpen("windows 11", FILE))
                .containsExactly("rundll32", "url.dll,FileProtocolHandler", FILE.toString());
        assertThat(DesktopFiles.toShow("windows 11", FILE)).containsExactly("explorer", "/select," + FILE);
    }

    @Test
    void theMessageOffersBoth() {
        List<String> done = new ArrayList<>();
        Notices notices = new Notices();
        notices.onSaved(new SavedFiles() {
            @Override
            public void open(Path file) {
                done.add("open " + file);
            }

            @Override
            public void showInFolder(Path file) {
                done.add("show " + file);
            }
        });
        notices.saved("saved", "Saved.", FILE);
        notices.dismissTold();
        assertThat(notices.shown()).as("the next run takes it away").isEmpty();
        notices.saved("saved", "Saved.", FILE);
        Notice notice = notices.shown().getFirst();
        assertThat(notice.choices())
                .extracting(Notice.Choice::label)
                .containsExactly(text("choice.open"), text("choice.showInFolder"));
        notice.choices().forEach(choice -> notices.choose(notice, choice));
        assertThat(done).containsExactly("open " + FILE, "show " + FILE);
        assertThat(notices.shown()).isEmpty();
    }
}
