package dev.bobbin.emulator.invoke;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.bobbin.emulator.service.Status;
import org.jspecify.annotations.Nullable;

/**
 * What a streaming function has sent its caller. With the first piece the status of the answer is out, whatever comes
 * later: a function that fails then has answered with that status and the beginning of a stream, not with an envelope.
 */
final class StreamSoFar {

    /** Characters kept to show what had been sent; a stream that succeeds is kept as a whole elsewhere. */
    private static final int KEPT = 100_000;

    private final StringBuilder sent = new StringBuilder();
    private @Nullable StreamHead head;
    private boolean begun;

    synchronized void begin(StreamHead streamed) {
        head = streamed;
    }

    synchronized void add(StreamChunk piece) {
        begun = true;
        if (sent.length() < KEPT) {
            sent.append(piece.beginning(KEPT - sent.length()));
        }
    }

    /** The result as the caller sees it. */
    synchronized InvocationResult asSent(InvocationResult result) {
        StreamHead first = head;
        if (first == null || !(result instanceof InvocationResult.Answered answered)) {
            return result;
        }
        if (answered.envelope().status() == Status.SUCCEEDED) {
            return answered.withHttpStatus(first.sentStatus());
        }
        return begun
                ? answered.brokenOff(
                        first.sentStatus(), TextNode.valueOf(sent.toString()).toString())
                : answered;
    }
}
