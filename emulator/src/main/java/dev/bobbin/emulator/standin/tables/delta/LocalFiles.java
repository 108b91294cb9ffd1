package dev.bobbin.emulator.standin.tables.delta;

import dev.bobbin.emulator.message.PlainException;
import io.delta.kernel.engine.FileReadRequest;
import io.delta.kernel.engine.FileSystemClient;
import io.delta.kernel.utils.CloseableIterator;
import io.delta.kernel.utils.FileStatus;
import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.stream.Stream;

/** Files below one folder; a table cannot lead out of it. */
final class LocalFiles implements FileSystemClient {

    private final Path root;

    /** @param root the lakehouse's folder */
    LocalFiles(Path root) throws IOException {
        this.root = root.toRealPath();
    }

    /**
     * The local file of a path as Kernel has it.
     *
     * @throws IOException when it lies outside the lakehouse
     */
    Path local(String path) throws IOException {
        Path local = path.startsWith("file:") ? Path.of(URI.create(path)) : Path.of(path);
        Path real = Files.exists(local)
                ? local.toRealPath()
                : local.toAbsolutePath().normalize();
        if (!real.startsWith(root)) {
            throw PlainException.of("delta.outside", path);
        }
        return real;
    }

    @Override
    public CloseableIterator<FileStatus> listFrom(String path) throws IOException {
        Path start = local(path);
        Path folder = start.getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw new FileNotFoundException(path);
        }
        try (Stream<Path> entries = Files.list(folder)) {
            List<FileStatus> found = entries.filter(entry -> entry.compareTo(start) >= 0)
                    .filter(Files::isRegularFile)
                    .sorted()
                    .map(LocalFiles::status)
                    .toList();
            return Iterators.of(found.iterator());
        }
    }

    private static FileStatus status(Path file) {
        try {
            return FileStatus.of(
                    file.toString(),
                    Files.size(file),
                    Files.getLastModifiedTime(file).toMillis());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String resolvePath(String path) throws IOException {
        return local(path).toString();
    }

    @Override
    public CloseableIterator<ByteArrayInputStream> readFiles(CloseableIterator<FileReadRequest> requests) {
        return requests.map(this::read);
    }

    private ByteArrayInputStream read(FileReadRequest request) {
        try (RandomAccessFile file =
                new RandomAccessFile(local(request.getPath()).toFile(), "r")) {
            byte[] bytes = new byte[request.getReadLength()];
            file.seek(request.getStartOffset());
            file.readFully(bytes);
            return new ByteArrayInputStream(bytes);
        } catch (EOFException e) {
            throw new UncheckedIOException(
                    PlainException.of("delta.short", request.getPath()).because(e));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Gives a finished file its name.
     *
     * @throws FileAlreadyExistsException when a file of that name is there and shall stay; of two that try at the same
     *     time one succeeds
     */
    static void publish(Path finished, Path file, boolean overwrite) throws IOException {
        if (overwrite) {
            Files.move(finished, file, StandardCopyOption.REPLACE_EXISTING);
            return;
        }
        try {
            Files.createLink(file, finished);
        } catch (UnsupportedOperationException e) {
            // A disk without second names: the copy fails just as well when the name is taken.
            Files.copy(finished, file);
        }
    }

    @Override
    public boolean mkdirs(String path) throws IOException {
        Files.createDirectories(local(path));
        return true;
    }

    @Override
    public boolean delete(String path) {
        throw new UnsupportedOperationException("nothing is deleted from a table");
    }
}
