package dev.bobbin.app.workspace;

import java.nio.file.Path;
import java.util.List;

/**
 * A workspace to choose an item from.
 *
 * @param root its folder, absolute
 * @param items folders of its items, by name; at least one
 */
public record WorkspaceItems(Path root, List<Path> items) {

    public WorkspaceItems {
        items = List.copyOf(items);
    }
}
