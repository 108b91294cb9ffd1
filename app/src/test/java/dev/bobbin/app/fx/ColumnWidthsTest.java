package dev.bobbin.app.fx;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** How wide columns are made for what they hold. */
class ColumnWidthsTest {

    @Test
    void whatIsWideGetsMoreRoomWithinBounds() {
        assertThat(ColumnWidths.of("MWMW")).isGreaterThan(ColumnWidths.of("abcd"));
        assertThat(ColumnWidths.of("ill.")).isLessThan(ColumnWidths.of("abcd"));
        assertThat(ColumnWidths.of("\u6771\u4eac")).isGreaterThan(ColumnWidths.of("MM"));
        assertThat(ColumnWidths.fitting(ColumnWidths.of("1"))).isEqualTo(ColumnWidths.fitting(0));
        assertThat(ColumnWidths.fitting(ColumnWidths.of("x".repeat(9_000))))
                .isEqualTo(ColumnWidths.fitting(ColumnWidths.of("x".repeat(90))));
    }

    @Test
    void theLastRowCountsHoweverManyThereAre() {
        assertThat(ColumnWidths.rowsOf(0)).isEmpty();
        assertThat(ColumnWidths.rowsOf(3)).containsExactly(0, 1, 2);
        assertThat(ColumnWidths.rowsOf(20).distinct().count()).isEqualTo(20);
        for (int rows : new int[] {50_000, Integer.MAX_VALUE}) {
            assertThat(ColumnWidths.rowsOf(rows).boxed().toList())
                    .startsWith(0, 1, 2, 3)
                    .endsWith(rows - 1)
                    .hasSize(30)
                    .doesNotHaveDuplicates()
                    .isSorted();
        }
    }
}
