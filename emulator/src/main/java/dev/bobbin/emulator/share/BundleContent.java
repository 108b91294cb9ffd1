package dev.bobbin.emulator.share;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
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
 * @param without names of stand-ins that the run's function works with and whose data do not go along: without them it may
 *     not end the same again
 */
public record BundleContent(
        SequencedMap<String, Part> parts,
        List<String> leftOut,
        List<String> asFound,
        List<String> asLeft,
        List<String> without) {

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
        without = List.copyOf(without);
    }

    /**
     * A file as it would be written, for reading; empty when it was not looked through, being no text.
     *
     * @param path as {@link #entries} names it
     * @throws IOException when it cannot be read any more
     */
    public Optional<String> text(String path) throws IOException {
        Part part = parts.get(path);
        if (part == null || !part.searched()) {
            return Optional.empty();
        }
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        part.writeTo(out);
        return Optional.of(out.toString(StandardCharsets.UTF_8));
    }

    /** The files, by path. */
    public List<Entry> entries() {
        return parts.entrySet().stream()
                .map(part -> new Entry(
                        part.getKey(), part.getValue().size(), part.getValue().searched()))
                .toList();
    }
}
