package dev.bobbin.emulator.share;

import dev.bobbin.emulator.standin.TemporaryFolder;
import dev.bobbin.emulator.standin.sql.snapshot.DatabaseCopy;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** The content of a file of a bundle. What is large stays on disk until the bundle is written. */
public sealed interface Part
        permits Part.Bytes, Part.Masked, Part.FirstLine, Part.OnDisk, Part.Database, DatabaseBefore {

    /**
     * A file whose text goes along without its secrets; anything else as it is.
     *
     * @throws IOException when it cannot be read, or is too long to be looked through
     */
    static Part of(Path file, SecretMask mask) throws IOException {
        long size = Files.size(file);
        return TextFile.isText(file) ? new Masked(file, size, mask) : new OnDisk(file, size);
    }

    /** In bytes; of a database, and of what is masked later, about that many. */
    long size();

    /** Whether it was looked through for secrets, or will be. */
    default boolean searched() {
        return true;
    }

    /** @throws IOException when it cannot be read or written */
    void writeTo(OutputStream out) throws IOException;

    /** What was masked or made. */
    record Bytes(byte[] bytes) implements Part {
        @Override
        public long size() {
            return bytes.length;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(bytes);
        }
    }

    /** A file that holds text, masked when it is written: all of them together may be larger than the memory. */
    record Masked(Path file, long size, SecretMask mask) implements Part {
        @Override
        public void writeTo(OutputStream out) throws IOException {
            Optional<TextFile> text = TextFile.read(file);
            if (text.isPresent()) {
                out.write(text.get().masked(mask, String.valueOf(file.getFileName())));
            } else {
                Files.copy(file, out);
            }
        }
    }

    /** The first line of a file, masked when it is written. */
    record FirstLine(String name, TextFile line, SecretMask mask) implements Part {
        @Override
        public long size() {
            return line.size();
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            out.write(line.masked(mask, name));
        }
    }

    /** A file as it is. */
    record OnDisk(Path file, long size) implements Part {
        @Override
        public boolean searched() {
            return false;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            Files.copy(file, out);
        }
    }

    /** A database that may be in use: one state of it is copied, whatever is written to it meanwhile. */
    record Database(Path file, long size) implements Part {
        @Override
        public boolean searched() {
            return false;
        }

        @Override
        public void writeTo(OutputStream out) throws IOException {
            try (TemporaryFolder folder = new TemporaryFolder("bobbin-copy")) {
                Path copy = folder.path().resolve("copy.db");
                DatabaseCopy.into(file, copy);
                Files.copy(copy, out);
            }
        }
    }
}
