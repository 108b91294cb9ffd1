package dev.bobbin.emulator.check;

import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.List;

/** What an item imports without listing it among its libraries, as the rule {@code library-not-listed} finds it. */
public final class UnlistedLibraries {

    private UnlistedLibraries() {}

    /** Names of packages of the package index, in the order of the imports. */
    public static List<String> of(ItemFolder item) {
        CheckedItem checked = new CheckedItem(item, SourceParser.outline(item.script()), ServiceProfiles.standard());
        return LibraryRules.unlistedPackages(checked);
    }
}
