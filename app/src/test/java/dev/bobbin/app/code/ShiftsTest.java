package dev.bobbin.app.code;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;

class ShiftsTest {

    private final Shifts shifts = new Shifts();

    @Test
    void placesBehindAnEditMoveAndThoseBeforeItStay() {
        shifts.edited(10, 2, 5);
        assertThat(shifts.start(9)).isEqualTo(9);
        assertThat(shifts.start(20)).isEqualTo(23);
        assertThat(shifts.end(20)).isEqualTo(23);
        shifts.clear();
        assertThat(shifts.start(20)).isEqualTo(20);
    }

    @Test
    void aWordGoesOnAtItsEndAndNotBeforeItsBeginning() {
        shifts.edited(10, 0, 1);
        assertThat(shifts.end(10)).isEqualTo(11);
        assertThat(shifts.start(10)).isEqualTo(11);
    }

    @Property
    void aStretchThatIsNotEditedKeepsItsLength(
            @ForAll @IntRange(max = 40) int start,
            @ForAll @IntRange(min = 1, max = 20) int length,
            @ForAll @IntRange(max = 80) int position,
            @ForAll @IntRange(max = 20) int removed,
            @ForAll @IntRange(max = 20) int inserted) {
        Shifts edited = new Shifts();
        edited.edited(position, removed, inserted);
        boolean before = position + removed <= start;
        boolean behind = position > start + length;
        if (before || behind) {
            assertThat(edited.start(start)).isEqualTo(before ? start + inserted - removed : start);
            assertThat(edited.end(start + length) - edited.start(start)).isEqualTo(length);
        }
    }
}
