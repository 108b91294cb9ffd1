package dev.bobbin.emulator.caller;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;

/** The callers that are known. */
public final class Callers {

    private static final List<Caller> ALL = read();

    private Callers() {}

    /** All callers, a plain REST client first. */
    public static List<Caller> all() {
        return ALL;
    }

    /** The caller of that id. */
    public static Optional<Caller> of(String id) {
        return ALL.stream().filter(caller -> caller.id().equals(id)).findFirst();
    }

    private static List<Caller> read() {
        try (InputStream in = Callers.class.getResourceAsStream("/callers.json")) {
            if (in == null) {
                throw new IllegalStateException("The program is incomplete: callers.json is missing.");
            }
            return List.of(new ObjectMapper().readValue(in, Caller[].class));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
