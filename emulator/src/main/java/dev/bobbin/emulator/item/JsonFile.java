package dev.bobbin.emulator.item;

import com.fasterxml.jackson.core.JsonPointer;
import dev.bobbin.emulator.finding.Place;
import java.nio.file.Path;

/**
 * A JSON file of an item.
 *
 * @param path relative to the item folder
 */
public record JsonFile(Path path, JsonDocument document) {

    /** The place a pointer leads to, such as {@code /functions/0/name}; the file as a whole when it leads to nothing. */
    public Place place(String pointer) {
        return document.at(JsonPointer.compile(pointer))
                .map(element -> place(element.start()))
                .orElseGet(() -> Place.of(path));
    }

    /** The place of an offset in the text. */
    Place place(int offset) {
        return new Place(path, document.line(offset), document.column(offset));
    }
}
