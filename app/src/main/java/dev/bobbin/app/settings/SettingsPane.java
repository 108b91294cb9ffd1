package dev.bobbin.app.settings;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jspecify.annotations.Nullable;

/** All settings, over the window, with a field that finds one. A change counts at once, unless it says otherwise. */
public final class SettingsPane extends Overlay {

    private static final double WIDTH = 560;
    private static final double LABEL_WIDTH = 300;
    private static final double BOX_WIDTH = 180;

    private record Row(String words, Node node) {}

    private final BiFunction<String, String, StringProperty> settings;
    private final TextField search = new LimitedField();
    private final List<Row> rows = new ArrayList<>();

    /** @param settings the setting of a name, with its value until it is set */
    public SettingsPane(BiFunction<String, String, StringProperty> settings) {
        super("settings", text("settings.title"), text("settings.close"));
        this.settings = settings;
        setMaxSize(WIDTH, USE_PREF_SIZE);
        search.setId("settings-search");
        search.setPromptText(text("settings.search"));
        search.setAccessibleText(text("settings.search"));
        search.textProperty().addListener((_, _, words) -> narrow(words));
        getChildren().add(search);
        choice("theme", "system", List.of("system", "light", "dark", "contrast"));
        choice("zoom", "100", List.of("80", "90", "100", "110", "120", "130", "150", "175", "200"));
        choice("language", "system", List.of("system", "en", "de"));
        choice("direction", "ltr", List.of("ltr", "rtl"));
        choice("engine", "embedded", List.of("embedded", "cpython"));
    }

    @Override
    protected void opened() {
        search.clear();
        search.requestFocus();
    }

    private void narrow(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        rows.forEach(row -> Controls.show(row.node(), row.words().contains(wanted)));
    }

    private void choice(String name, String otherwise, List<String> values) {
        StringProperty setting = settings.apply(name, otherwise);
        ComboBox<String> box = new ComboBox<>();
        box.setId("setting-" + name);
        box.getItems().setAll(values);
        if (!values.contains(setting.get())) {
            box.getItems().add(setting.get());
        }
        box.setConverter(new Names(name));
        box.valueProperty().bindBidirectional(setting);
        String title = text("settings." + name);
        String hint = text("settings." + name + ".hint");
        box.setAccessibleText(title);
        box.setPrefWidth(BOX_WIDTH);
        VBox words = new VBox(Controls.label(title), Controls.wrapped(hint, "text-muted", "text-small"));
        words.setPrefWidth(LABEL_WIDTH);
        HBox row = new HBox(Spacing.L, words, Controls.spring(), box);
        row.setAlignment(Pos.CENTER_LEFT);
        rows.add(new Row((title + " " + hint).toLowerCase(Locale.ROOT), row));
        getChildren().add(row);
    }

    private static final class Names extends StringConverter<String> {

        private final String setting;

        Names(String setting) {
            this.setting = setting;
        }

        @Override
        public String toString(@Nullable String value) {
            if (value == null) {
                return "";
            }
            return setting.equals("zoom") ? value + " %" : text("settings." + setting + "." + value);
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
