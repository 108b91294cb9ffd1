package dev.bobbin.app.fx;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.input.DragEvent;
import javafx.scene.input.TransferMode;

/** Lets files be dropped on a part of the window. */
public final class FileDrop {

    private FileDrop() {}

    /**
     * @param target the part; files that are dragged from inside it are not its own business
     * @param wanted whether files can be taken now
     * @param taker takes what was dropped
     */
    public static void on(Node target, BooleanSupplier wanted, Consumer<List<Path>> taker) {
        target.setOnDragOver(event -> {
            if (event.getDragboard().hasFiles() && isFromOutside(target, event) && wanted.getAsBoolean()) {
                event.acceptTransferModes(TransferMode.COPY);
                event.consume();
            }
        });
        target.setOnDragDropped(event -> {
            if (event.getDragboard().hasFiles()) {
                taker.accept(event.getDragboard().getFiles().stream()
                        .map(File::toPath)
                        .toList());
                event.setDropCompleted(true);
                event.consume();
            }
        });
    }

    private static boolean isFromOutside(Node target, DragEvent event) {
        Object source = event.getGestureSource();
        for (Node node = source instanceof Node from ? from : null; node != null; node = node.getParent()) {
            if (node == target) {
                return false;
            }
        }
        return true;
    }
}
