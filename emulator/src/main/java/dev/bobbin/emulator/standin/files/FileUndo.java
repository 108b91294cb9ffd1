package dev.bobbin.emulator.standin.files;

import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.FolderCopy;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Puts files back. All that can fail for want of room or rights is done before the first file is touched. */
final class FileUndo {

    private final Path lakehouse;
    private final Path staging;

    /** @param history the run's folder, on the same disk as the files */
    FileUndo(Path lakehouse, Path history) {
        this.lakehouse = lakehouse;
        this.staging = history.resolve("undo");
    }

    void putBack(List<Difference> differences) throws IOException {
        FolderCopy.delete(staging);
        Files.createDirectories(staging);
        Map<Difference, Path> staged = new LinkedHashMap<>();
        for (Difference difference : differences) {
            @Nullable Path before = difference.before();
            if (before != null) {
                Path copy = staging.resolve(String.valueOf(staged.size()));
                linkOrCopy(before, copy);
                staged.put(difference, copy);
            }
        }
        for (Difference difference : differences.reversed()) {
            if (difference.kind() == Change.Kind.CREATED) {
                Files.deleteIfExists(place(difference));
            }
        }
        for (Difference difference : differences) {
            @Nullable Path copy = staged.get(difference);
            if (copy != null) {
                Files.move(copy, place(difference), StandardCopyOption.REPLACE_EXISTING);
            } else if (difference.kind() == Change.Kind.DELETED) {
                Files.createDirectories(place(difference));
            }
        }
    }

    private Path place(Difference difference) {
        return lakehouse.resolve(difference.place());
    }

    private static void linkOrCopy(Path file, Path copy) throws IOException {
        if (!Files.isSymbolicLink(file)) {
            try {
                Files.createLink(copy, file);
                return;
            } catch (IOException | UnsupportedOperationException e) {
                // This disk knows no second names: a copy does as well.
            }
        }
        Files.copy(file, copy, StandardCopyOption.COPY_ATTRIBUTES, LinkOption.NOFOLLOW_LINKS);
    }
}
