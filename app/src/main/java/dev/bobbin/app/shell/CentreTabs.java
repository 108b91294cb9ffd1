package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.editor.EditorView;
import dev.bobbin.app.find.FindBar;
import dev.bobbin.app.find.Searchable;
import dev.bobbin.app.fx.Undoable;
import dev.bobbin.app.palette.Choice;
import dev.bobbin.app.parts.PartView;
import dev.bobbin.app.parts.PartsViewModel;
import dev.bobbin.app.workspace.Draft;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The middle of the bench: the script, and beside it what the item works with. A tab's view is made when it is shown. */
final class CentreTabs extends StackPane {

    private final TabPane tabs = new TabPane();
    private final Tab script;
    private final EditorView editor;

    private final PartsViewModel parts;
    private final Map<Draft, Tab> partTabs = new LinkedHashMap<>();

    CentreTabs(EditorView editor, PartsViewModel parts, List<FeatureTab> features) {
        this.parts = parts;
        this.editor = editor;
        script = new Tab(null, editor);
        script.setGraphic(editor.title());
        tabs.setId("centre-tabs");
        tabs.setAccessibleText(text("centre.name"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().add(script);
        features.forEach(feature -> tabs.getTabs().add(tab(feature)));
        getStyleClass().add("centre-panel");
        getChildren().add(tabs);
        parts.parts().addListener((ListChangeListener<Draft>) _ -> showParts());
        showParts();
    }

    /** A tab for each JSON file of the item, behind the script. */
    private void showParts() {
        partTabs.entrySet().removeIf(entry -> {
            boolean gone = !parts.parts().contains(entry.getKey());
            if (gone) {
                tabs.getTabs().remove(entry.getValue());
            }
            return gone;
        });
        for (Draft part : parts.parts()) {
            if (!partTabs.containsKey(part)) {
                Tab tab = tab(part);
                partTabs.put(part, tab);
                tabs.getTabs().add(partTabs.size(), tab);
            }
        }
    }

    private Tab tab(Draft part) {
        PartView view = new PartView(parts.edit(part));
        Tab tab = new Tab(null, view);
        tab.setId("tab-" + part.name());
        tab.setGraphic(view.title());
        return tab;
    }

    /** Brings a line of a JSON file to the front, from 1. */
    void reveal(Path part, int line) {
        partTabs.forEach((draft, tab) -> {
            if (draft.part().equals(part)) {
                tabs.getSelectionModel().select(tab);
                ((PartView) tab.getContent()).reveal(line);
            }
        });
    }

    /** The page in front, when it has an undo of its own. */
    Optional<Undoable> undoable() {
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        return shown.getContent() instanceof Undoable page ? Optional.of(page) : Optional.empty();
    }

    /** The find bar of the page in front; that of the script, brought to the front, when it has none. */
    FindBar findBar() {
        if (tabs.getSelectionModel().getSelectedItem().getContent() instanceof Searchable page) {
            return page.findBar();
        }
        showScript();
        return editor.findBar();
    }

    /** Gives the page in front the keyboard. */
    void focusShown() {
        Tab shown = tabs.getSelectionModel().getSelectedItem();
        if (shown == script) {
            editor.focusText();
        } else {
            show(shown);
        }
    }

    /** Brings the script to the front. */
    void showScript() {
        tabs.getSelectionModel().select(script);
    }

    /** Brings a feature's tab to the front and gives it the keyboard. */
    void show(String id) {
        tabs.getTabs().stream().filter(tab -> id(id).equals(tab.getId())).forEach(this::show);
    }

    private void show(Tab tab) {
        tabs.getSelectionModel().select(tab);
        Node content = tab.getContent();
        // A page comes to be seen with the next layout; what is not seen cannot take the keyboard.
        tabs.applyCss();
        tabs.layout();
        if (content != null) {
            content.requestFocus();
        }
    }

    /** A choice for each feature's tab, which shows it. */
    List<Choice> choices() {
        Stream<Choice> files = partTabs.entrySet().stream()
                .map(entry -> new Choice(text("palette.tab", entry.getKey().name()), "", () -> show(entry.getValue())));
        Stream<Choice> features = tabs.getTabs().stream()
                .filter(tab -> tab != script && !partTabs.containsValue(tab))
                .map(tab -> new Choice(text("palette.tab", tab.getText()), "", () -> show(tab)));
        return Stream.concat(files, features).toList();
    }

    private static Tab tab(FeatureTab feature) {
        Tab tab = new Tab();
        tab.setId(id(feature.id()));
        tab.textProperty().bind(feature.title());
        tab.selectedProperty().addListener((_, _, selected) -> {
            if (selected && tab.getContent() == null) {
                tab.setContent(feature.content().get());
            }
        });
        return tab;
    }

    private static String id(String feature) {
        return "tab-" + feature;
    }
}
