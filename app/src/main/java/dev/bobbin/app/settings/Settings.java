package dev.bobbin.app.settings;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.workspace.RecentItems;
import dev.bobbin.app.workspace.Trust;
import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/**
 * What the bench remembers: choices of its look and layout, recent items, trusted folders. Kept in one small file, {@code bench.properties};
 * a damaged or unwritable file costs the memory, nothing else. Of two programs each keeps what the other remembers.
 */
public final class Settings implements RecentItems, Trust, AutoCloseable {

    private static final int MOST_RECENT = 8;
    private static final String RECENT = "recent.";
    private static final String TRUSTED = "trusted.";

    private final SettingsFile file;
    private final TaskRunner tasks;
    private final Map<String, StringProperty> kept = new TreeMap<>();
    private final Properties read;
    private final ObservableList<Path> recent = FXCollections.observableArrayList();
    private final Set<Path> trusted = new LinkedHashSet<>();

    /** Reads the settings kept in that folder. */
    public Settings(Path folder, TaskRunner tasks) {
        this.file = new SettingsFile(folder.resolve("bench.properties"));
        this.tasks = tasks;
        this.read = file.read();
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
            property.addListener((_, _, now) -> save(settings -> settings.setProperty(key, now)));
            return property;
        });
    }

    @Override
    public ObservableList<Path> recent() {
        return recent;
    }

    @Override
    public void opened(Path folder) {
        putFirst(recent, folder);
        save(settings -> {
            List<Path> paths = paths(settings, RECENT);
            putFirst(paths, folder);
            put(settings, RECENT, paths);
        });
    }

    private static void putFirst(List<Path> paths, Path folder) {
        paths.remove(folder);
        paths.addFirst(folder);
        if (paths.size() > MOST_RECENT) {
            paths.subList(MOST_RECENT, paths.size()).clear();
        }
    }

    @Override
    public void forget(Path folder) {
        if (recent.remove(folder)) {
            save(settings -> {
                List<Path> paths = paths(settings, RECENT);
                paths.remove(folder);
                put(settings, RECENT, paths);
            });
        }
    }

    @Override
    public boolean trusts(Path folder) {
        return trusted.contains(folder.toAbsolutePath().normalize());
    }

    @Override
    public void trust(Path folder) {
        Path whole = folder.toAbsolutePath().normalize();
        if (trusted.add(whole)) {
            save(settings -> {
                List<Path> paths = paths(settings, TRUSTED);
                if (!paths.contains(whole)) {
                    paths.add(whole);
                    put(settings, TRUSTED, paths);
                }
            });
        }
    }

    private void save(Consumer<Properties> change) {
        file.change(change);
        tasks.run(
                () -> {
                    file.write();
                    return file;
                },
                _ -> {},
                Settings::notWritten);
    }

    /** Writes what waits to be written. */
    @Override
    public void close() {
        try {
            file.write();
        } catch (IOException e) {
            notWritten(e);
        }
    }

    /** Nothing of the user's is lost: the bench only forgets its own comforts. */
    private static void notWritten(Exception e) {
        System.getLogger(Settings.class.getName()).log(System.Logger.Level.WARNING, "settings not written", e);
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

    private static void put(Properties kept, String prefix, List<Path> paths) {
        kept.stringPropertyNames().stream()
                .filter(name -> name.startsWith(prefix))
                .forEach(kept::remove);
        for (int i = 0; i < paths.size(); i++) {
            kept.setProperty(prefix + i, paths.get(i).toString());
        }
    }
}
