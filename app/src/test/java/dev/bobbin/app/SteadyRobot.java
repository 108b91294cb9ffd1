package dev.bobbin.app;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Supplier;
import javafx.animation.AnimationTimer;
import javafx.geometry.Point2D;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.input.MouseButton;
import javafx.scene.robot.Robot;
import javafx.stage.Window;
import org.testfx.api.FxRobot;
import org.testfx.robot.Motion;
import org.testfx.service.query.NodeQuery;
import org.testfx.util.WaitForAsyncUtils;

/**
 * A robot that clicks as somebody who looks: once the part of the window is there, no longer moves, and is what lies under
 * the mouse. A window goes on being laid out after its parts are there, and a list may be filled anew meanwhile: a click on
 * the place where something was a moment ago hits its neighbour, or a hint that popped up.
 */
public final class SteadyRobot extends FxRobot {

    private static final int PATIENCE_SECONDS = 90;

    /** Each frame begins with its timers and then lays out: after three of them, two layouts are done. */
    private static final int FRAMES = 3;

    @Override
    public SteadyRobot clickOn(String query, Motion motion, MouseButton... buttons) {
        return click(1, () -> lookup(query), query);
    }

    @Override
    public SteadyRobot clickOn(Node node, Motion motion, MouseButton... buttons) {
        return click(1, () -> from(node), node);
    }

    @Override
    public SteadyRobot doubleClickOn(Node node, Motion motion, MouseButton... buttons) {
        return click(2, () -> from(node), node);
    }

    /**
     * Clicks what is found, which may be another part at every look: the cells of a list are.
     *
     * @param wanted finds it; the first one in sight is meant
     */
    public SteadyRobot clickOn(Supplier<NodeQuery> wanted) {
        return click(1, wanted, "what is looked for");
    }

    private SteadyRobot click(int times, Supplier<NodeQuery> wanted, Object words) {
        try {
            WaitForAsyncUtils.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS, () -> isClicked(times, wanted));
        } catch (TimeoutException e) {
            throw new AssertionError(
                    "Never still under the mouse: " + words + ", of which is shown "
                            + interactWith(() -> inSight(wanted)) + "; what lies there is "
                            + interactWith(this::underMouse),
                    e);
        }
        WaitForAsyncUtils.waitForFxEvents();
        return this;
    }

    private boolean isClicked(int times, Supplier<NodeQuery> wanted) throws InterruptedException {
        Optional<Point2D> place = interactWith(() -> inSight(wanted).flatMap(SteadyRobot::place));
        if (place.isEmpty()) {
            return false;
        }
        moveTo(place.get());
        awaitFrames();
        // In one go: nothing comes between looking and clicking.
        return interactWith(() -> {
            boolean steady = inSight(wanted)
                    .filter(node -> takesMouse(node).isHover() && place(node).equals(place))
                    .isPresent();
            if (steady) {
                Robot mouse = new Robot();
                mouse.mouseMove(place.get());
                for (int i = 0; i < times; i++) {
                    mouse.mouseClick(MouseButton.PRIMARY);
                }
            }
            return steady;
        });
    }

    /** The innermost parts of all windows that the mouse is over. */
    private List<Node> underMouse() {
        return listWindows().stream()
                .map(Window::getScene)
                .filter(Objects::nonNull)
                .flatMap(scene -> from(scene.getRoot()).lookup((Node _) -> true).queryAll().stream())
                .filter(node -> node.isHover()
                        && !(node instanceof Parent parent
                                && parent.getChildrenUnmodifiable().stream().anyMatch(Node::isHover)))
                .toList();
    }

    private static <T> T interactWith(Supplier<T> action) {
        return WaitForAsyncUtils.waitForAsyncFx(TimeUnit.SECONDS.toMillis(PATIENCE_SECONDS), action::get);
    }

    private static Optional<Node> inSight(Supplier<NodeQuery> wanted) {
        return wanted.get().queryAll().stream()
                .filter(node -> place(node).isPresent())
                .findFirst();
    }

    /** The middle of what is to be seen of a part of a window, on the screen; nothing when none of it is. */
    private static Optional<Point2D> place(Node node) {
        Scene scene = node.getScene();
        if (scene == null
                || scene.getWindow() == null
                || !scene.getWindow().isShowing()
                || !BenchDriver.isShown(node)) {
            return Optional.empty();
        }
        return Sight.seen(node)
                .map(seen -> new Point2D(
                        scene.getWindow().getX() + scene.getX() + (seen.getMinX() + seen.getMaxX()) / 2,
                        scene.getWindow().getY() + scene.getY() + (seen.getMinY() + seen.getMaxY()) / 2));
    }

    /** Words of an entry in a menu leave the mouse to the entry. */
    private static Node takesMouse(Node node) {
        Node at = node;
        while (at.isMouseTransparent() && at.getParent() != null) {
            at = at.getParent();
        }
        return at;
    }

    private static void awaitFrames() throws InterruptedException {
        CountDownLatch frames = new CountDownLatch(FRAMES);
        AnimationTimer timer = new AnimationTimer() {
            @Override
            public void handle(long now) {
                frames.countDown();
            }
        };
        interactWith(() -> {
            timer.start();
            return true;
        });
        frames.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
        interactWith(() -> {
            timer.stop();
            return true;
        });
    }
}
