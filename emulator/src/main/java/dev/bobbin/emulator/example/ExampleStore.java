package dev.bobbin.emulator.example;

import dev.bobbin.emulator.item.ByteOrderMark;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The examples of an item: one JSON file each, in folders as one likes, which go into Git with it. */
public final class ExampleStore {

    private static final String ENDING = ".json";
    private static final int LONGEST_NAME = 60;

    private final Path folder;

    /** @param folder need not exist */
    public ExampleStore(Path folder) {
        this.folder = folder;
    }

    /** The examples of an item. */
    public static ExampleStore of(Workspace workspace, ItemFolder item) {
        return new ExampleStore(workspace.itemData(item).resolve("examples"));
    }

    /** An example and its file. */
    public record Kept(Path file, Example example) {}

    /** A file that is no example. @param reason why not */
    public record Unreadable(Path file, Message reason) {}

    /** What the folder holds, by file name. */
    public record Content(List<Kept> examples, List<Unreadable> unreadable) {}

    /** Where the files lie. */
    public Path folder() {
        return folder;
    }

    /**
     * Reads all examples.
     *
     * @throws IOException when the folder cannot be read
     */
    public Content read() throws IOException {
        List<Kept> examples = new ArrayList<>();
        List<Unreadable> unreadable = new ArrayList<>();
        for (Path file : files()) {
            try {
                examples.add(
                        new Kept(file, ExampleJson.read(ByteOrderMark.without(Files.readString(file)), name(file))));
            } catch (IOException e) {
                unreadable.add(new Unreadable(
                        file, Message.of("example.unusable", folder.relativize(file), PlainException.wordsOf(e))));
            }
        }
        return new Content(List.copyOf(examples), List.copyOf(unreadable));
    }

    /** What became of an approval. @param name of the example @param isNew whether it was not there before */
    public record Approval(String name, boolean isNew) {}

    /** Keeps an approved answer, once; a number is put behind a name that is taken. */
    public Approval approve(Example approved) throws IOException {
        List<Example> kept = read().examples().stream().map(Kept::example).toList();
        for (Example one : kept) {
            if (one.sameAs(approved)) {
                return new Approval(one.name(), false);
            }
        }
        Set<String> taken = kept.stream().map(Example::name).collect(Collectors.toSet());
        String free = approved.name();
        for (int i = 2; taken.contains(free); i++) {
            free = approved.name() + " " + i;
        }
        add(approved.named(free));
        return new Approval(free, true);
    }

    /**
     * Keeps a new example in a file of its own.
     *
     * @return the file
     */
    public Path add(Example example) throws IOException {
        Files.createDirectories(folder);
        String stem = fileName(example);
        Path file = folder.resolve(stem + ENDING);
        for (int number = 2; Files.exists(file); number++) {
            file = folder.resolve(stem + "-" + number + ENDING);
        }
        write(file, example);
        return file;
    }

    /** Writes an example to its file; one that is the same already is left untouched. */
    public void write(Path file, Example example) throws IOException {
        String text = ExampleJson.write(example);
        if (Files.exists(file) && Files.readString(file).equals(text)) {
            return;
        }
        Path temporary = Files.createTempFile(folder, ".example", ".tmp");
        try {
            Files.writeString(temporary, text);
            Files.move(temporary, file, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    /** Removes an example; without effect when it is gone already. */
    public void delete(Path file) throws IOException {
        Files.deleteIfExists(file);
    }

    /** By the file, and the folders it lies in. */
    private String name(Path file) {
        String name = folder.relativize(file).toString().replace('\\', '/');
        return name.substring(0, name.length() - ENDING.length());
    }

    private List<Path> files() throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(ENDING) && Files.isRegularFile(file))
                    .sorted()
                    .toList();
        }
    }

    /** A name that every file system and every terminal takes. */
    private static String fileName(Example example) {
        String name = example.name().startsWith(example.function())
                ? example.name()
                : example.function() + " " + example.name();
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9_]+", "-")
                .replaceAll("^-+|-+$", "");
        String cut = plain.length() > LONGEST_NAME ? plain.substring(0, LONGEST_NAME) : plain;
        return cut.isEmpty() ? "example" : cut;
    }
}
