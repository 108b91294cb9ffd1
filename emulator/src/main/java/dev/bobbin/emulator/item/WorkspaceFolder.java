package dev.bobbin.emulator.item;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A folder with item folders in it, as Git has a workspace. Items are told by names: nothing in them is read but their type. */
public final class WorkspaceFolder {

    /** Items a message names. */
    private static final int NAMED = 5;

    private static final String ENDING = "." + PlatformFile.ITEM_TYPE.toLowerCase(Locale.ROOT);

    private static final List<String> PARTS = Stream.concat(
                    Stream.of(ItemFolder.SCRIPT, ItemFolder.DEFINITION), ItemFolder.FUNCTIONS_FILES.stream())
            .toList();

    private WorkspaceFolder() {}

    /**
     * The item folders directly in a folder, by name, whatever the case; none when the folder is an item itself.
     *
     * @throws IOException when the folder is not there, is no folder or may not be listed; its message is a sentence for
     *     the user
     */
    public static List<Path> itemsIn(Path folder) throws IOException {
        try (DirectoryStream<Path> inside = Files.newDirectoryStream(folder)) {
            List<Path> items = new ArrayList<>();
            if (!isItem(folder)) {
                for (Path each : inside) {
                    if (Files.isDirectory(each) && isItem(each)) {
                        items.add(each);
                    }
                }
            }
            items.sort(Comparator.comparing(WorkspaceFolder::fileName, String.CASE_INSENSITIVE_ORDER));
            return items;
        } catch (NoSuchFileException e) {
            throw PlainException.of("item.no-folder", folder).because(e);
        } catch (NotDirectoryException e) {
            throw PlainException.of("item.no-item-folder", folder).because(e);
        } catch (AccessDeniedException e) {
            throw PlainException.of("item.not-permitted", folder).because(e);
        } catch (DirectoryIteratorException e) {
            throw e.getCause();
        }
    }

    /**
     * Whether a folder is an item, or can become one without getting into the way of what else lies in it.
     *
     * @throws IOException when the folder cannot be listed
     */
    public static boolean canBeItem(Path folder) throws IOException {
        if (isItem(folder)) {
            return true;
        }
        try (Stream<Path> inside = Files.list(folder)) {
            return inside.findAny().isEmpty();
        }
    }

    /** What to tell somebody who has named a folder that is no item, cannot become one, and holds none. */
    public static PlainException neither(Path folder) {
        return PlainException.of("item.neither", folder);
    }

    /** What to tell somebody who has named a workspace where one of its items is wanted. @param items its items, some */
    static PlainException noItemBut(Path folder, List<Path> items) {
        String names =
                items.stream().limit(NAMED).map(WorkspaceFolder::fileName).collect(Collectors.joining(", "));
        return PlainException.of("item.workspace", folder, items.size(), items.size() > NAMED ? names + ", …" : names);
    }

    /** Whether a folder is meant as an item: by its name, by what lies in it, or by its type. */
    private static boolean isItem(Path folder) {
        return fileName(folder).toLowerCase(Locale.ROOT).endsWith(ENDING)
                || PARTS.stream().anyMatch(part -> Files.exists(folder.resolve(part)))
                || hasType(folder);
    }

    private static boolean hasType(Path folder) {
        return new PartReader(folder, _ -> {})
                .json(Path.of(ItemFolder.PLATFORM))
                .flatMap(new ItemParts(_ -> {})::platform)
                .filter(platform -> PlatformFile.ITEM_TYPE.equals(platform.type()))
                .isPresent();
    }

    private static String fileName(Path folder) {
        return String.valueOf(folder.getFileName());
    }
}
