package dev.bobbin.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import javafx.css.PseudoClass;
import javafx.geometry.Bounds;
import javafx.geometry.Rectangle2D;
import javafx.scene.AccessibleRole;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.SnapshotParameters;
import javafx.scene.TraversalDirection;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.Labeled;
import javafx.scene.control.ListCell;
import javafx.scene.image.Image;
import javafx.scene.image.PixelReader;
import javafx.scene.paint.Color;
import javafx.scene.text.Text;

/** What people who see little, or hear what is on the screen, make of a scene. For use on the FX thread. */
final class Sight {

    /** WCAG 2.2, 1.4.3 Contrast (Minimum), level AA, for text of the usual size. */
    private static final double TEXT = 4.5;

    /** WCAG 2.2, 1.4.11 and 2.4.13: what shows the focus stands out from what was there by 3 to 1. */
    private static final double FOCUS = 3;

    /** Pixels of a ring around the smallest control, at least. */
    private static final int RING = 40;

    private static final int MOST_STOPS = 120;
    private static final int LAYOUTS = 3;

    private final Scene scene;
    private final List<Node> shown;

    /** What lies in front of everything else, or the whole scene. */
    private final Node front;

    Sight(Scene scene) {
        this.scene = scene;
        // What came last may still be on its way to its place; some controls learn how large they are from being laid
        // out.
        for (int i = 0; i < LAYOUTS; i++) {
            scene.getRoot().applyCss();
            scene.getRoot().layout();
        }
        this.shown = below(scene.getRoot()).toList();
        this.front = shown.stream()
                .filter(node -> node.getStyleClass().stream().anyMatch(Set.of("overlay", "palette")::contains))
                .findFirst()
                .orElse(scene.getRoot());
    }

    /** What is to be seen below a node, itself included. */
    private static Stream<Node> below(Node node) {
        if (!node.isVisible()) {
            return Stream.empty();
        }
        Stream<Node> children = node instanceof Parent parent
                ? parent.getChildrenUnmodifiable().stream().flatMap(Sight::below)
                : Stream.empty();
        return Stream.concat(Stream.of(node), children);
    }

    /** Controls that take the keyboard and have no name or no role. */
    List<String> nameless() {
        Set<Node> labelled = new LinkedHashSet<>();
        shown.forEach(node -> {
            if (node instanceof Label label && label.getLabelFor() != null) {
                labelled.add(label.getLabelFor());
            }
        });
        return shown.stream()
                .filter(Node::isFocusTraversable)
                .filter(node -> !(isNamed(node, labelled) && hasRole(node)))
                .map(node -> "no name or role: " + node + " " + node.getAccessibleRole())
                .toList();
    }

    private static boolean isNamed(Node node, Set<Node> labelled) {
        return isWritten(node.getAccessibleText())
                || node instanceof Labeled labeled && isWritten(labeled.getText())
                || labelled.contains(node);
    }

    private static boolean isWritten(String text) {
        return text != null && !text.isBlank();
    }

    private static boolean hasRole(Node node) {
        return node.getAccessibleRole() != AccessibleRole.NODE && node.getAccessibleRole() != AccessibleRole.PARENT;
    }

    /** Buttons of which a part of the words is cut off. */
    List<String> cut() {
        return below(front)
                .filter(node -> node instanceof ButtonBase button && button.isTextTruncated())
                .map(node -> "cut off: " + node)
                .toList();
    }

    /** Choices that have a value and do not show it. */
    List<String> blank() {
        return shown.stream()
                .filter(node -> node instanceof ComboBox<?> choice
                        && choice.getValue() != null
                        && choice.getChildrenUnmodifiable().stream()
                                .anyMatch(shown -> shown instanceof ListCell<?> value && !isWritten(value.getText())))
                .map(node -> "blank: " + node)
                .toList();
    }

    /** Texts that do not stand out from their ground; what is switched off need not. */
    List<String> dim() {
        Image picture = picture(new Rectangle2D(0, 0, scene.getWidth(), scene.getHeight()));
        List<String> dim = new ArrayList<>();
        below(front)
                .filter(node -> node instanceof Text text && !text.getText().isBlank() && !isInactive(node))
                .forEach(node -> {
                    Optional<Rectangle2D> place = seen(node);
                    if (place.isPresent() && ((Text) node).getFill() instanceof Color ink) {
                        Color ground = ground(picture, place.get());
                        double contrast = contrast(
                                ground.interpolate(
                                        ink.deriveColor(0, 1, 1, 1 / ink.getOpacity()),
                                        ink.getOpacity() * opacity(node)),
                                ground);
                        if (contrast < TEXT) {
                            dim.add(String.format("contrast %.2f: %s on %s, %s", contrast, ink, ground, node));
                        }
                    }
                });
        return dim;
    }

    /** WCAG exempts what cannot be used now. Entries of menus say so by their look only. */
    private static boolean isInactive(Node node) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at.getPseudoClassStates().contains(PseudoClass.getPseudoClass("disabled"))) {
                return true;
            }
        }
        return false;
    }

    private static double opacity(Node node) {
        double opacity = 1;
        for (Node at = node; at != null; at = at.getParent()) {
            opacity *= at.getOpacity();
        }
        return opacity;
    }

    /** The part of a node that no ancestor and no edge of the window cuts off. */
    static Optional<Rectangle2D> seen(Node node) {
        Scene scene = node.getScene();
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        double left = Math.max(0, bounds.getMinX());
        double top = Math.max(0, bounds.getMinY());
        double right = Math.min(scene.getWidth(), bounds.getMaxX());
        double bottom = Math.min(scene.getHeight(), bounds.getMaxY());
        for (Node at = node.getParent(); at != null; at = at.getParent()) {
            if (at.getClip() != null) {
                Bounds clip = at.localToScene(at.getClip().getBoundsInParent());
                left = Math.max(left, clip.getMinX());
                top = Math.max(top, clip.getMinY());
                right = Math.min(right, clip.getMaxX());
                bottom = Math.min(bottom, clip.getMaxY());
            }
        }
        return right - left < 2 || bottom - top < 2
                ? Optional.empty()
                : Optional.of(new Rectangle2D(left, top, right - left, bottom - top));
    }

    /** The colour that most of a place has: letters cover less of it than what they stand on. */
    private static Color ground(Image picture, Rectangle2D place) {
        PixelReader pixels = picture.getPixelReader();
        Map<Color, Integer> counts = new HashMap<>();
        for (int y = (int) Math.ceil(place.getMinY()); y < Math.min(picture.getHeight(), place.getMaxY()); y++) {
            for (int x = (int) Math.ceil(place.getMinX()); x < Math.min(picture.getWidth(), place.getMaxX()); x++) {
                counts.merge(pixels.getColor(x, y), 1, Integer::sum);
            }
        }
        return counts.entrySet().stream()
                .max(Map.Entry.comparingByValue())
                .map(Map.Entry::getKey)
                .orElse(Color.TRANSPARENT);
    }

    /** Goes through all places where Tab stops; each must look different as soon as Tab has left it. */
    List<Node> unseenStops() {
        List<Node> unseen = new ArrayList<>();
        // Scroll panes keep pictures of what is in them until the next frame.
        shown.forEach(node -> node.setCache(false));
        Set<Node> inFront = Set.copyOf(below(front).toList());
        Set<Node> seen = new LinkedHashSet<>();
        Node start = scene.getFocusOwner();
        start.requestFocusTraversal(TraversalDirection.NEXT);
        Node stop = scene.getFocusOwner();
        scene.getRoot().layout();
        while (stop != null && seen.add(stop) && seen.size() < MOST_STOPS) {
            Rectangle2D place = around(stop);
            Image focused = picture(place);
            stop.requestFocusTraversal(TraversalDirection.NEXT);
            scene.getRoot().layout();
            // The editor shows its caret.
            if (inFront.contains(stop) && !"editor".equals(stop.getId()) && differing(focused, picture(place)) < RING) {
                unseen.add(stop);
            }
            stop = scene.getFocusOwner();
        }
        start.requestFocus();
        return unseen;
    }

    private static Rectangle2D around(Node node) {
        Bounds bounds = node.localToScene(node.getBoundsInLocal());
        return new Rectangle2D(
                bounds.getMinX() - 3, bounds.getMinY() - 3, bounds.getWidth() + 6, bounds.getHeight() + 6);
    }

    private Image picture(Rectangle2D place) {
        SnapshotParameters parameters = new SnapshotParameters();
        parameters.setViewport(place);
        return scene.getRoot().snapshot(parameters, null);
    }

    private static int differing(Image one, Image other) {
        PixelReader first = one.getPixelReader();
        PixelReader second = other.getPixelReader();
        int count = 0;
        for (int y = 0; y < Math.min(one.getHeight(), other.getHeight()); y++) {
            for (int x = 0; x < Math.min(one.getWidth(), other.getWidth()); x++) {
                if (contrast(first.getColor(x, y), second.getColor(x, y)) >= FOCUS) {
                    count++;
                }
            }
        }
        return count;
    }

    private static double contrast(Color one, Color other) {
        double first = luminance(one);
        double second = luminance(other);
        return (Math.max(first, second) + 0.05) / (Math.min(first, second) + 0.05);
    }

    /** Source: WCAG 2.2, "relative luminance". */
    private static double luminance(Color color) {
        return 0.2126 * linear(color.getRed()) + 0.7152 * linear(color.getGreen()) + 0.0722 * linear(color.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }
}
