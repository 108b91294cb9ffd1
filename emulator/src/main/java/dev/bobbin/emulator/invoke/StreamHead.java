package dev.bobbin.emulator.invoke;

import java.util.Map;

/**
 * What a streamed response begins with, before its first piece.
 *
 * @param httpStatus as the function chose it
 * @param mediaType such as {@code text/plain}
 * @param headers further headers of the response
 */
public record StreamHead(int httpStatus, String mediaType, Map<String, String> headers) {

    public StreamHead {
        headers = Map.copyOf(headers);
    }

    /** The status that is sent; 200 for what is none. */
    public int sentStatus() {
        return httpStatus >= 200 && httpStatus <= 599 ? httpStatus : 200;
    }
}
