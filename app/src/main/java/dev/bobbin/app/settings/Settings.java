package dev.bobbin.app.settings;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.RecentItems;
import dev.bobbin.app.workspace.Trust;
import java.io.IOException;
import java.io.Reader;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the bench remembers: choices of its look and layout, recent items, trusted folders. Kept in one small file, {@code bench.properties};
 * a damaged or unwritable file costs the memory, nothing else.
 */
public final class Settings implements RecentItems, Trust {

    private static final int MOST_RECENT = 8;
    private static final String RECENT = "recent.";
    private static final String TRUSTED = "trusted.";

    private final Path file;
    private final TaskRunner tasks;
    private final Map<String, StringProperty> kept = new TreeMap<>();
    private final Properties read;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final Set<Path> trusted = new LinkedHashSet<>();
    private final Object writing = new Object();
    private long newest;
    private long written;

    /** Reads the settings kept in that folder. */
    public Settings(Path folder, TaskRunner tasks) {
        this.file = folder.resolve("bench.properties");
        this.tasks = tasks;
        this.read = read(file);
        recent.setAll(paths(read, RECENT));
        trusted.addAll(paths(read, TRUSTED));
    }

    /**
     * A setting that is kept under that name.
     *
     * @param otherwise its value until it is set
     */
    public StringProperty property(String name, String otherwise) {
        return kept.computeIfAbsent(name, key -> {
            StringProperty property = new SimpleStringProperty(read.getProperty(key, otherwise));
            property.addListener((_, _, _) -> save());
            return property;
        });
    }

    @Override
    public ObservableList<Path> recent() {
        return recent;
    }

    @Override
    public void opened(Path folder) {
        recent.remove(folder);
        recent.addFirst(folder);
        if (recent.size() > MOST_RECENT) {
            recent.remove(MOST_RECENT, recent.size());
        }
        save();
    }

    @Override
    public void forget(Path folder) {
        if (recent.remove(folder)) {
            save();
        }
    }

    @Override
    public boolean trusts(Path folder) {
        return trusted.contains(folder.toAbsolutePath().normalize());
    }

    @Override
    public void trust(Path folder) {
        if (trusted.add(folder.toAbsolutePath().normalize())) {
            save();
        }
    }

    private void save() {
        Properties now = new Properties();
        // Settings of a feature that was not shown this time are kept as they were.
        read.stringPropertyNames().stream()
                .filter(name -> !name.startsWith(RECENT) && !name.startsWith(TRUSTED))
                .forEach(name -> now.setProperty(name, read.getProperty(name)));
        kept.forEach((name, property) -> now.setProperty(name, property.get()));
        put(now, RECENT, recent);
        put(now, TRUSTED, trusted);
        long number = ++newest;
        tasks.run(
                () -> {
                    write(now, number);
                    return now;
                },
                _ -> {},
                // Nothing of the user's is lost: the bench only forgets its own comforts.
                e -> System.getLogger(Settings.class.getName())
                        .log(System.Logger.Level.WARNING, "settings not written", e));
    }

    private void write(Properties now, long number) throws IOException {
        synchronized (writing) {
            if (number < written) {
                return;
            }
            written = number;
            Files.createDirectories(file.toAbsolutePath().getParent());
            Path fresh = Files.createTempFile(file.toAbsolutePath().getParent(), "bench", ".tmp");
            try (Writer out = Files.newBufferedWriter(fresh)) {
                now.store(out, "Bobbin");
            }
            Files.move(fresh, file, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private static Properties read(Path file) {
        Properties kept = new Properties();
        if (Files.isRegularFile(file)) {
            try (Reader in = Files.newBufferedReader(file)) {
                kept.load(in);
            } catch (IOException | IllegalArgumentException _) {
                return new Properties();
            }
        }
        return kept;
    }

    private static List<Path> paths(Properties kept, String prefix) {
        List<Path> paths = new ArrayList<>();
        for (int i = 0; kept.containsKey(prefix + i); i++) {
            try {
                paths.add(Path.of(kept.getProperty(prefix + i)));
            } catch (InvalidPathException _) {
                // Written by another platform: of no use here.
            }
        }
        return paths;
    }

    private static void put(Properties now, String prefix, Collection<Path> paths) {
        int i = 0;
        for (Path path : paths) {
            now.setProperty(prefix + i++, path.toString());
        }
    }
}
