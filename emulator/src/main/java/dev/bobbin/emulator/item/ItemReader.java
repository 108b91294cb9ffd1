package dev.bobbin.emulator.item;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Reads item folders. A damaged part becomes a finding; the rest is read all the same. Nothing is run. */
public final class ItemReader {

    private static final String FOLDER_ENDING = "." + PlatformFile.ITEM_TYPE;

    private final Path root;
    private final List<Finding> findings = new ArrayList<>();
    private final PartReader parts;

    private ItemReader(Path root) {
        this.root = root;
        this.parts = new PartReader(root, findings::add);
    }

    /**
     * Reads a folder.
     *
     * @throws IOException when the folder is not there, is no folder, may not be listed or is no item but holds some; its
     *     message is a sentence for the user
     */
    public static ItemFolder read(Path folder) throws IOException {
        Path root = folder.toAbsolutePath().normalize();
        List<Path> items = WorkspaceFolder.itemsIn(root);
        if (!items.isEmpty()) {
            throw WorkspaceFolder.noItemBut(root, items);
        }
        return new ItemReader(root).item();
    }

    private ItemFolder item() {
        ItemParts records = new ItemParts(findings::add);
        Optional<String> script = script();
        Optional<JsonFile> platformFile = parts.json(Path.of(ItemFolder.PLATFORM));
        Optional<JsonFile> definitionFile = parts.json(Path.of(ItemFolder.DEFINITION));
        Optional<JsonFile> functionsFile = functionsFile();
        @Nullable PlatformFile platform = read(platformFile, records::platform);
        return new ItemFolder(
                root,
                displayName(platform),
                script.orElse(""),
                script.isPresent(),
                definitionFile.flatMap(records::definition).orElse(Definition.EMPTY),
                read(functionsFile, records::functions),
                platform,
                definitionFile.orElse(null),
                functionsFile.orElse(null),
                wheels(),
                findings);
    }

    private static <T> @Nullable T read(Optional<JsonFile> file, Function<JsonFile, Optional<T>> reader) {
        return file.flatMap(reader).orElse(null);
    }

    private Optional<String> script() {
        Path path = Path.of(ItemFolder.SCRIPT);
        if (!parts.exists(path)) {
            findings.add(Finding.of("no-script", Severity.ERROR, Place.of(path), Message.of("no-script")));
            return Optional.empty();
        }
        return parts.text(path);
    }

    private Optional<JsonFile> functionsFile() {
        List<Path> present = ItemFolder.FUNCTIONS_FILES.stream()
                .map(Path::of)
                .filter(parts::exists)
                .toList();
        if (present.size() > 1) {
            findings.add(Finding.of(
                    "two-functions-files",
                    Severity.WARNING,
                    Place.of(present.get(1)),
                    Message.of("two-functions-files", present.getFirst())));
        }
        return present.isEmpty() ? Optional.empty() : parts.json(present.getFirst());
    }

    private String displayName(@Nullable PlatformFile platform) {
        if (platform != null
                && platform.displayName() != null
                && !platform.displayName().isBlank()) {
            return platform.displayName();
        }
        return nameOf(root);
    }

    /** What an item in that folder is called when it does not say so itself. */
    public static String nameOf(Path root) {
        Path last = root.getFileName();
        String name = last == null ? root.toString() : last.toString();
        boolean ending = name.toLowerCase(Locale.ROOT).endsWith(FOLDER_ENDING.toLowerCase(Locale.ROOT));
        return ending && name.length() > FOLDER_ENDING.length()
                ? name.substring(0, name.length() - FOLDER_ENDING.length())
                : name;
    }

    private List<Path> wheels() {
        Path folder = root.resolve(ItemFolder.WHEELS);
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        List<Path> wheels = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.whl")) {
            files.forEach(wheels::add);
        } catch (IOException e) {
            findings.add(Finding.of(
                    "unreadable",
                    Severity.ERROR,
                    Place.of(Path.of(ItemFolder.WHEELS)),
                    Message.of("unreadable.wheels")));
        }
        wheels.sort(null);
        return wheels;
    }
}
