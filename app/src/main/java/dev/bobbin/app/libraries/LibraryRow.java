package dev.bobbin.app.libraries;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.emulator.python.LibraryReport.Availability;
import dev.bobbin.emulator.python.LibraryReport.PublicEntry;
import dev.bobbin.emulator.python.LibraryReport.WheelEntry;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A library of the item, as the table tells of it.
 *
 * @param name of the package index; of a wheel, its file
 * @param privately whether it is a wheel of the item
 * @param title what it is called: of a wheel, without version and system
 * @param version as written; empty when none is
 * @param listed whether {@code definition.json} lists it
 * @param otherSystem what it was built for, when published functions cannot load it; null otherwise
 * @param note what is wrong with it, or why an engine cannot load it; empty when nothing is
 */
public record LibraryRow(
        String name,
        boolean privately,
        String title,
        String version,
        boolean listed,
        @Nullable String otherSystem,
        String note,
        Availability embedded,
        Availability cpython) {

    private static final String PIP = "python -m pip install ";

    static LibraryRow of(PublicEntry library) {
        return new LibraryRow(
                library.name(),
                false,
                library.name(),
                library.version(),
                library.listed(),
                null,
                note(library),
                library.embedded(),
                library.cpython());
    }

    static LibraryRow of(WheelEntry wheel) {
        String[] parts = wheel.fileName().split("-", 3);
        return new LibraryRow(
                wheel.fileName(),
                true,
                parts[0],
                parts.length < 3 ? "" : parts[1],
                wheel.listed(),
                wheel.otherSystem(),
                note(wheel),
                wheel.embedded(),
                wheel.cpython());
    }

    private static String note(PublicEntry library) {
        List<String> notes = new ArrayList<>();
        if (!library.listed()) {
            notes.add(text("libraries.note.imported"));
        } else if (library.version().isEmpty()) {
            notes.add(text("libraries.note.noVersion"));
        } else if (library.cpython() instanceof Availability.Installed installed
                && !installed.version().equals(library.version())) {
            notes.add(text("libraries.note.otherVersion", installed.version()));
        }
        if (library.embedded() instanceof Availability.InWheel wheel) {
            notes.add(text("libraries.note.inWheel", wheel.fileName()));
        } else if (library.embedded() instanceof Availability.NativeCode) {
            notes.add(text("libraries.note.nativeCode"));
        }
        return String.join("; ", notes);
    }

    private static String note(WheelEntry wheel) {
        List<String> notes = new ArrayList<>();
        @Nullable String system = wheel.otherSystem();
        if (wheel.embedded() instanceof Availability.Missing) {
            notes.add(text("libraries.note.missingWheel"));
        } else if (wheel.embedded() instanceof Availability.Damaged) {
            notes.add(text("libraries.note.damaged"));
        } else if (system != null) {
            notes.add(text("libraries.note.otherSystem", system));
        } else if (wheel.embedded() instanceof Availability.NativeCode) {
            notes.add(text("libraries.note.nativeCode"));
        }
        if (!wheel.needs().isEmpty()) {
            notes.add(text("libraries.note.needs", String.join(", ", wheel.needs())));
        }
        if (!wheel.listed()) {
            notes.add(text("libraries.note.notListed"));
        }
        return String.join("; ", notes);
    }

    /** Whether an engine has it, in a word or two; why not is in the note. */
    static String words(Availability availability) {
        return switch (availability) {
            case Availability.Own _ -> text("libraries.own");
            case Availability.Bundled bundled -> text("libraries.bundled", bundled.version());
            case Availability.Installed installed -> text("libraries.installed", installed.version());
            case Availability.InWheel _ -> text("libraries.there");
            case Availability.Missing _ -> text("libraries.missing");
            case Availability.NativeCode _, Availability.Damaged _ -> text("libraries.cannotLoad");
            case Availability.NoPython _ -> text("libraries.noPython");
        };
    }

    /** What to do so that the engines have it; empty when both do. */
    public String advice() {
        if (embedded instanceof Availability.Damaged) {
            return text("libraries.advice.damaged");
        }
        if (privately && embedded instanceof Availability.Missing) {
            return text("libraries.advice.missingWheel", name);
        }
        if (otherSystem != null) {
            return text("libraries.advice.otherSystem", name, otherSystem);
        }
        if (usable(embedded)) {
            return "";
        }
        String install = PIP + name + (privately || version.isEmpty() ? "" : "==" + version);
        if (cpython instanceof Availability.NoPython) {
            return text("libraries.advice.noPython", install);
        }
        return usable(cpython) ? text("libraries.advice.cpython") : text("libraries.advice.install", install);
    }

    /** Whether functions can import it. */
    static boolean usable(Availability availability) {
        return switch (availability) {
            case Availability.Own _, Availability.Bundled _, Availability.Installed _, Availability.InWheel _ -> true;
            case Availability.Missing _, Availability.NativeCode _, Availability.Damaged _, Availability.NoPython _ ->
                false;
        };
    }
}
