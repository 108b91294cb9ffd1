package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.SourceOutline;
import java.nio.file.Path;

/** What a rule looks at. */
record CheckedItem(ItemFolder item, SourceOutline outline, ServiceProfile profile) {

    /** Whether there is code to judge: an item may have an empty script. Source: item definition, "Definition parts". */
    boolean hasCode() {
        return !item.script().isBlank();
    }

    /** A line of the script. */
    static Place line(int line) {
        return at(line, 0);
    }

    /** A place in the script. */
    static Place at(int line, int column) {
        return new Place(Path.of(ItemFolder.SCRIPT), line, column);
    }
}
