package dev.bobbin.app.shell;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.editor.EditorView;
import dev.bobbin.app.palette.Choice;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Tab;
import javafx.scene.control.TabPane;
import javafx.scene.layout.StackPane;

/** The middle of the bench: the script, and beside it what the item works with. A tab's view is made when it is shown. */
final class CentreTabs extends StackPane {

    private final TabPane tabs = new TabPane();
    private final Tab script;

    CentreTabs(EditorView editor, List<FeatureTab> features) {
        script = new Tab(null, editor);
        script.setGraphic(editor.title());
        tabs.setId("centre-tabs");
        tabs.setAccessibleText(text("centre.name"));
        tabs.setTabClosingPolicy(TabPane.TabClosingPolicy.UNAVAILABLE);
        tabs.getTabs().add(script);
        features.forEach(feature -> tabs.getTabs().add(tab(feature)));
        getStyleClass().add("centre-panel");
        getChildren().add(tabs);
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
        if (content != null) {
            content.requestFocus();
        }
    }

    /** A choice for each feature's tab, which shows it. */
    List<Choice> choices() {
        return tabs.getTabs().stream()
                .filter(tab -> tab != script)
                .map(tab -> new Choice(text("palette.tab", tab.getText()), "", () -> show(tab)))
                .toList();
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
