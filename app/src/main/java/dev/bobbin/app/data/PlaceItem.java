package dev.bobbin.app.data;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.standin.StandIn;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import javafx.scene.control.TreeItem;

/** A place in the tree; what lies in it is asked for when it is first opened. */
final class PlaceItem extends TreeItem<Place> {

    /** Asks what lies in a place and gives it to a receiver, later, on the FX thread. */
    interface Asker extends BiConsumer<Place, Consumer<List<Place>>> {}

    private final Asker asker;
    private final boolean leaf;
    private boolean asked;

    PlaceItem(Place place, Asker asker) {
        super(place);
        this.asker = asker;
        this.leaf = isLeaf(place);
        expandedProperty().addListener((_, _, open) -> {
            if (open && !asked) {
                ask();
            }
        });
    }

    private static boolean isLeaf(Place place) {
        return switch (place) {
            case Place.Root root ->
                switch (root.standIn()) {
                    case StandIn.Sql _, StandIn.Lakehouse _, StandIn.Documents _ -> !root.there();
                    default -> true;
                };
            case Place.Folder _ -> false;
            case Place.Table _, Place.Container _, Place.Note _ -> true;
        };
    }

    @Override
    public boolean isLeaf() {
        return leaf;
    }

    /** Asks again what lies in it, and in what is open in it. */
    void refresh() {
        if (asked) {
            ask();
        }
    }

    private void ask() {
        asked = true;
        asker.accept(getValue(), this::take);
    }

    /** What is there already stays, with what is open in it. */
    private void take(List<Place> found) {
        List<TreeItem<Place>> items = found.stream().map(this::item).toList();
        if (!items.equals(getChildren())) {
            getChildren().setAll(items);
        }
        getChildren().forEach(child -> ((PlaceItem) child).refresh());
    }

    private TreeItem<Place> item(Place place) {
        return getChildren().stream()
                .filter(child -> child.getValue().same(place))
                .findFirst()
                .map(child -> now(child, place))
                .orElseGet(() -> new PlaceItem(place, asker));
    }

    private static TreeItem<Place> now(TreeItem<Place> item, Place place) {
        item.setValue(place);
        return item;
    }
}
