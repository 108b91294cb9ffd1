package dev.bobbin.app.data;

import dev.bobbin.app.data.page.Place;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.standin.StandIn;
import java.io.IOException;
import java.util.List;

/** What there is to browse. Every method may take long: call it in the background. */
public interface DataPlaces {

    /**
     * The stand-ins that the item is connected to, then all others of its workspace.
     *
     * @throws IOException when the workspace cannot be read; the message is in plain words
     */
    List<Place.Root> roots(ItemFolder item) throws IOException;

    /**
     * What lies in a place: tables, folders, containers.
     *
     * @throws IOException when it cannot be read; the message is in plain words
     */
    List<Place> children(Place place) throws IOException;

    /**
     * Makes a stand-in that a connection names and that is not there yet, empty.
     *
     * @throws IOException when it cannot be made; the message is in plain words
     */
    void create(ItemFolder item, StandIn standIn) throws IOException;
}
