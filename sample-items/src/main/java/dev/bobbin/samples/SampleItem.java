package dev.bobbin.samples;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;

/**
 * A complete item that comes with Bobbin.
 *
 * <p>In the resources, {@code items/index.txt} lists the samples and {@code items/<id>/files.txt} the files of one:
 * {@code item/…} is the item folder, {@code standins/…} what fills its stand-ins, {@code examples/…} its approved examples,
 * {@code workspace/…} other items beside it. A {@code seed.sql} and a {@code seed} folder fill their database when it is made; all other files are the data
 * itself. {@code calls.jsonl} shows each function at work. {@code items/index_<language>.txt} says the titles and
 * sentences in another language.
 *
 * @param id folder name in the resources, kebab-case
 * @param title such as {@code Hello and the data types}
 * @param description one sentence for the gallery
 */
public record SampleItem(String id, String title, String description) {

    private static final String ITEMS = "/items/";
    private static final String ITEM = "item/";
    private static final String STANDINS = "standins/";
    private static final String EXAMPLES = "examples/";
    private static final String WORKSPACE = "workspace/";

    /** All samples in English, in the order of the gallery. */
    public static List<SampleItem> all() {
        return all(Locale.ENGLISH);
    }

    /** All samples in the words of a language, in English when there are none in it. */
    public static List<SampleItem> all(Locale language) {
        String translated = "index_" + language.getLanguage() + ".txt";
        boolean known = SampleItem.class.getResource(ITEMS + translated) != null;
        try {
            return lines(known ? translated : "index.txt").stream()
                    .map(SampleItem::parse)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of samples cannot be read", e);
        }
    }

    private static SampleItem parse(String line) {
        String[] parts = line.split("\\|", 3);
        return new SampleItem(parts[0].strip(), parts[1].strip(), parts[2].strip());
    }

    /**
     * Copies the item and its data into a workspace folder and returns the item folder. What is already there stays, so
     * that work on a sample is never lost.
     *
     * @throws IOException when the folder cannot be written
     */
    public Path copyTo(Path workspace) throws IOException {
        Path item = workspace.resolve(id + ".UserDataFunction");
        for (String file : lines(id + "/files.txt")) {
            copy(id + "/" + file, target(workspace, item, file));
        }
        return item;
    }

    private static Path target(Path workspace, Path item, String file) {
        if (file.startsWith(ITEM)) {
            return item.resolve(file.substring(ITEM.length()));
        }
        if (file.startsWith(EXAMPLES)) {
            return workspace
                    .resolve(".bobbin/items")
                    .resolve(item.getFileName())
                    .resolve(file);
        }
        return file.startsWith(WORKSPACE)
                ? workspace.resolve(file.substring(WORKSPACE.length()))
                : workspace.resolve(".bobbin/" + STANDINS).resolve(file.substring(STANDINS.length()));
    }

    /**
     * Calls to make one after another on a fresh copy, and what they answer, each a JSON object: {@code function},
     * {@code input}; then {@code output} (the result), {@code includes} (fields of the result) or {@code httpStatus} and
     * {@code error} (message of the first error). A call without {@code httpStatus} succeeds with 200. {@code valueSets}
     * and {@code badDays}, by alias, hold in that call only.
     *
     * @throws IOException when the program is incomplete
     */
    public List<String> calls() throws IOException {
        return lines(id + "/calls.jsonl");
    }

    /**
     * What the gallery draws for a sample.
     *
     * @param icon name of a Feather icon for the kind of data, such as {@code database}
     * @param code a few telling lines of its script
     */
    public record Picture(String icon, String code) {}

    /** The picture of this sample. @throws IOException when the program is incomplete */
    public Picture picture() throws IOException {
        List<String> lines = lines(id + "/picture.txt");
        return new Picture(lines.getFirst().strip(), String.join("\n", lines.subList(1, lines.size())));
    }

    private static void copy(String resource, Path target) throws IOException {
        if (Files.exists(target)) {
            return;
        }
        Path folder = target.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        try (InputStream in = open(resource)) {
            Files.copy(in, target);
        }
    }

    private static List<String> lines(String resource) throws IOException {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.isBlank() && !line.startsWith("#"))
                    .toList();
        }
    }

    private static InputStream open(String resource) throws IOException {
        InputStream in = SampleItem.class.getResourceAsStream(ITEMS + resource);
        if (in == null) {
            throw new IOException("The program is incomplete: " + resource + " is missing.");
        }
        return in;
    }
}
