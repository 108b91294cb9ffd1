package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.Release;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.sql.snapshot.SchemaCopy;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;

/**
 * A bug report as one zip file: the item with the code that ran, the run with its inputs, answer and logs, versions, and
 * the stand-ins' data when the user wants that. Another Bobbin opens it and runs the same again. Secrets are masked;
 * stand-ins of key vaults are kept with masked values.
 */
public final class ReportBundle {

    private static final String RUN = "run.json";
    private static final String ABOUT = "about.json";
    private static final int FORMAT = 1;

    /** A bundle that unpacks to more is no bug report. */
    private static final long MOST_BYTES = 2L * 1024 * 1024 * 1024;

    private static final int MOST_ENTRIES = 100_000;

    private static final Pattern TEXT = Pattern.compile(".*\\.(py|json|jsonl|sql|csv|txt|md)");

    /** Folders and files that other programs put into an item's folder. */
    private static final Pattern OTHERS = Pattern.compile("(^|/)(\\.|__pycache__/|venv/|env/|node_modules/)");

    private static final ObjectMapper JSON = new ObjectMapper(JsonFactory.builder()
            // A run may hold 30 MB in one text.
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxStringLength(Integer.MAX_VALUE)
                    .build())
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build());

    private ReportBundle() {}

    /** What of the stand-ins goes along. */
    public enum Data {
        NONE,
        /** Tables without rows, CSV files without lines after the first, names of secrets, variables, schemas of events. */
        SCHEMA,
        ALL
    }

    /** A bundle that was opened. @param item the item folder @param run what to reproduce */
    public record Opened(Path item, RunRecord run) {}

    /**
     * Puts a bundle together without writing it.
     *
     * @throws IOException when something that belongs to it cannot be read
     */
    public static BundleContent prepare(ItemFolder item, Workspace workspace, RunRecord run, Data data)
            throws IOException {
        SecretMask mask = SecretMask.of(workspace).knowing(run);
        TreeMap<String, byte[]> files = new TreeMap<>();
        files.put(ABOUT, about(item, run, data));
        ObjectNode kept = (ObjectNode) JSON.readTree(RunJson.write(run));
        kept.remove("code");
        files.put(
                RUN,
                bytes(((ObjectNode) mask.mask(kept))
                        .put("code", mask.maskCode(run.code()))
                        .toString()));
        String folder = String.valueOf(item.root().getFileName());
        for (Path part : filesIn(item.root())) {
            String path = slashes(item.root().relativize(part));
            if (belongsToAnItem(path)) {
                files.put(folder + "/" + path, masked(mask, part));
            }
        }
        // The code that ran, which the file may no longer hold.
        files.put(folder + "/" + ItemFolder.SCRIPT, bytes(mask.maskCode(run.code())));
        Path bindings = workspace.bindingsFile(item);
        if (Files.exists(bindings)) {
            files.put(".bobbin/" + slashes(workspace.root().relativize(bindings)), Files.readAllBytes(bindings));
        }
        if (data != Data.NONE) {
            addLibraries(item, mask, files);
        }
        if (data != Data.NONE && Files.isDirectory(workspace.standIns())) {
            addData(workspace, mask, data == Data.ALL, files);
        }
        return new BundleContent(files);
    }

    /** What an item is made of, and modules and small files beside it; nothing hidden, and nothing of other programs. */
    private static boolean belongsToAnItem(String path) {
        return path.equals(ItemFolder.PLATFORM)
                || ItemFolder.FUNCTIONS_FILES.contains(path)
                || path.startsWith(ItemFolder.WHEELS + "/")
                || (TEXT.matcher(path).matches() && !OTHERS.matcher(path).find());
    }

    /** Variable libraries as Git has them, beside the item. */
    private static void addLibraries(ItemFolder item, SecretMask mask, TreeMap<String, byte[]> files)
            throws IOException {
        @Nullable Path workspace = item.root().toAbsolutePath().getParent();
        if (workspace == null) {
            return;
        }
        try (DirectoryStream<Path> libraries = Files.newDirectoryStream(workspace, "*.VariableLibrary")) {
            for (Path library : libraries) {
                for (Path part : filesIn(library)) {
                    if (isText(part)) {
                        files.put(slashes(workspace.relativize(part)), masked(mask, part));
                    }
                }
            }
        }
    }

    private static byte[] masked(SecretMask mask, Path file) throws IOException {
        if (!isText(file)) {
            return Files.readAllBytes(file);
        }
        String text = Files.readString(file);
        return bytes(file.toString().endsWith(".py") ? mask.maskCode(text) : mask.mask(text));
    }

    private static List<Path> filesIn(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).toList();
        }
    }

    private static void addData(Workspace workspace, SecretMask mask, boolean rows, TreeMap<String, byte[]> files)
            throws IOException {
        try (Stream<Path> parts = Files.walk(workspace.standIns())) {
            for (Path part : parts.filter(Files::isRegularFile).toList()) {
                String path = ".bobbin/" + slashes(workspace.root().relativize(part));
                if (path.endsWith(".secrets.json")) {
                    files.put(path, bytes(masked(JSON.readTree(part.toFile())).toPrettyString()));
                } else if (!rows) {
                    Optional<byte[]> schema = schema(part, path, mask);
                    if (schema.isPresent()) {
                        files.put(path, schema.get());
                    }
                } else if (isText(part)) {
                    files.put(path, bytes(mask.mask(Files.readString(part))));
                } else if (!path.endsWith("-shm") && !path.contains("/undo.db")) {
                    // What earlier runs replaced or deleted is nobody else's business.
                    files.put(path, Files.readAllBytes(part));
                }
            }
        }
    }

    /** What of a file of a stand-in tells how its data is built, but not the data; empty when nothing does. */
    private static Optional<byte[]> schema(Path file, String path, SecretMask mask) throws IOException {
        if (path.endsWith("/data.db")) {
            return Optional.of(SchemaCopy.of(file));
        }
        if (path.endsWith(".csv")) {
            try (BufferedReader lines = Files.newBufferedReader(file)) {
                String head = lines.readLine();
                return Optional.of(bytes(mask.mask(head == null ? "" : head + "\n")));
            }
        }
        return path.endsWith(".variables.json") || path.contains(".events/schemas/")
                ? Optional.of(bytes(mask.mask(Files.readString(file))))
                : Optional.empty();
    }

    /** The same names with masked values, so that the functions find their secrets. */
    private static JsonNode masked(JsonNode node) {
        if (node instanceof ObjectNode object) {
            object.properties().forEach(entry -> entry.setValue(masked(entry.getValue())));
            return object;
        }
        return node.isTextual() ? JSON.getNodeFactory().textNode(SecretMask.MASKED) : node;
    }

    private static byte[] about(ItemFolder item, RunRecord run, Data data) {
        return bytes(JSON.createObjectNode()
                        .put("format", FORMAT)
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
                + "\n");
    }

    /**
     * Writes a bundle.
     *
     * @throws IOException when the file cannot be written
     */
    public static void write(BundleContent content, Path file) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (var entry : content.files().entrySet()) {
                zip.putNextEntry(new ZipEntry(entry.getKey()));
                zip.write(entry.getValue());
                zip.closeEntry();
            }
        }
    }

    /**
     * Unpacks a bundle.
     *
     * @param folder an empty or new folder, which becomes a workspace with the item in it
     * @throws IOException when it is no bundle, or not one of this format; nothing outside of the folder is ever written
     */
    public static Opened open(Path file, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        Files.createDirectories(target);
        try (Stream<Path> present = Files.list(target)) {
            if (present.findAny().isPresent()) {
                throw new IOException("The folder " + target + " is not empty. Choose a new one for the bundle.");
            }
        }
        boolean whole = false;
        try {
            unpack(file, target);
            Opened opened = opened(file, target);
            whole = true;
            return opened;
        } catch (JacksonException | EOFException | ZipException | InvalidPathException e) {
            throw new IOException(file.getFileName() + " is damaged.", e);
        } finally {
            if (!whole) {
                clear(target);
            }
        }
    }

    private static Opened opened(Path file, Path target) throws IOException {
        if (!Files.exists(target.resolve(ABOUT)) || !Files.exists(target.resolve(RUN))) {
            throw new IOException(file.getFileName() + " is no bug report of Bobbin.");
        }
        JsonNode about = JSON.readTree(target.resolve(ABOUT).toFile());
        if (about.path("format").asInt() != FORMAT) {
            throw new IOException(file.getFileName() + " was written by a newer Bobbin than this one.");
        }
        Path item = target.resolve(about.path("item").asText()).normalize();
        if (!item.startsWith(target) || item.equals(target) || !Files.isDirectory(item)) {
            throw new IOException(file.getFileName() + " names an item that it does not hold.");
        }
        RunRecord run = RunJson.read(Files.readString(target.resolve(RUN)), new TypeReference<RunRecord>() {});
        return new Opened(item, run);
    }

    private static void clear(Path folder) throws IOException {
        try (Stream<Path> parts = Files.walk(folder)) {
            for (Path part : parts.sorted(Comparator.reverseOrder()).toList()) {
                if (!part.equals(folder)) {
                    Files.delete(part);
                }
            }
        }
    }

    private static void unpack(Path file, Path target) throws IOException {
        long total = 0;
        int entries = 0;
        try (InputStream in = Files.newInputStream(file);
                ZipInputStream zip = new ZipInputStream(in)) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                entries++;
                if (entries > MOST_ENTRIES) {
                    throw new IOException("The bundle holds more files than any bug report should.");
                }
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException(file.getFileName() + " tries to write outside of its folder.");
                }
                if (entry.isDirectory()) {
                    continue;
                }
                Files.createDirectories(path.getParent());
                total += copy(zip, path, MOST_BYTES - total);
            }
        }
    }

    private static long copy(InputStream in, Path path, long most) throws IOException {
        long size = 0;
        byte[] piece = new byte[64 * 1024];
        try (OutputStream out = Files.newOutputStream(path)) {
            for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
                size += count;
                if (size > most) {
                    throw new IOException("The bundle is larger than any bug report should be.");
                }
                out.write(piece, 0, count);
            }
        }
        return size;
    }

    private static boolean isText(Path file) {
        String name = String.valueOf(file.getFileName());
        return name.equals(ItemFolder.PLATFORM) || TEXT.matcher(name).matches();
    }

    private static String slashes(Path relative) {
        return relative.toString().replace('\\', '/');
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
