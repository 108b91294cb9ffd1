package dev.bobbin.emulator;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which Bobbin this is, and under which licences its parts are. */
public final class Release {

    private static final String NOT_PACKAGED = "development";

    private Release() {}

    /** The version in the jar; {@code development} for classes that are in none. */
    public static String version() {
        @Nullable String version = Release.class.getPackage().getImplementationVersion();
        return version == null ? NOT_PACKAGED : version;
    }

    /** The Java that runs it, such as {@code 25.0.3 (Eclipse Adoptium)}. */
    public static String java() {
        return System.getProperty("java.version", "") + " (" + System.getProperty("java.vendor", "") + ")";
    }

    /** The system and the processor. */
    public static String system() {
        return System.getProperty("os.name", "") + " " + System.getProperty("os.version", "") + " "
                + System.getProperty("os.arch", "");
    }

    /** The list of all third-party libraries and their licences; empty when this is no packaged program. */
    public static Optional<Path> thirdPartyFile() {
        return packaged("THIRD-PARTY.txt");
    }

    /**
     * The list of third-party libraries, Bobbin's own licence and the texts of theirs, for reading; empty when this is no
     * packaged program.
     *
     * @throws IOException when a file that is there cannot be read
     */
    public static String licences() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : new String[] {"THIRD-PARTY.txt", "LICENSE"}) {
            Optional<Path> file = packaged(name);
            if (file.isPresent()) {
                text.append(Files.readString(file.get()).strip()).append("\n\n");
            }
        }
        @Nullable String home = System.getProperty("bobbin.home");
        return text + (home == null ? "" : LicenceTexts.of(Path.of(home)));
    }

    private static Optional<Path> packaged(String name) {
        @Nullable String home = System.getProperty("bobbin.home");
        return Optional.ofNullable(home).map(folder -> Path.of(folder, name)).filter(Files::isRegularFile);
    }
}
