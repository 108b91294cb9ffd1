package dev.bobbin.app.services;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.files.LakeFiles;
import dev.bobbin.app.data.files.Preview;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.standin.Links;
import dev.bobbin.emulator.standin.files.FileChanges;
import dev.bobbin.emulator.standin.files.FileEditor;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/** Files of lakehouses on disk. */
public final class LakeFolders implements LakeFiles {

    private static final Comparator<Entry> ORDER = Comparator.comparing((Entry entry) -> !entry.folder())
            .thenComparing(Entry::name, String.CASE_INSENSITIVE_ORDER);

    /** Where a folder lies on the disk. */
    static Path path(Place.Folder folder) {
        return folder.standIn().files().resolve(folder.path());
    }

    @Override
    public Path path(Place.Folder folder, String name) {
        return path(folder).resolve(name);
    }

    @Override
    public List<Entry> list(Place.Folder folder) throws IOException {
        Path path = path(folder);
        if (!Files.isDirectory(path)) {
            if (folder.path().isEmpty() && Files.isDirectory(folder.standIn().path())) {
                return List.of();
            }
            throw new IOException(text("data.files.gone", path));
        }
        List<Entry> found = new ArrayList<>();
        Files.walkFileTree(path, Set.of(), 1, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes facts) {
                found.add(new Entry(
                        file.getFileName().toString(),
                        facts.isDirectory(),
                        facts.isDirectory() ? 0 : facts.size(),
                        facts.lastModifiedTime().toInstant()));
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException gone) {
                return FileVisitResult.CONTINUE;
            }
        });
        found.sort(ORDER);
        return found;
    }

    @Override
    public Preview preview(Place.Folder folder, String name, @Nullable Charset encoding) throws IOException {
        Path file = path(folder, name);
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS)
                && Links.leadOut(file, folder.standIn().path())) {
            return new Preview.Nothing(text("data.preview.link"));
        }
        if (Files.isDirectory(file)) {
            return new Preview.Nothing(text("data.preview.folder"));
        }
        return FilePreviews.of(file, encoding);
    }

    @Override
    public Copied add(Place.Folder folder, List<Path> files, LongConsumer progress, BooleanSupplier cancelled)
            throws IOException {
        Path target = path(folder);
        long[] count = new long[1];
        String run = HostCalls.run();
        try (FileEditor editor = new FileEditor(folder.standIn(), run)) {
            for (Path file : files) {
                if (cancelled.getAsBoolean()) {
                    break;
                }
                Path source = file.toAbsolutePath().normalize();
                if (target.startsWith(source)) {
                    throw new IOException(text("data.files.intoItself", source.getFileName()));
                }
                Files.walkFileTree(source, new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path inner, BasicFileAttributes facts) throws IOException {
                        editor.makeFolder(place(inner));
                        return FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path inner, BasicFileAttributes facts) throws IOException {
                        if (cancelled.getAsBoolean()) {
                            return FileVisitResult.TERMINATE;
                        }
                        Path place = place(inner);
                        if (!inner.equals(place)) {
                            editor.put(inner, place);
                            progress.accept(++count[0]);
                        }
                        return FileVisitResult.CONTINUE;
                    }

                    private Path place(Path inner) {
                        return target.resolve(source.getFileName())
                                .resolve(source.relativize(inner).toString());
                    }
                });
            }
        } catch (IOException e) {
            new FileChanges(folder.standIn()).undo(run);
            throw e;
        }
        return new Copied(count[0], !cancelled.getAsBoolean(), run);
    }

    @Override
    public String makeFolder(Place.Folder folder, String name) throws IOException {
        Path place = path(folder).resolve(checked(name));
        if (Files.exists(place)) {
            throw new IOException(text("data.files.taken", name));
        }
        return edit(folder, editor -> editor.makeFolder(place));
    }

    @Override
    public String rename(Place.Folder folder, String name, String newName) throws IOException {
        Path target = path(folder).resolve(checked(newName));
        if (Files.exists(target) && !Files.isSameFile(target, path(folder, name))) {
            throw new IOException(text("data.files.taken", newName));
        }
        return edit(folder, editor -> editor.move(path(folder, name), target));
    }

    private static String checked(String name) throws IOException {
        boolean none = name.isBlank() || name.equals(".") || name.equals("..");
        if (none || name.chars().anyMatch(c -> c < ' ' || "/\\:*?\"<>|".indexOf(c) >= 0)) {
            throw new IOException(text("data.files.badName", name));
        }
        return name;
    }

    @Override
    public String delete(Place.Folder folder, List<String> names) throws IOException {
        return edit(folder, editor -> {
            for (String name : names) {
                editor.delete(path(folder, name));
            }
        });
    }

    private interface FileEdit {
        void on(FileEditor editor) throws IOException;
    }

    private static String edit(Place.Folder folder, FileEdit edit) throws IOException {
        String run = HostCalls.run();
        try (FileEditor editor = new FileEditor(folder.standIn(), run)) {
            edit.on(editor);
        }
        return run;
    }
}
