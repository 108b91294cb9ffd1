package dev.bobbin.app.tour;

import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/** The tour: which step is shown, and whether it has been seen. */
public final class TourViewModel {

    static final String SEEN = "seen";

    /** The steps, in order; each points at the part of the window that has its id. */
    public enum Step {
        FUNCTIONS("functions"),
        RUN("run"),
        OUTPUT("output-tabs"),
        PALETTE("command-PALETTE");

        private final String target;

        Step(String target) {
            this.target = target;
        }

        /** Id of what it points at. */
        String target() {
            return target;
        }

        /** From 1. */
        int number() {
            return ordinal() + 1;
        }
    }

    private final StringProperty seen;
    private final ReadOnlyObjectWrapper<@Nullable Step> step = new ReadOnlyObjectWrapper<>();

    /** @param seen remembers for further starts whether the tour was taken or skipped */
    public TourViewModel(StringProperty seen) {
        this.seen = seen;
    }

    /** The step shown; null while there is no tour. */
    public ReadOnlyObjectProperty<@Nullable Step> stepProperty() {
        return step.getReadOnlyProperty();
    }

    /** Whether nobody has seen it yet. */
    public boolean isNew() {
        return !seen.get().equals(SEEN);
    }

    /** Begins. */
    public void begin() {
        step.set(Step.values()[0]);
    }

    /** Goes on; behind the last step it ends. */
    public void next() {
        Step now = step.get();
        if (now == null || now.number() == Step.values().length) {
            end();
        } else {
            step.set(Step.values()[now.number()]);
        }
    }

    /** Goes back; before the first step there is none. */
    public void back() {
        Step now = step.get();
        if (now != null && now.ordinal() > 0) {
            step.set(Step.values()[now.ordinal() - 1]);
        }
    }

    /** Ends, early or not; it does not come by itself again. */
    public void end() {
        step.set(null);
        seen.set(SEEN);
    }
}
