package dev.bobbin.app.data;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.data.page.HandEdits;
import dev.bobbin.app.data.page.Pages;
import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.Undoable;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.scene.control.Button;
import javafx.scene.control.SplitPane;
import javafx.scene.control.TreeItem;
import javafx.scene.control.TreeView;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The data browser: a tree of stand-ins and what lies in them, beside the place that is chosen. */
public final class DataView extends SplitPane implements Undoable {

    private static final double TREE_SHARE = 0.28;
    private static final double LEAST_SIDE = 180;

    /** Share of the width the tree may insist on. */
    private static final double MOST_SHARE = 0.4;

    private final DataViewModel model;
    private final TreeView<Place> tree = new TreeView<>();
    private final TreeItem<Place> root = new TreeItem<>();
    private final HandEdits edits;
    private boolean filling;

    /** Whether the keyboard was to go to the tree before there was one to see. */
    private boolean focusWanted;

    public DataView(DataViewModel model, DataPages pages) {
        this.model = model;
        this.edits = pages.edits();
        tree.setId("data-tree");
        tree.setAccessibleText(text("data.tree"));
        tree.setShowRoot(false);
        tree.setRoot(root);
        tree.getStyleClass().add("data-tree");
        tree.setCellFactory(_ -> new PlaceCell());
        tree.getSelectionModel().selectedItemProperty().addListener((_, _, item) -> {
            if (!filling && item != null && !(item.getValue() instanceof Place.Note)) {
                model.shownProperty().set(item.getValue());
            }
        });
        VBox.setVgrow(tree, Priority.ALWAYS);
        EmptyState nothing = new EmptyState(Feather.DATABASE, text("data.empty.title"), text("data.empty.hint"));
        VBox.setVgrow(nothing, Priority.ALWAYS);
        VBox side = new VBox(
                Pages.bar(
                        Controls.label(text("data.tree"), "panel-title"),
                        Controls.spring(),
                        undoButton(),
                        Controls.iconButton(Feather.REFRESH_CW, text("data.refresh"), model::refresh)),
                tree,
                nothing);
        side.getStyleClass().add("side-panel");
        // In a narrow or enlarged window the tree leaves the larger part to what is chosen in it.
        side.minWidthProperty().bind(Bindings.min(LEAST_SIDE, widthProperty().multiply(MOST_SHARE)));
        PlacePane place = new PlacePane(model, pages);
        getItems().addAll(side, place);
        setDividerPositions(TREE_SHARE);
        SplitPane.setResizableWithParent(side, false);
        model.roots().addListener((ListChangeListener<Place.Root>) _ -> {
            fill();
            showEmptiness(nothing);
        });
        model.versionProperty().addListener((_, _, _) -> items().forEach(PlaceItem::refresh));
        model.shownProperty().addListener((_, _, shown) -> select(shown));
        fill();
        showEmptiness(nothing);
        select(model.shownProperty().get());
    }

    /** Takes the latest edit back; Ctrl+Z does so, too, wherever no text is written. */
    private Button undoButton() {
        Button undo = Controls.iconButton(Feather.CORNER_UP_LEFT, text("data.undo"), this::undo);
        undo.setId("data-undo");
        undo.disableProperty().bind(edits.nextProperty().isEmpty());
        edits.nextProperty().addListener((_, _, words) -> {
            String said = words.isEmpty() ? text("data.undo") : text("data.undo.next", words);
            undo.setAccessibleText(said);
            undo.getTooltip().setText(said);
        });
        addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.Z && event.isShortcutDown() && !event.isShiftDown() && !event.isAltDown()) {
                undo();
                event.consume();
            }
        });
        return undo;
    }

    @Override
    public void undo() {
        edits.undo();
    }

    private void showEmptiness(EmptyState nothing) {
        Controls.show(nothing, model.roots().isEmpty());
        Controls.show(tree, !model.roots().isEmpty());
        if (focusWanted && tree.isVisible()) {
            requestFocus();
        }
    }

    private List<PlaceItem> items() {
        return root.getChildren().stream().map(PlaceItem.class::cast).toList();
    }

    /** Stand-ins that are there already stay, with what is open in them. */
    private void fill() {
        filling = true;
        List<TreeItem<Place>> wanted = model.roots().stream().map(this::item).toList();
        root.getChildren().setAll(wanted);
        filling = false;
        select(model.shownProperty().get());
    }

    private TreeItem<Place> item(Place.Root place) {
        return root.getChildren().stream()
                .filter(child -> child.getValue().equals(place))
                .findFirst()
                .orElseGet(() -> new PlaceItem(place, model::children));
    }

    /** Chooses a place in the tree, as far as the tree shows it. */
    private void select(@Nullable Place shown) {
        TreeItem<Place> chosen = tree.getSelectionModel().getSelectedItem();
        if (shown == null || (chosen != null && chosen.getValue().equals(shown))) {
            return;
        }
        TreeItem<Place> found = find(root, shown);
        if (found != null) {
            filling = true;
            tree.getSelectionModel().select(found);
            found.setExpanded(!found.isLeaf());
            filling = false;
        }
    }

    private static @Nullable TreeItem<Place> find(TreeItem<Place> below, Place place) {
        for (TreeItem<Place> child : below.getChildren()) {
            TreeItem<Place> found = child.getValue().equals(place) ? child : find(child, place);
            if (found != null) {
                return found;
            }
        }
        return null;
    }

    @Override
    public void requestFocus() {
        focusWanted = !tree.isVisible();
        tree.requestFocus();
        // The first that is there is about to be shown, and is opened then.
        if (tree.getSelectionModel().isEmpty() && model.roots().stream().noneMatch(Place.Root::there)) {
            tree.getSelectionModel().selectFirst();
        }
    }
}
