package dev.bobbin.emulator.item;

import dev.bobbin.emulator.message.PlainException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;

/** Makes new items. */
public final class ItemTemplate {

    private static final String TEMPLATE = "/dev/bobbin/emulator/item/template/";

    /** Parts by their path in the item; the resource has the same name without the leading dot. */
    private static final List<String> PARTS = List.of(
            ItemFolder.PLATFORM, ItemFolder.DEFINITION, ItemFolder.SCRIPT, ItemFolder.FUNCTIONS_FILES.getFirst());

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}_][\\p{L}\\p{N}_ .-]{0,199}(?<![ .])");

    private ItemTemplate() {}

    /** Whether an item may be called that: it is to be a folder's name on every system, too. */
    public static boolean isName(String name) {
        return NAME.matcher(name).matches();
    }

    /**
     * Makes an item with one function that says hello.
     *
     * @param workspace folder the item's folder is made in
     * @param name the display name: letters, digits, blanks, {@code _}, {@code -} and dots
     * @return the item folder, {@code <name>.UserDataFunction}
     * @throws IllegalArgumentException when the name cannot be a folder's name; its message is a sentence for the user
     * @throws IOException when the folder is there already or cannot be written; likewise
     */
    public static Path create(Path workspace, String name) throws IOException {
        if (!isName(name)) {
            throw new IllegalArgumentException(
                    "'" + name + "' cannot be the name of an item. Use letters, digits, blanks, - and _.");
        }
        Path item = workspace.resolve(name + "." + PlatformFile.ITEM_TYPE);
        if (Files.exists(item)) {
            throw PlainException.of("item.exists", item);
        }
        for (String part : PARTS) {
            Path file = item.resolve(part);
            Files.createDirectories(file.getParent() == null ? item : file.getParent());
            ItemWriter.write(file, part(part, name));
        }
        return item;
    }

    /**
     * The script of a new item, for an item that has none.
     *
     * @throws IOException when the template cannot be read
     */
    public static String script() throws IOException {
        return part(ItemFolder.SCRIPT, "");
    }

    private static String part(String part, String name) throws IOException {
        String resource = part.startsWith(".") ? part.substring(1) : part;
        try (InputStream in = ItemTemplate.class.getResourceAsStream(TEMPLATE + resource)) {
            if (in == null) {
                throw new IllegalStateException("the template lacks " + resource);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .replace("{{name}}", name)
                    .replace("{{logicalId}}", UUID.randomUUID().toString());
        }
    }
}
