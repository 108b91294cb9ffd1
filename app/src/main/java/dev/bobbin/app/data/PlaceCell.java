package dev.bobbin.app.data;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.Faint;
import dev.bobbin.app.fx.StandInWords;
import javafx.scene.control.Tooltip;
import javafx.scene.control.TreeCell;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A place in the tree, with a sign of what it is. */
final class PlaceCell extends TreeCell<Place> {

    @Override
    protected void updateItem(@Nullable Place place, boolean empty) {
        super.updateItem(place, empty);
        pseudoClassStateChanged(
                Faint.STATE, place instanceof Place.Note || place instanceof Place.Root root && !root.there());
        if (empty || place == null) {
            setText(null);
            setGraphic(null);
            setTooltip(null);
            return;
        }
        setText(words(place));
        Feather sign = sign(place);
        setGraphic(sign == null ? null : Controls.icon(sign));
        setTooltip(place instanceof Place.Root shown ? new Tooltip(tip(shown)) : null);
        setAccessibleText(place instanceof Place.Root shown ? tip(shown) : words(place));
    }

    private static String tip(Place.Root root) {
        return root.title() + ", " + StandInWords.kind(root.standIn());
    }

    private static String words(Place place) {
        return switch (place) {
            case Place.Root root -> root.title();
            case Place.Table table -> table.table().qualifiedName();
            case Place.Folder folder -> folder.name();
            case Place.Container container -> container.database() + " / " + container.container();
            case Place.Note note -> note.words();
        };
    }

    private static @Nullable Feather sign(Place place) {
        return switch (place) {
            case Place.Root root -> StandInWords.sign(root.standIn());
            case Place.Table table -> table.table().view() ? Feather.EYE : Feather.GRID;
            case Place.Folder _ -> Feather.FOLDER;
            case Place.Container _ -> Feather.ARCHIVE;
            case Place.Note _ -> null;
        };
    }
}
