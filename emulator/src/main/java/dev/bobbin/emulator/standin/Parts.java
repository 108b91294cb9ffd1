package dev.bobbin.emulator.standin;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The files and folders that are the data of a stand-in.
 *
 * @param places where each lies, by the name it has in copies; those that do not exist are empty parts
 */
public record Parts(Map<String, Path> places) {

    public Parts {
        places = new LinkedHashMap<>(places);
    }

    /** Parts of these names in one folder. */
    public static Parts in(Path folder, List<String> names) {
        Map<String, Path> places = new LinkedHashMap<>();
        names.forEach(name -> places.put(name, folder.resolve(name)));
        return new Parts(places);
    }

    /** Whether there is any of them. */
    public boolean exist() {
        return places.values().stream().anyMatch(Files::exists);
    }

    /** Copies them into a folder. @return how many files that are */
    public long copyTo(Path folder) throws IOException {
        Files.createDirectories(folder);
        long files = 0;
        for (Map.Entry<String, Path> part : places.entrySet()) {
            files += FolderCopy.copy(part.getValue(), folder.resolve(part.getKey()));
        }
        return files;
    }

    /** Whether they are what a folder holds, byte for byte. */
    public boolean areAs(Path folder) throws IOException {
        for (Map.Entry<String, Path> part : places.entrySet()) {
            if (!FolderCopy.same(part.getValue(), folder.resolve(part.getKey()))) {
                return false;
            }
        }
        return true;
    }

    /** Makes them what a folder holds. All is copied before the first part is replaced. */
    public void bringBack(Path folder) throws IOException {
        Map<Path, Path> copies = new LinkedHashMap<>();
        try {
            for (Map.Entry<String, Path> part : places.entrySet()) {
                Path place = part.getValue();
                Path copy = place.resolveSibling(place.getFileName() + ".part");
                FolderCopy.delete(copy);
                copies.put(place, copy);
                FolderCopy.copy(folder.resolve(part.getKey()), copy);
            }
            for (Map.Entry<Path, Path> ready : copies.entrySet()) {
                if (Files.exists(ready.getValue())) {
                    FolderCopy.replace(ready.getValue(), ready.getKey());
                } else {
                    FolderCopy.delete(ready.getKey());
                }
            }
        } finally {
            for (Path copy : copies.values()) {
                FolderCopy.delete(copy);
            }
        }
    }
}
