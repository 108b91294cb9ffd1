package dev.bobbin.app.tour;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.themes.Spacing;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Pane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;

/** The tour over the window: a ring around the part a step is about, and a card beside it. The window below stays usable. */
public final class TourPane extends Pane {

    private static final double CARD_WIDTH = 340;

    private final TourViewModel tour;
    private final Region ring = new Region();
    private final Label count = Controls.label("", "text-muted", "text-small");
    private final Label title = Controls.label("", "panel-title");
    private final Label words = Controls.wrapped("");
    private final Button skip = new Button(text("tour.skip"));
    private final Button back = new Button(text("tour.back"));
    private final Button next = new Button(text("tour.next"));
    private final VBox card;
    private @Nullable Node before;

    public TourPane(TourViewModel tour) {
        this.tour = tour;
        setId("tour");
        setPickOnBounds(false);
        ring.getStyleClass().add("tour-ring");
        ring.setMouseTransparent(true);
        skip.setId("tour-skip");
        skip.getStyleClass().add("flat");
        skip.setOnAction(_ -> tour.end());
        back.setOnAction(_ -> tour.back());
        next.setId("tour-next");
        next.getStyleClass().add("accent");
        next.setOnAction(_ -> tour.next());
        HBox buttons = new HBox(Spacing.S, skip, Controls.spring(), back, next);
        card = new VBox(Spacing.S, count, title, words, buttons);
        card.getStyleClass().add("tour-card");
        card.setPrefWidth(CARD_WIDTH);
        card.setMaxWidth(CARD_WIDTH);
        getChildren().addAll(ring, card);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                tour.end();
                event.consume();
            }
        });
        tour.stepProperty().addListener((_, was, step) -> show(was, step));
        Controls.show(this, false);
    }

    private void show(TourViewModel.@Nullable Step was, TourViewModel.@Nullable Step step) {
        if (was == null && step != null) {
            before = getScene().getFocusOwner();
        }
        Controls.show(this, step != null);
        if (step == null) {
            if (before != null) {
                before.requestFocus();
            }
            return;
        }
        count.setText(text("tour.count", step.number(), TourViewModel.Step.values().length));
        title.setText(text("tour." + step + ".title"));
        words.setText(text("tour." + step));
        back.setDisable(step.ordinal() == 0);
        boolean last = step.number() == TourViewModel.Step.values().length;
        skip.setVisible(!last);
        next.setText(text(last ? "tour.done" : "tour.next"));
        next.setAccessibleText(title.getText() + ". " + words.getText() + " " + next.getText());
        next.requestFocus();
        requestLayout();
    }

    @Override
    protected void layoutChildren() {
        TourViewModel.Step step = tour.stepProperty().get();
        Node target = step == null ? null : getScene().lookup("#" + step.target());
        double height = card.prefHeight(CARD_WIDTH);
        ring.setVisible(target != null);
        if (target == null) {
            card.resizeRelocate((getWidth() - CARD_WIDTH) / 2, (getHeight() - height) / 2, CARD_WIDTH, height);
            return;
        }
        Bounds around = sceneToLocal(target.localToScene(target.getLayoutBounds()));
        double gap = Spacing.XS;
        ring.resizeRelocate(
                around.getMinX() - gap,
                around.getMinY() - gap,
                around.getWidth() + 2 * gap,
                around.getHeight() + 2 * gap);
        placeCard(around, height);
    }

    /** Beside what is pointed at, where there is most room, and wholly in the window. */
    private void placeCard(Bounds around, double height) {
        double right = getWidth() - around.getMaxX();
        boolean beside = Math.max(right, around.getMinX()) > CARD_WIDTH + 2 * Spacing.L;
        double x = !beside
                ? around.getMinX()
                : right > around.getMinX() ? around.getMaxX() + Spacing.L : around.getMinX() - CARD_WIDTH - Spacing.L;
        double y = beside ? around.getMinY() : around.getMinY() - height - Spacing.L;
        card.resizeRelocate(
                Math.clamp(x, Spacing.L, Math.max(Spacing.L, getWidth() - CARD_WIDTH - Spacing.L)),
                Math.clamp(y, Spacing.L, Math.max(Spacing.L, getHeight() - height - Spacing.L)),
                CARD_WIDTH,
                height);
    }
}
