package dev.bobbin.emulator.standin.documents;

import java.util.Base64;
import java.util.concurrent.ThreadLocalRandom;

/** The service's own ids of things. */
final class Rids {

    private static final int BYTES = 12;

    private Rids() {}

    static String next() {
        byte[] bytes = new byte[BYTES];
        ThreadLocalRandom.current().nextBytes(bytes);
        return Base64.getUrlEncoder().encodeToString(bytes);
    }
}
