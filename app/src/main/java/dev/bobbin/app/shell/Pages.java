package dev.bobbin.app.shell;

import dev.bobbin.app.about.AboutPane;
import dev.bobbin.app.circumstances.PersonasPane;
import dev.bobbin.app.circumstances.ProfilePane;
import dev.bobbin.app.compare.ComparisonPane;
import dev.bobbin.app.compare.FilesPane;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.help.HelpPane;
import dev.bobbin.app.palette.Choice;
import dev.bobbin.app.palette.PaletteView;
import dev.bobbin.app.settings.SettingsPane;
import dev.bobbin.app.tour.TourPane;
import dev.bobbin.app.tour.TourViewModel;
import dev.bobbin.app.workspace.Comparison;
import dev.bobbin.app.workspace.FilesToSee;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.service.Differences;
import dev.bobbin.themes.Fonts;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import javafx.scene.Node;
import org.jspecify.annotations.Nullable;

/**
 * The pages over a window, with palette and tour. Each is made when it is first asked for, since the window's start must not
 * wait for what it does not show; the one asked for last lies on top.
 */
final class Pages {

    private final ObservableList<Node> layers;
    private final Page<SettingsPane> settings;
    private final Page<AboutPane> about;
    private final Page<ProfilePane> profile;
    private final Page<PersonasPane> personas;
    private final Page<HelpPane> help;
    private final Page<ComparisonPane> comparison;
    private final Page<FilesPane> files;
    private final Page<PaletteView> palette = new Page<>(PaletteView::new);
    private final Page<TourPane> tourPane;
    private final TourViewModel tour;

    /**
     * @param layers what lies over each other in the window, from the bottom up
     * @param settings the setting of a name, with its value until it is set
     */
    Pages(
            ObservableList<Node> layers,
            WorkspaceModel model,
            Features features,
            BiFunction<String, String, StringProperty> settings) {
        this.layers = layers;
        this.settings =
                new Page<>(() -> new SettingsPane(settings, CodeFont::available, features.pythons(), features.tasks()));
        about = new Page<>(() -> new AboutPane(features.tasks()));
        profile = new Page<>(() -> new ProfilePane(model, features.status().choice()));
        personas = new Page<>(() -> new PersonasPane(features.status().choice()));
        help = new Page<>(() -> {
            Fonts.CODE.load();
            return new HelpPane(Differences::page, features.tasks());
        });
        comparison = new Page<>(() -> new ComparisonPane(features.tasks()));
        files = new Page<>(() -> new FilesPane(features.tasks()));
        tour = new TourViewModel(settings.apply("tour", ""));
        tourPane = new Page<>(() -> new TourPane(tour));
    }

    void openSettings() {
        settings.onTop().open();
    }

    void openAbout() {
        about.onTop().open();
    }

    void openProfile() {
        profile.onTop().open();
    }

    void openPersonas() {
        personas.onTop().open();
    }

    void openHelp() {
        help.onTop().open();
    }

    void compare(Comparison texts) {
        comparison.onTop().open(texts);
    }

    void lookAt(FilesToSee wanted) {
        files.onTop().open(wanted);
    }

    /** Opens the palette. @param prompt what its field says while it is empty */
    void choose(String prompt, List<Choice> choices) {
        palette.onTop().open(prompt, choices);
    }

    /** Shows the tour; it needs an open item to point at. */
    void showTour() {
        tourPane.onTop();
        tour.begin();
    }

    /** Shows the tour when nobody has seen it yet. */
    void showTourOnce() {
        if (tour.isNew()) {
            showTour();
        }
    }

    /** Closes whatever page lies over the window. */
    void close() {
        for (Node layer : List.copyOf(layers)) {
            switch (layer) {
                case Overlay page -> page.close();
                case ComparisonPane page -> page.close();
                default -> {}
            }
        }
    }

    /** One of the pages. */
    private final class Page<T extends Node> {

        private final Supplier<T> maker;
        private @Nullable T made;

        Page(Supplier<T> maker) {
            this.maker = maker;
        }

        T onTop() {
            T page = made;
            if (page == null) {
                page = maker.get();
                made = page;
                layers.add(page);
            } else {
                page.toFront();
            }
            return page;
        }
    }
}
