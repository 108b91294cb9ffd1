package dev.bobbin.emulator.service;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** The page "Differences from the service": what is approximated, chosen or unknown. */
public final class Differences {

    private static final String PAGE = "/docs/differences.md";

    private Differences() {}

    /**
     * The page, in Markdown.
     *
     * @throws IOException when it cannot be read
     */
    public static String page() throws IOException {
        try (InputStream in = Differences.class.getResourceAsStream(PAGE)) {
            if (in == null) {
                throw new IOException("The program is incomplete: " + PAGE + " is missing.");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
