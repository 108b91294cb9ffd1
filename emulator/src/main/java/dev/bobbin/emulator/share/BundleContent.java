package dev.bobbin.emulator.share;

import java.util.List;
import java.util.SequencedMap;
import java.util.TreeMap;

/**
 * What a bundle would hold, before it is written: the user sees all of it first.
 *
 * @param parts content by path, with forward slashes
 * @param leftOut what lies in the item folder without belonging to the item, and stays there
 * @param asFound names of stand-ins that the run or later ones changed, whose data go along as the run found them
 * @param asLeft names of stand-ins that the run or later ones changed, whose data go along as they are by now: that is no longer
 *     kept, cannot be taken back, or is no database
 */
public record BundleContent(
        SequencedMap<String, Part> parts, List<String> leftOut, List<String> asFound, List<String> asLeft) {

    /**
     * A file of the bundle.
     *
     * @param size in bytes
     * @param searched whether it was looked through for secrets; what is no text goes along as it is
     */
    public record Entry(String path, long size, boolean searched) {}

    public BundleContent {
        parts = new TreeMap<>(parts);
        leftOut = List.copyOf(leftOut);
        asFound = List.copyOf(asFound);
        asLeft = List.copyOf(asLeft);
    }

    /** The files, by path. */
    public List<Entry> entries() {
        return parts.entrySet().stream()
                .map(part -> new Entry(
                        part.getKey(), part.getValue().size(), part.getValue().searched()))
                .toList();
    }
}
