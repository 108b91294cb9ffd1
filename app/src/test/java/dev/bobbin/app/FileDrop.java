package dev.bobbin.app;

import java.io.File;
import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javafx.event.EventType;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.input.DataFormat;
import javafx.scene.input.DragEvent;
import javafx.scene.input.Dragboard;
import javafx.scene.input.MouseButton;
import javafx.scene.input.TransferMode;
import javafx.scene.robot.Robot;
import org.testfx.util.WaitForAsyncUtils;

/**
 * Files that another program drags into the window. No robot can do that where there is no screen, and so no other program:
 * the toolkit's own clipboard for what is dragged throws UnsupportedOperationException there. What the toolkit would tell the
 * window is told to it instead, the pointer over a part and then let go of, with a clipboard that holds the files.
 */
final class FileDrop {

    /** Pixels that are enough to be a drag. */
    private static final int FAR = 60;

    private FileDrop() {}

    /** Drops files on a part of the window. @return whether it took them: only what says it would is given any */
    static boolean on(Node part, Path... files) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    Dragboard board = holding(Stream.of(files).map(Path::toFile).toList());
                    DragEvent over = event(DragEvent.DRAG_OVER, board, part);
                    part.fireEvent(over);
                    if (over.getAcceptedTransferMode() == null) {
                        return false;
                    }
                    DragEvent dropped = event(DragEvent.DRAG_DROPPED, board, part);
                    part.fireEvent(dropped);
                    return dropped.isDropCompleted();
                })
                .get();
    }

    /** Drags a row out of the window. @return whether something was to be handed to another program */
    static boolean outOf(Node row) throws Exception {
        return WaitForAsyncUtils.asyncFx(() -> {
                    Point2D place = row.localToScreen(FAR, row.getLayoutBounds().getCenterY());
                    Robot robot = new Robot();
                    robot.mouseMove(place);
                    robot.mousePress(MouseButton.PRIMARY);
                    try {
                        robot.mouseMove(place.add(FAR, 0));
                        return false;
                    } catch (UnsupportedOperationException e) {
                        return true;
                    } finally {
                        robot.mouseRelease(MouseButton.PRIMARY);
                        forgetWhatIsDragged();
                    }
                })
                .get();
    }

    /** A drag that could not begin has no end either, at which the toolkit would stop to take what is dragged for what was copied. */
    private static void forgetWhatIsDragged() throws ReflectiveOperationException {
        Method release = Class.forName("com.sun.javafx.tk.quantum.QuantumClipboard")
                .getDeclaredMethod("releaseCurrentDragboard");
        release.setAccessible(true);
        release.invoke(null);
    }

    private static DragEvent event(EventType<DragEvent> type, Dragboard board, Node part) {
        // From another program: nothing of this one is where the drag began.
        return new DragEvent(type, board, 1, 1, 1, 1, TransferMode.COPY, null, part, null);
    }

    private static Dragboard holding(List<File> files) throws ReflectiveOperationException {
        Class<?> clipboard = Class.forName("com.sun.javafx.tk.TKClipboard");
        Object holding = Proxy.newProxyInstance(
                clipboard.getClassLoader(), new Class<?>[] {clipboard}, (_, method, _) -> switch (method.getName()) {
                    case "getContent" -> files;
                    case "hasContent" -> true;
                    case "getContentTypes" -> Set.of(DataFormat.FILES);
                    case "getTransferModes" -> EnumSet.of(TransferMode.COPY);
                    default -> null;
                });
        Constructor<Dragboard> made = Dragboard.class.getDeclaredConstructor(clipboard);
        made.setAccessible(true);
        return made.newInstance(holding);
    }
}
