package dev.bobbin.emulator.item;

import dev.bobbin.emulator.finding.Finding;
import dev.bobbin.emulator.finding.Place;
import dev.bobbin.emulator.finding.Severity;
import dev.bobbin.emulator.message.Message;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Consumer;

/** Reads single files of an item; whatever is in the way becomes a finding. */
final class PartReader {

    /** Far above any real part, and below what would fill the memory. */
    private static final long LARGEST = 16L * 1024 * 1024;

    private final Path root;
    private final Consumer<Finding> findings;

    PartReader(Path root, Consumer<Finding> findings) {
        this.root = root;
        this.findings = findings;
    }

    /** Whether something of that name is there, be it a broken link. */
    boolean exists(Path path) {
        return Files.exists(root.resolve(path), LinkOption.NOFOLLOW_LINKS);
    }

    /** Text of a file; empty with a finding when it cannot be read. */
    Optional<String> text(Path path) {
        return decode(path).map(TextBytes::text);
    }

    /** A JSON file; empty when there is none, or with a finding when it cannot be read. */
    Optional<JsonFile> json(Path path) {
        if (!exists(path)) {
            return Optional.empty();
        }
        return decode(path).map(decoded -> {
            String text = decoded.mark() ? TextBytes.MARK + decoded.text() : decoded.text();
            JsonFile file = new JsonFile(path, JsonDocument.of(text));
            for (JsonDocument.Problem problem : file.document().problems()) {
                report("json-syntax", file.place(problem.offset()), problem.message());
            }
            return file;
        });
    }

    private Optional<TextBytes> decode(Path path) {
        Optional<TextBytes> decoded = bytes(path).map(TextBytes::decode);
        decoded.ifPresent(text -> {
            Message problem = text.problem();
            if (problem != null) {
                report("not-utf-8", new Place(path, text.badLine(), 0), problem);
            }
        });
        return decoded;
    }

    private Optional<byte[]> bytes(Path path) {
        Path file = root.resolve(path);
        try {
            if (Files.isSymbolicLink(file)) {
                link(path, file);
            }
            if (!Files.isRegularFile(file)) {
                report("unreadable", Place.of(path), Message.of("unreadable.no-file", path));
                return Optional.empty();
            }
            long size = Files.size(file);
            if (size > LARGEST) {
                report("too-large", Place.of(path), Message.of("too-large", path, size >> 20, LARGEST >> 20));
                return Optional.empty();
            }
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException e) {
            report("unreadable", Place.of(path), Message.of("unreadable.denied", path));
            return Optional.empty();
        }
    }

    private void link(Path path, Path file) throws IOException {
        findings.accept(Finding.of(
                "symbolic-link",
                Severity.WARNING,
                Place.of(path),
                Message.of("symbolic-link", path, Files.readSymbolicLink(file))));
    }

    private void report(String rule, Place place, Message message) {
        findings.accept(Finding.of(rule, Severity.ERROR, place, message));
    }
}
