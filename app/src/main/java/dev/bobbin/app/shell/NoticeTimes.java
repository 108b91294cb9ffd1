package dev.bobbin.app.shell;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Notices;
import java.time.Duration;
import java.util.function.Predicate;
import javafx.collections.ListChangeListener;

/**
 * Takes notices away that only tell of something done, once there was time to read them: they lie over what one works with.
 * Questions and errors stay.
 */
final class NoticeTimes {

    private static final Duration LEAST = Duration.ofSeconds(8);

    /** Slow readers read fifteen characters a second. */
    private static final Duration PER_CHARACTER = Duration.ofMillis(70);

    private final Notices notices;
    private final TaskRunner tasks;
    private final Predicate<Notice> held;

    /** @param held whether somebody is about to read or answer it: it gets its time anew */
    NoticeTimes(Notices notices, TaskRunner tasks, Predicate<Notice> held) {
        this.notices = notices;
        this.tasks = tasks;
        this.held = held;
        notices.shown().addListener((ListChangeListener<Notice>) change -> {
            while (change.next()) {
                change.getAddedSubList().stream()
                        .filter(notice -> notice.kind() == Notice.Kind.INFO)
                        .forEach(this::await);
            }
        });
    }

    /** How long it is shown at least; twice as long when there is something to decide. */
    static Duration timeFor(Notice notice) {
        Duration reading = LEAST.plus(PER_CHARACTER.multipliedBy(notice.text().length()));
        return notice.choices().isEmpty() ? reading : reading.multipliedBy(2);
    }

    private void await(Notice notice) {
        tasks.later(timeFor(notice), () -> {
            // A newer one of the same kind has its own time.
            boolean there = notices.shown().stream().anyMatch(shown -> shown == notice);
            if (there && held.test(notice)) {
                await(notice);
            } else if (there) {
                notices.dismiss(notice.id());
            }
        });
    }
}
