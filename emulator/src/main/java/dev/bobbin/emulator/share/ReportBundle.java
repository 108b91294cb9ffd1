package dev.bobbin.emulator.share;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.Release;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.WholeFile;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A bug report as one zip file: the item with the code that ran, the run with its inputs, circumstances, answer and logs,
 * the variables it read, versions, and the stand-ins' data when the user wants that. Another Bobbin opens it and runs the
 * same again. Secrets are masked; stand-ins of key vaults are kept with masked values.
 */
public final class ReportBundle {

    static final String RUN = "run.json";
    static final String ABOUT = "about.json";
    static final int FORMAT = 1;

    /** In {@link #ABOUT}: stand-ins that the run or later ones changed, as they were when the report was made. */
    static final String AS_LEFT = "dataAfterTheRun";

    /** A bundle that unpacks to more is no bug report. */
    static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    /** Nor is one that unpacks to more files. */
    static final int MOST_FILES = 20_000;

    private static final long MEGABYTE = 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private ReportBundle() {}

    /** What of the stand-ins' data goes along. */
    public enum Data {
        NONE,
        /** Tables without rows, CSV files without lines after the first, schemas of events. */
        SCHEMA,
        ALL
    }

    /**
     * A bundle that was opened.
     *
     * @param item the item folder
     * @param run what to reproduce
     * @param data what was put into it
     * @param asLeft names of stand-ins that the run or later ones changed, and that do not begin as it found them
     */
    public record Opened(Path item, RunRecord run, Data data, List<String> asLeft) {
        public Opened {
            asLeft = List.copyOf(asLeft);
        }
    }

    /**
     * Puts a bundle together without writing it.
     *
     * @throws IOException when something that belongs to it cannot be read
     */
    public static BundleContent prepare(ItemFolder item, Workspace workspace, RunRecord run, Data data)
            throws IOException {
        SecretMask mask = SecretMask.of(item, workspace);
        TreeMap<String, Part> parts = new TreeMap<>();
        ItemContents files = ItemContents.of(item);
        addItem(item, files, mask, parts);
        BundledData bundled = new BundledData(workspace, mask, data, parts);
        bundled.add(item, run);
        requireRoom(parts);
        learn(parts);
        RunRecord masked = mask.run(run);
        parts.put(ABOUT, bytes(about(item, run, data, bundled.asLeft())));
        parts.put(RUN, bytes(RunJson.write(masked)));
        // The code that ran, which the file may no longer hold.
        parts.put(item.root().getFileName() + "/" + ItemFolder.SCRIPT, bytes(masked.code()));
        return new BundleContent(
                parts,
                files.others(),
                List.copyOf(bundled.asFound()),
                List.copyOf(bundled.asLeft()),
                List.copyOf(bundled.without()));
    }

    private static void addItem(ItemFolder item, ItemContents files, SecretMask mask, Map<String, Part> parts)
            throws IOException {
        for (Path file : files.belonging()) {
            String name = item.root().relativize(file).toString().replace('\\', '/');
            parts.put(item.root().getFileName() + "/" + name, Part.of(file, mask));
        }
    }

    /** What is found in one text is masked in all others, too, also in those that come before it: all are read twice. */
    private static void learn(Map<String, Part> parts) throws IOException {
        for (Part part : parts.values()) {
            if (part.searched()) {
                part.writeTo(OutputStream.nullOutputStream());
            }
        }
    }

    /** What cannot be opened again need not be written. */
    private static void requireRoom(Map<String, Part> parts) throws IOException {
        long size = parts.values().stream().mapToLong(Part::size).sum();
        if (size > MOST_BYTES) {
            throw PlainException.of("report.data-too-large", size / MEGABYTE, MOST_BYTES / MEGABYTE);
        }
        if (parts.size() > MOST_FILES) {
            throw new IOException("The data of this run has " + parts.size() + " files, a bug report takes "
                    + MOST_FILES + ". Take the schema only, or no data.");
        }
    }

    private static String about(ItemFolder item, RunRecord run, Data data, Set<String> asLeft) {
        ObjectNode about = JSON.createObjectNode();
        asLeft.forEach(about.putArray(AS_LEFT)::add);
        return about.put("format", FORMAT)
                        .put("item", String.valueOf(item.root().getFileName()))
                        .put("function", run.summary().function())
                        .put("status", run.summary().status())
                        .put("engine", run.input().engine())
                        .put("profile", run.input().profile())
                        .put("data", data.name())
                        .put("bobbin", Release.version())
                        .put("java", Release.java())
                        .put("system", Release.system())
                        .toPrettyString()
                + "\n";
    }

    /**
     * Writes a bundle, readable by its user only where the platform can tell.
     *
     * @throws IOException when the file cannot be written, or not be opened again; what was there stays
     */
    public static void write(BundleContent content, Path file) throws IOException {
        requireRoom(content.parts());
        WholeFile.writePrivate(file, out -> {
            try (ZipOutputStream zip = new ZipOutputStream(out)) {
                for (var entry : content.parts().entrySet()) {
                    zip.putNextEntry(new ZipEntry(entry.getKey()));
                    entry.getValue().writeTo(zip);
                    zip.closeEntry();
                }
            }
        });
    }

    /**
     * Unpacks a bundle.
     *
     * @param folder an empty or new folder, which becomes a workspace with the item in it
     * @throws IOException when it is no bundle, or not one of this format, in plain words; then nothing is left in the
     *     folder. Nothing outside of it is ever written
     */
    public static Opened open(Path file, Path folder) throws IOException {
        return BundleReader.open(file, folder);
    }

    /**
     * The run of a bundle, which stays packed.
     *
     * @throws IOException when it is no bundle, or not one of this format, in plain words
     */
    public static RunRecord run(Path file) throws IOException {
        return BundleReader.run(file);
    }

    static Part bytes(String text) {
        return new Part.Bytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
