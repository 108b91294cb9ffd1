package dev.bobbin.emulator.serve;

import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.SourceOutline;
import dev.bobbin.emulator.signature.SourceParser;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * One state of an item's files: what requests get until the next change.
 *
 * @param definitionGone whether there was a definition before, and there is none now
 */
public record ServedCode(ItemFolder item, ItemCode code, SourceOutline outline, boolean definitionGone) {

    /** @param imports the version of what the script may import */
    static ServedCode of(ItemFolder item, String imports, boolean definitionGone) {
        return new ServedCode(
                item, ItemCode.of(item).with(imports), SourceParser.outline(item.script()), definitionGone);
    }

    /** The function of exactly that name. */
    Optional<FunctionSignature> function(String name) {
        return outline.function(name);
    }

    /** A function whose name differs in case only, to point a caller at. */
    Optional<FunctionSignature> similar(String name) {
        return outline.functions().stream()
                .filter(function -> function.name().equalsIgnoreCase(name))
                .findFirst();
    }

    /** The functions that callers from outside may call. */
    public List<FunctionSignature> publicFunctions() {
        return outline.functions().stream()
                .filter(function -> isPublic(function.name()))
                .toList();
    }

    /**
     * Whether the definition could be read. While it cannot, or is away as when a branch is changed, nobody knows which
     * functions it closes, so callers are let into none.
     */
    public boolean tellsWhatIsPublic() {
        Path definition = Path.of(ItemFolder.DEFINITION);
        return !definitionGone
                && item.findings().stream()
                        .noneMatch(finding -> finding.severity() == Severity.ERROR
                                && finding.place().file().equals(definition));
    }

    /** Whether the definition lets callers from outside in; they are let in when it says nothing. */
    boolean isPublic(String function) {
        return item.definition().isPublic(function);
    }
}
