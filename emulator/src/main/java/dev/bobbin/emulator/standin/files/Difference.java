package dev.bobbin.emulator.standin.files;

import dev.bobbin.emulator.standin.Change;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file or folder that is not as it was.
 *
 * @param place relative to the lakehouse's folder, with slashes
 * @param before where its former content lies on disk; null when it was not there, or is a folder
 * @param after where it is; null when it is no longer there
 * @param folder whether it is a folder that was made or deleted
 */
record Difference(
        String place,
        Change.Kind kind,
        @Nullable Path before,
        @Nullable Path after,
        boolean folder) {

    /** What differs between two trees; a folder comes before what is in it. */
    static List<Difference> between(Node before, Node after) throws IOException {
        List<Difference> found = new ArrayList<>();
        compare("", before, after, found::add);
        return found;
    }

    private static void compare(String place, @Nullable Node before, @Nullable Node after, Consumer<Difference> found)
            throws IOException {
        if (before == null && after == null || before != null && before.equals(after)) {
            return;
        }
        boolean wasFolder = before != null && before.isFolder();
        boolean isFolder = after != null && after.isFolder();
        @Nullable Path old = before instanceof Node.OnDisk(Path path) && !wasFolder ? path : null;
        @Nullable Path now = after instanceof Node.OnDisk(Path path) && !isFolder ? path : null;
        if (wasFolder != isFolder) {
            if (before != null && after != null && !place.isEmpty()) {
                // A file became a folder or a folder a file: one went, the other came.
                compare(place, before, null, found);
                compare(place, null, after, found);
                return;
            }
            found.accept(new Difference(place, isFolder ? Change.Kind.CREATED : Change.Kind.DELETED, null, null, true));
        } else if (!isFolder && (old == null || now == null || !isSame(old, now))) {
            Change.Kind kind =
                    old == null ? Change.Kind.CREATED : now == null ? Change.Kind.DELETED : Change.Kind.CHANGED;
            found.accept(new Difference(place, kind, old, now, false));
        }
        Map<String, Node> was = before == null ? Map.of() : before.children();
        Map<String, Node> is = after == null ? Map.of() : after.children();
        Set<String> names = new TreeSet<>(was.keySet());
        names.addAll(is.keySet());
        for (String name : names) {
            compare(place.isEmpty() ? name : place + "/" + name, was.get(name), is.get(name), found);
        }
    }

    private static boolean isSame(Path before, Path after) throws IOException {
        BasicFileAttributes was = facts(before);
        BasicFileAttributes is = facts(after);
        if (was.isSymbolicLink() || is.isSymbolicLink()) {
            return was.isSymbolicLink()
                    && is.isSymbolicLink()
                    && Files.readSymbolicLink(before).equals(Files.readSymbolicLink(after));
        }
        boolean sameFile = was.fileKey() != null && was.fileKey().equals(is.fileKey());
        return sameFile || was.size() == is.size() && Files.mismatch(before, after) < 0;
    }

    private static BasicFileAttributes facts(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    }

    /** The tree of folders on disk. @param parts the names of those of them that count */
    static Node tree(Path root, List<String> parts) {
        Map<String, Node> entries = new TreeMap<>();
        for (String part : parts) {
            Path place = root.resolve(part);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                entries.put(part, new Node.OnDisk(place));
            }
        }
        return new Node.Folder(entries);
    }
}
