package dev.bobbin.emulator.serve;

import java.io.IOException;

/** A stream broke off after its beginning had been sent: its caller must not take what it has for the whole. */
final class BrokenStream extends IOException {

    private static final long serialVersionUID = 1L;

    BrokenStream() {
        super("The function failed in the middle of its stream.");
    }
}
