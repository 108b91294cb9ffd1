package dev.bobbin.emulator.serve;

import java.io.IOException;

/** A stream ends after its beginning had been sent: its caller must not take what it has for the whole. */
final class BrokenStream extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenStream() {
        super("The stream broke off before its end.");
    }
}
