package dev.bobbin.emulator.check;

import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.TextRange;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfile;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * What a rule looks at.
 *
 * @param wheels what is known of the item's own wheels
 */
record CheckedItem(ItemFolder item, SourceOutline outline, ServiceProfile profile, Wheels wheels) {

    static final Path SCRIPT = Path.of(ItemFolder.SCRIPT);

    CheckedItem(ItemFolder item, SourceOutline outline, ServiceProfile profile) {
        this(item, outline, profile, Wheels.of(item.wheels()));
    }

    /** Whether there is code to judge: an item may have an empty script. Source: item definition, "Definition parts". */
    boolean hasCode() {
        return !item.script().isBlank();
    }

    /** Whether all of the code could be read, so that what is not in the outline is not there. */
    boolean isReadable() {
        return outline.findings().isEmpty();
    }

    Stream<FunctionSignature> functions() {
        return outline.functions().stream();
    }

    /** A place in the script. */
    static Place at(TextRange range) {
        return new Place(SCRIPT, range.line(), range.column());
    }

    /** The beginning of the script. */
    static Place beginning() {
        return new Place(SCRIPT, 1, 1);
    }
}
