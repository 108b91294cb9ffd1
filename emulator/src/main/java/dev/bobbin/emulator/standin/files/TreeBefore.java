package dev.bobbin.emulator.standin.files;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The files of a lakehouse as they were before a run: what is there now, with the run's operations taken back, the last
 * first. Folders that the run did not touch are not looked at.
 */
final class TreeBefore {

    private static final List<String> PARTS = List.of("Files", "Properties");

    private final Node.Folder root = new Node.Folder(new TreeMap<>());

    private TreeBefore(Path lakehouse) {
        for (String part : PARTS) {
            Path place = lakehouse.resolve(part);
            if (Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
                root.entries().put(part, new Node.OnDisk(place));
            }
        }
    }

    static Node.Folder of(Path lakehouse, List<Operation> operations) throws IOException {
        TreeBefore tree = new TreeBefore(lakehouse);
        for (Operation operation : operations.reversed()) {
            tree.takeBack(operation);
        }
        return tree.root;
    }

    private void takeBack(Operation operation) throws IOException {
        switch (operation) {
            case Operation.Put put ->
                set(put.place(), put.kept().map(Node.OnDisk::new).orElse(null));
            case Operation.Delete delete -> {
                if (Files.exists(delete.kept(), LinkOption.NOFOLLOW_LINKS)) {
                    set(delete.place(), new Node.OnDisk(delete.kept()));
                }
            }
            case Operation.Move move -> {
                @Nullable
                Node moved =
                        set(move.target(), move.kept().map(Node.OnDisk::new).orElse(null));
                if (moved != null) {
                    set(move.place(), moved);
                }
            }
            case Operation.MakeFolder made -> {
                @Nullable Node folder = get(made.place());
                // One that still holds something then did so before.
                if (folder != null && folder.children().isEmpty()) {
                    set(made.place(), null);
                }
            }
        }
    }

    private @Nullable Node get(String place) throws IOException {
        @Nullable Node node = root;
        for (String name : place.split("/")) {
            node = node == null ? null : node.children().get(name);
        }
        return node;
    }

    /** Puts a node at a place, or removes what is there; returns what was there. */
    private @Nullable Node set(String place, @Nullable Node node) throws IOException {
        Node.Folder folder = root;
        String[] names = place.split("/");
        for (int i = 0; i < names.length - 1; i++) {
            folder = opened(folder, names[i]);
        }
        String name = names[names.length - 1];
        Map<String, Node> entries = folder.entries();
        return node == null ? entries.remove(name) : entries.put(name, node);
    }

    private static Node.Folder opened(Node.Folder parent, String name) throws IOException {
        @Nullable Node child = parent.entries().get(name);
        if (child instanceof Node.Folder folder) {
            return folder;
        }
        Node.Folder opened = new Node.Folder(child == null ? new TreeMap<>() : child.children());
        parent.entries().put(name, opened);
        return opened;
    }
}
