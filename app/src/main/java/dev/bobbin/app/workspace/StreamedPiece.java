package dev.bobbin.app.workspace;

import java.time.Duration;

/**
 * One piece of a streamed answer, as it came.
 *
 * @param number from 1
 * @param after the first piece
 * @param length in characters
 * @param beginning what is shown of it
 */
public record StreamedPiece(int number, Duration after, int length, String beginning) {

    /** Longest beginning, in characters. */
    static final int LONGEST = 300;
}
