package dev.bobbin.emulator.serve;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class StreamBacklogTest {

    private static final int MEGABYTE = 1024 * 1024;

    private final StreamBacklog backlog = new StreamBacklog();

    @Test
    void oneCallerMayLagThirtyTwoMegabytesBehind() {
        assertThat(backlog.hold(31L * MEGABYTE, MEGABYTE)).isTrue();
        assertThat(backlog.hold(32L * MEGABYTE, 1)).isFalse();
        assertThat(backlog.hold(0, 40 * MEGABYTE)).isTrue();
        assertThat(backlog.hold(1, 40 * MEGABYTE)).isFalse();
    }

    @Test
    void allTogetherHaveABoundToo_ButThoseThatKeepUpGoOn() {
        int held = 0;
        while (held < 10_000 && backlog.hold(2L * MEGABYTE, MEGABYTE)) {
            held++;
        }
        assertThat(held).isBetween(1, 256);
        assertThat(backlog.hold(0, MEGABYTE)).isTrue();

        backlog.release(MEGABYTE);
        backlog.release(MEGABYTE);
        assertThat(backlog.hold(2L * MEGABYTE, MEGABYTE)).isTrue();
    }
}
