package dev.bobbin.app.workspace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A stream as it comes: its text as a whole, and each piece with its time. */
class StreamedTextTest {

    private static final Instant START = Instant.parse("2026-01-01T00:00:00Z");

    private final StreamedText streamed = new StreamedText();

    @Test
    void piecesKeepTheirBordersAndTheirTimes() {
        streamed.append(List.of(arrival("one", 0), arrival("two", 250)));
        streamed.append(List.of(arrival("x".repeat(1000), 900)));

        assertThat(streamed.textProperty().get()).startsWith("onetwox");
        assertThat(streamed.pieces())
                .extracting(StreamedPiece::number, StreamedPiece::after, StreamedPiece::length)
                .containsExactly(
                        tuple(1, Duration.ZERO, 3),
                        tuple(2, Duration.ofMillis(250), 3),
                        tuple(3, Duration.ofMillis(900), 1000));
        assertThat(streamed.pieces().getLast().beginning()).hasSize(StreamedPiece.LONGEST);
    }

    @Test
    void theNextRunBeginsAnew() {
        streamed.append(List.of(arrival("old", 0)));
        streamed.clear();
        assertThat(streamed.pieces()).isEmpty();
        streamed.append(List.of(arrival("new", 5000)));
        assertThat(streamed.pieces().getFirst().after()).isZero();
        assertThat(streamed.pieces().getFirst().number()).isEqualTo(1);
    }

    @Test
    void ofVeryManyPiecesTheFirstAreKept() {
        streamed.append(Collections.nCopies(StreamedText.MOST_PIECES + 5, arrival("a", 0)));
        assertThat(streamed.pieces()).hasSize(StreamedText.MOST_PIECES);
    }

    private static StreamedText.Arrival arrival(String text, long millis) {
        return new StreamedText.Arrival(text, START.plusMillis(millis));
    }
}
