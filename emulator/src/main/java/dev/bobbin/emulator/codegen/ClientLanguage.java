package dev.bobbin.emulator.codegen;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Languages that client code can be made in. */
public enum ClientLanguage {
    PYTHON("Python", "py"),
    CSHARP("C#", "cs"),
    JAVASCRIPT("JavaScript", "js"),
    NOTEBOOK("Fabric notebook", "py"),
    CURL("curl", "sh"),
    POWERSHELL("PowerShell", "ps1");

    private final String title;
    private final String fileEnding;

    ClientLanguage(String title, String fileEnding) {
        this.title = title;
        this.fileEnding = fileEnding;
    }

    /** Name shown to people. */
    public String title() {
        return title;
    }

    /** Name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Ending of a file with such code, without its dot. */
    public String fileEnding() {
        return fileEnding;
    }

    /** The language of that id. */
    public static Optional<ClientLanguage> of(String id) {
        return Arrays.stream(values())
                .filter(language -> language.id().equalsIgnoreCase(id))
                .findFirst();
    }
}
