package dev.bobbin.app.shell;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoticeTimesTest {

    private final Deque<Runnable> later = new ArrayDeque<>();
    private final Notices notices = new Notices();
    private boolean held;

    NoticeTimesTest() {
        new NoticeTimes(
                notices,
                new SameThreadTaskRunner() {
                    @Override
                    public Delayed later(Duration delay, Runnable action) {
                        NoticeTimesTest.this.later.add(action);
                        return () -> {};
                    }
                },
                _ -> held);
    }

    @Test
    void whatOnlyTellsOfSomethingDoneGoesOnceItCouldBeRead() {
        notices.show(done("saved"));
        held = true;
        later.remove().run();
        assertThat(notices.shown()).as("somebody is reading it").hasSize(1);
        held = false;
        later.remove().run();
        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void errorsAndQuestionsStay() {
        notices.show(Notice.error("no", "It failed."));
        notices.show(new Notice("ask", Notice.Kind.QUESTION, "Really?", List.of()));
        notices.show(new Notice("offer", Notice.Kind.OFFER, "Reload?", List.of()));
        assertThat(later).isEmpty();
    }

    @Test
    void aNewerNoticeHasItsOwnTime() {
        notices.show(done("same"));
        notices.show(new Notice("same", Notice.Kind.INFO, "Done again.", List.of()));
        later.remove().run();
        assertThat(notices.shown()).extracting(Notice::text).containsExactly("Done again.");
        later.remove().run();
        assertThat(notices.shown()).isEmpty();
    }

    @Test
    void longWordsAndChoicesTakeLonger() {
        Duration brief = NoticeTimes.timeFor(done("a"));
        Notice longer = new Notice("b", Notice.Kind.INFO, "Done. ".repeat(20), List.of());
        Notice choosing =
                new Notice("c", Notice.Kind.INFO, longer.text(), List.of(new Notice.Choice("Open", () -> {})));
        assertThat(NoticeTimes.timeFor(longer)).isGreaterThan(brief);
        assertThat(NoticeTimes.timeFor(choosing)).isGreaterThan(NoticeTimes.timeFor(longer));
    }

    private static Notice done(String id) {
        return new Notice(id, Notice.Kind.INFO, "Done.", List.of());
    }
}
