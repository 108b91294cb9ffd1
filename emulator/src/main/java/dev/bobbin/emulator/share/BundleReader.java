package dev.bobbin.emulator.share;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Change;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.CRC32;
import java.util.zip.CheckedInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipFile;

/** Opens bug reports. All of one is looked at before anything of it is written: it may come from anybody. */
final class BundleReader {

    /** Bytes of run.json, which is read as a whole: far more than any answer that a profile lets through. */
    private static final int MOST_TEXT = 256 * 1024 * 1024;

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final ZipFile zip;
    private final Path target;

    private BundleReader(Path file, ZipFile zip, Path target) {
        this.file = file;
        this.zip = zip;
        this.target = target;
    }

    static RunRecord run(Path file) throws IOException {
        return reading(file, file, reader -> {
            reader.about();
            return reader.run();
        });
    }

    static ReportBundle.Opened open(Path file, Path folder) throws IOException {
        Path target = folder.toAbsolutePath().normalize();
        if (Files.exists(target)) {
            try (Stream<Path> present = Files.list(target)) {
                if (present.findAny().isPresent()) {
                    throw PlainException.of("report.not-empty", target);
                }
            }
        }
        return reading(file, target, BundleReader::open);
    }

    private interface Reading<T> {
        T with(BundleReader reader) throws IOException;
    }

    private static <T> T reading(Path file, Path target, Reading<T> reading) throws IOException {
        if (!Files.exists(file)) {
            throw new NoSuchFileException(file.toString());
        }
        try (ZipFile zip = new ZipFile(file.toFile())) {
            return reading.with(new BundleReader(file, zip, target));
        } catch (ZipException e) {
            throw PlainException.of("report.none-or-damaged", file.getFileName())
                    .because(e);
        }
    }

    private ReportBundle.Opened open() throws IOException {
        JsonNode about = about();
        RunRecord run = run();
        Map<ZipEntry, Path> places = places();
        Path item = place(about.path("item").asText());
        if (item.equals(target) || places.values().stream().noneMatch(path -> path.startsWith(item))) {
            throw PlainException.of("report.no-item", file.getFileName());
        }
        boolean existed = Files.exists(target);
        try {
            unpack(places);
        } catch (IOException e) {
            clear(existed);
            throw e instanceof EOFException || e instanceof ZipException
                    ? PlainException.of("report.damaged", file.getFileName()).because(e)
                    : e;
        }
        return new ReportBundle.Opened(item, run, data(about), asLeft(about, run));
    }

    /** A report that does not say it, or says it in a way unknown here, is not said to lack anything. */
    private static ReportBundle.Data data(JsonNode about) {
        String name = about.path("data").asText();
        return Arrays.stream(ReportBundle.Data.values())
                .filter(data -> data.name().equals(name))
                .findFirst()
                .orElse(ReportBundle.Data.ALL);
    }

    /** Reports of older versions have all data as they were when they were made. */
    private static List<String> asLeft(JsonNode about, RunRecord run) {
        Stream<String> names = about.has(ReportBundle.AS_LEFT)
                ? about.path(ReportBundle.AS_LEFT).valueStream().map(JsonNode::asText)
                : run.trace().changes().changes().stream().map(Change::standIn);
        return names.distinct().toList();
    }

    private JsonNode about() throws IOException {
        JsonNode about;
        try {
            about = JSON.readTree(text(ReportBundle.ABOUT));
        } catch (JsonProcessingException e) {
            throw PlainException.of("report.not-valid", file.getFileName(), "about.json")
                    .because(e);
        }
        if (about.path("format").asInt() > ReportBundle.FORMAT) {
            throw PlainException.of("report.newer", file.getFileName());
        }
        if (about.path("format").asInt() != ReportBundle.FORMAT) {
            throw PlainException.of("report.none", file.getFileName());
        }
        return about;
    }

    private RunRecord run() throws IOException {
        try {
            RunRecord run = RunJson.read(text(ReportBundle.RUN), new TypeReference<RunRecord>() {});
            if (run == null) {
                throw PlainException.of("report.empty-run", file.getFileName());
            }
            return run;
        } catch (JsonMappingException e) {
            throw PlainException.of("report.parts-missing", file.getFileName()).because(e);
        } catch (JsonProcessingException e) {
            throw PlainException.of("report.not-valid", file.getFileName(), "run.json")
                    .because(e);
        }
    }

    private String text(String name) throws IOException {
        ZipEntry entry = zip.getEntry(name);
        if (entry == null) {
            throw PlainException.of("report.lacks", file.getFileName(), name);
        }
        requireSize(name, entry.getSize());
        try (InputStream in = zip.getInputStream(entry)) {
            byte[] content = in.readNBytes(MOST_TEXT + 1);
            // The size that an entry tells need not be true.
            requireSize(name, content.length);
            return new String(content, StandardCharsets.UTF_8);
        } catch (EOFException | ZipException e) {
            throw PlainException.of("report.unreadable-part", file.getFileName(), name)
                    .because(e);
        }
    }

    private void requireSize(String name, long size) throws IOException {
        if (size > MOST_TEXT) {
            throw new IOException(
                    file.getFileName() + " is no bug report of Bobbin: its " + name + " is larger than any run.");
        }
    }

    /** Where each file goes. */
    private Map<ZipEntry, Path> places() throws IOException {
        if (zip.size() > ReportBundle.MOST_FILES) {
            throw PlainException.of("report.too-many", file.getFileName());
        }
        Map<ZipEntry, Path> places = new LinkedHashMap<>();
        for (ZipEntry entry : Collections.list(zip.entries())) {
            if (!entry.isDirectory()) {
                places.put(entry, place(entry.getName()));
            }
        }
        return places;
    }

    private Path place(String name) throws IOException {
        Path path;
        try {
            path = target.resolve(name).normalize();
        } catch (InvalidPathException e) {
            throw PlainException.of("report.impossible-name", file.getFileName())
                    .because(e);
        }
        if (!path.startsWith(target)) {
            throw PlainException.of("report.outside", file.getFileName());
        }
        return path;
    }

    private void unpack(Map<ZipEntry, Path> places) throws IOException {
        Files.createDirectories(target);
        long left = ReportBundle.MOST_BYTES;
        for (Map.Entry<ZipEntry, Path> place : places.entrySet()) {
            Files.createDirectories(place.getValue().getParent());
            try (CheckedInputStream in = new CheckedInputStream(zip.getInputStream(place.getKey()), new CRC32());
                    OutputStream out = Files.newOutputStream(place.getValue())) {
                left -= copy(in, out, left);
                if (in.getChecksum().getValue() != place.getKey().getCrc()) {
                    throw new ZipException("The sum of " + place.getKey() + " is not the one it should have.");
                }
            }
        }
    }

    private static long copy(InputStream in, OutputStream out, long most) throws IOException {
        long size = 0;
        byte[] piece = new byte[64 * 1024];
        for (int count = in.read(piece); count >= 0; count = in.read(piece)) {
            size += count;
            if (size > most) {
                throw PlainException.of("report.larger");
            }
            out.write(piece, 0, count);
        }
        return size;
    }

    /** Takes away what was unpacked. @param folder whether the folder itself stays */
    private void clear(boolean folder) throws IOException {
        List<Path> written;
        try (Stream<Path> all = Files.walk(target)) {
            written = all.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : written) {
            if (!folder || !path.equals(target)) {
                Files.deleteIfExists(path);
            }
        }
    }
}
