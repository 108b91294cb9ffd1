package dev.bobbin.app.fx;

import dev.bobbin.themes.Spacing;
import javafx.collections.ObservableList;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A page over the window, with a title and a way out; Escape closes it, and the focus goes back to where it was. */
public abstract class Overlay extends VBox {

    /** What lies over a window, from the bottom up, is a child of the node of this style class. */
    public static final String LAYERS = "layers";

    /** Room for the menus above a page, and for the window to be seen around it. */
    private static final Insets MARGIN = new Insets(60, Spacing.L, Spacing.L, Spacing.L);

    private @Nullable Node before;

    /**
     * @param id for style sheets and tests
     * @param closing what the button says that closes it
     */
    protected Overlay(String id, String title, String closing) {
        super(Spacing.L);
        setId(id);
        getStyleClass().add("overlay");
        StackPane.setAlignment(this, Pos.TOP_CENTER);
        StackPane.setMargin(this, MARGIN);
        HBox head = new HBox(
                Controls.label(title, "panel-title"),
                Controls.spring(),
                Controls.iconButton(Feather.X, closing, this::close));
        head.setAlignment(Pos.CENTER_LEFT);
        getChildren().add(head);
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE && !InlineEditor.has(event.getTarget())) {
                close();
                event.consume();
            }
        });
        Controls.show(this, false);
    }

    /** What lies over the window that shows a node. */
    protected static ObservableList<Node> layersOf(Node shown) {
        return ((StackPane) shown.getScene().lookup("." + LAYERS)).getChildren();
    }

    /** Shows the page. */
    public void open() {
        if (!isVisible()) {
            before = getScene().getFocusOwner();
        }
        Controls.show(this, true);
        // What lies in a scroll pane is in the window only once that has its skin; nothing else can take the keyboard.
        applyCss();
        opened();
    }

    /** Brings the page up to date and puts the focus where it belongs; called each time the page is shown. */
    protected abstract void opened();

    /** Hides the page, when it is shown. */
    public void close() {
        if (!isVisible()) {
            return;
        }
        Controls.show(this, false);
        if (before != null) {
            before.requestFocus();
        }
    }
}
