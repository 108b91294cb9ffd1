package dev.bobbin.app.workspace;

import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.emulator.item.ItemFolder;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/** Lets the window know of changes that other programs make in the data around the open item. */
public final class DataNews implements AutoCloseable {

    private final WorkspaceModel model;
    private final ItemFiles files;
    private final TaskRunner tasks;
    private @Nullable Path watched;
    private ItemFiles.@Nullable DataWatch watch;

    public DataNews(WorkspaceModel model, ItemFiles files, TaskRunner tasks) {
        this.model = model;
        this.files = files;
        this.tasks = tasks;
        model.itemProperty().addListener((_, _, item) -> follow(item));
        // What the window or a run has changed is shown without news.
        model.dataVersionProperty().addListener((_, _, _) -> takeAsKnown());
        model.lastRunProperty().addListener((_, _, _) -> takeAsKnown());
        follow(model.itemProperty().get());
    }

    private void follow(@Nullable ItemFolder item) {
        Path root = item == null ? null : item.root();
        if (root == null || !root.equals(watched)) {
            close();
            watched = root;
            if (item != null) {
                start(item);
            }
        }
    }

    private void start(ItemFolder item) {
        tasks.run(
                () -> files.watchData(item, () -> tasks.onFx(() -> tell(item.root()))),
                started -> {
                    if (item.root().equals(watched)) {
                        watch = started;
                    } else {
                        started.close();
                    }
                },
                // Refresh shows the data as it is; that nothing is watched has been said of the script.
                _ -> {});
    }

    private void tell(Path root) {
        if (root.equals(watched)) {
            model.dataChanged();
        }
    }

    private void takeAsKnown() {
        ItemFiles.DataWatch now = watch;
        if (now != null) {
            tasks.run(
                    () -> {
                        now.takeAsKnown();
                        return now;
                    },
                    _ -> {},
                    _ -> {});
        }
    }

    /** Tells no more, when the window is gone. */
    @Override
    public void close() {
        watched = null;
        if (watch != null) {
            watch.close();
            watch = null;
        }
    }
}
