package dev.bobbin.app.shell;

import dev.bobbin.app.fx.TaskRunner;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.beans.InvalidationListener;
import javafx.beans.property.StringProperty;
import javafx.geometry.Rectangle2D;
import javafx.stage.Screen;
import javafx.stage.Stage;
import javafx.stage.Window;
import org.jspecify.annotations.Nullable;

/** Where a window stands and how large it is, remembered for the next one. */
final class WindowPlace {

    private static final String MAXIMIZED = "maximized";

    private static final double LEAST_WIDTH = 320;
    private static final double LEAST_HEIGHT = 240;

    /** How much of a window's head must be on a screen, so that it can be seen and moved. */
    private static final double HEAD_WIDTH = 120;

    private static final double HEAD_HEIGHT = 24;

    /** A further window does not hide the one before. */
    private static final double STEP = 28;

    private final Stage stage;
    private final StringProperty remembered;
    private @Nullable Rectangle2D usual;

    /** @param remembered x, y, width and height of the window when it was not maximized, and whether it was */
    WindowPlace(Stage stage, StringProperty remembered, TaskRunner tasks) {
        this.stage = stage;
        this.remembered = remembered;
        // Later: a window hears of its new size before it hears that it was maximized.
        InvalidationListener moved = _ -> tasks.later(Duration.ZERO, this::note);
        stage.xProperty().addListener(moved);
        stage.yProperty().addListener(moved);
        stage.widthProperty().addListener(moved);
        stage.heightProperty().addListener(moved);
    }

    /**
     * Puts the window, which is not shown yet, where the last one stood, as far as there is a screen there now; beside the
     * others that are shown.
     */
    void restore() {
        read(remembered.get()).or(this::another).flatMap(WindowPlace::onScreen).ifPresent(place -> {
            usual = place;
            double step = 0;
            while (isTaken(place.getMinX() + step, place.getMinY() + step)) {
                step += STEP;
            }
            stage.setX(place.getMinX() + step);
            stage.setY(place.getMinY() + step);
            stage.setWidth(place.getWidth());
            stage.setHeight(place.getHeight());
            stage.setMaximized(remembered.get().endsWith(MAXIMIZED));
        });
    }

    /** Notes where the window stands, for the next one. */
    void remember() {
        note();
        Rectangle2D place = usual;
        if (place != null) {
            remembered.set(String.format(
                            Locale.ROOT,
                            "%.0f %.0f %.0f %.0f %s",
                            place.getMinX(),
                            place.getMinY(),
                            place.getWidth(),
                            place.getHeight(),
                            stage.isMaximized() ? MAXIMIZED : "")
                    .strip());
        }
    }

    private void note() {
        if (stage.isShowing() && !stage.isMaximized() && !stage.isFullScreen() && !stage.isIconified()) {
            usual = new Rectangle2D(stage.getX(), stage.getY(), stage.getWidth(), stage.getHeight());
        }
    }

    private boolean isTaken(double x, double y) {
        // A window manager may move what it draws a frame around.
        return others().anyMatch(other -> Math.abs(other.getX() - x) < STEP && Math.abs(other.getY() - y) < STEP);
    }

    private Stream<Window> others() {
        return Window.getWindows().stream().filter(other -> other instanceof Stage && other != stage);
    }

    private Optional<Rectangle2D> another() {
        return others().map(other -> new Rectangle2D(other.getX(), other.getY(), other.getWidth(), other.getHeight()))
                .findFirst();
    }

    private static Optional<Rectangle2D> read(String text) {
        String[] parts = text.split(" ");
        if (parts.length < 4) {
            return Optional.empty();
        }
        try {
            double width = Double.parseDouble(parts[2]);
            double height = Double.parseDouble(parts[3]);
            return width < LEAST_WIDTH || height < LEAST_HEIGHT
                    ? Optional.empty()
                    : Optional.of(
                            new Rectangle2D(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), width, height));
        } catch (NumberFormatException _) {
            return Optional.empty();
        }
    }

    /** The place, no larger than its screen; empty when no screen shows the window's head there. */
    private static Optional<Rectangle2D> onScreen(Rectangle2D place) {
        return Screen.getScreens().stream()
                .map(Screen::getVisualBounds)
                .filter(screen -> showsHead(screen, place))
                .findFirst()
                .map(screen -> new Rectangle2D(
                        place.getMinX(),
                        place.getMinY(),
                        Math.min(place.getWidth(), screen.getWidth()),
                        Math.min(place.getHeight(), screen.getHeight())));
    }

    private static boolean showsHead(Rectangle2D screen, Rectangle2D place) {
        double seen = Math.min(place.getMaxX(), screen.getMaxX()) - Math.max(place.getMinX(), screen.getMinX());
        return seen >= HEAD_WIDTH
                && place.getMinY() >= screen.getMinY()
                && place.getMinY() + HEAD_HEIGHT <= screen.getMaxY();
    }
}
