package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.stream.Stream;

/** Links in the folders of stand-ins, which may lead anywhere. */
public final class Links {

    private Links() {}

    /**
     * Deletes the links in and below a folder that lead out of it; what they lead to stays.
     *
     * @return how many there were
     * @throws IOException when the folder cannot be read, or a link not be deleted
     */
    public static long deleteLeadingOut(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return 0;
        }
        List<Path> leading;
        try (Stream<Path> entries = Files.walk(folder)) {
            leading = entries.filter(entry -> !entry.equals(folder) && leadOut(entry, folder))
                    .toList();
        }
        for (Path link : leading) {
            Files.delete(link);
        }
        return leading.size();
    }

    /**
     * Whether an entry is a link that leads out of a folder, or nowhere. What a platform calls neither file, folder nor
     * link, such as a junction of Windows, may be one.
     *
     * @param entry in the folder or below it; the folders above the entry are not looked at
     * @param folder may be a link itself
     */
    public static boolean leadOut(Path entry, Path folder) {
        try {
            BasicFileAttributes facts =
                    Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
            return (facts.isSymbolicLink() || facts.isOther())
                    && !entry.toRealPath().startsWith(folder.toRealPath());
        } catch (IOException e) {
            return true; // gone since
        }
    }
}
