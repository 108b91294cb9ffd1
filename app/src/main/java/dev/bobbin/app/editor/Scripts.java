package dev.bobbin.app.editor;

import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.item.ItemFolder;

/** Tells the script from the item's other files. */
final class Scripts {

    private Scripts() {}

    static boolean isScript(Place place) {
        return place.file().endsWith(ItemFolder.SCRIPT);
    }
}
