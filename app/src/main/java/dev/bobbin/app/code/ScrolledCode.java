package dev.bobbin.app.code;

import dev.bobbin.app.fx.Controls;
import java.util.function.Consumer;
import javafx.beans.value.ObservableValue;
import javafx.scene.layout.StackPane;
import org.fxmisc.flowless.Virtualized;
import org.fxmisc.flowless.VirtualizedScrollPane;
import org.reactfx.value.Val;
import org.reactfx.value.Var;

/**
 * A code area as its scroll bars see it. The area says anew how large it is and how far it is scrolled with every line it
 * lays out, and bars that follow each time take longer than the lines; these are told once, when all are laid out.
 */
public final class ScrolledCode extends StackPane implements Virtualized {

    private final CodeArea area;
    private final Var<Double> width;
    private final Var<Double> height;
    private final Var<Double> x;
    private final Var<Double> y;
    private boolean outdated;
    private boolean takingOver;

    private ScrolledCode(CodeArea area) {
        super(area);
        this.area = area;
        width = followed(area.totalWidthEstimateProperty());
        height = followed(area.totalHeightEstimateProperty());
        x = followed(area.estimatedScrollXProperty());
        y = followed(area.estimatedScrollYProperty());
    }

    /** A code area with scroll bars. */
    public static VirtualizedScrollPane<?> of(CodeArea area) {
        return new VirtualizedScrollPane<>(new ScrolledCode(area));
    }

    private Var<Double> followed(ObservableValue<Double> told) {
        told.subscribe(this::follow);
        return Var.newSimpleVar(told.getValue());
    }

    private void follow() {
        if (!outdated) {
            outdated = true;
            Controls.inNextTurn(this::takeOver);
        }
    }

    private void takeOver() {
        outdated = false;
        // One is set after the other: in between the bars would scroll the area to where it does not belong.
        takingOver = true;
        // Wrapped, there is nothing beside; the library tells how wide it would be without.
        width.setValue(area.isWrapText() ? 0 : area.getTotalWidthEstimate());
        height.setValue(area.getTotalHeightEstimate());
        x.setValue(area.getEstimatedScrollX());
        y.setValue(area.getEstimatedScrollY());
        takingOver = false;
    }

    private Var<Double> scrolling(Var<Double> place, Consumer<Double> scroll) {
        return place.asVar(to -> {
            if (!takingOver) {
                scroll.accept(to);
            }
        });
    }

    @Override
    public Val<Double> totalWidthEstimateProperty() {
        return width;
    }

    @Override
    public Val<Double> totalHeightEstimateProperty() {
        return height;
    }

    @Override
    public Var<Double> estimatedScrollXProperty() {
        return scrolling(x, area.estimatedScrollXProperty()::setValue);
    }

    @Override
    public Var<Double> estimatedScrollYProperty() {
        return scrolling(y, area.estimatedScrollYProperty()::setValue);
    }

    @Override
    public void scrollXBy(double pixels) {
        area.scrollXBy(pixels);
    }

    @Override
    public void scrollYBy(double pixels) {
        area.scrollYBy(pixels);
    }

    @Override
    public void scrollXToPixel(double pixel) {
        area.scrollXToPixel(pixel);
    }

    @Override
    public void scrollYToPixel(double pixel) {
        area.scrollYToPixel(pixel);
    }
}
