package dev.bobbin.app.settings;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.Overlay;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.themes.Spacing;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.BiFunction;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.StringProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
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
    private final VBox list = new VBox(Spacing.L);
    private final Label nothing = Controls.label(text("palette.nothing"), "text-muted");
    private Runnable fontsOnce = () -> {};

    /**
     * @param settings the setting of a name, with its value until it is set
     * @param fonts those code can be shown in; asked in the background when the page is first opened
     * @param pythons tells which Pythons can be chosen
     */
    public SettingsPane(
            BiFunction<String, String, StringProperty> settings,
            Supplier<List<String>> fonts,
            PythonCheck pythons,
            TaskRunner tasks) {
        super("settings", text("settings.title"), text("settings.close"));
        this.settings = settings;
        setMaxSize(WIDTH, USE_PREF_SIZE);
        search.setId("settings-search");
        search.setPromptText(text("settings.search"));
        search.setAccessibleText(text("settings.search"));
        search.textProperty().addListener((_, _, words) -> narrow(words));
        ScrollPane scroll = new ScrollPane(list);
        scroll.setFitToWidth(true);
        // As high as what is left of the settings when some are searched for, as far as the window lets it.
        scroll.prefViewportHeightProperty().bind(list.heightProperty());
        // That is known in the midst of a layout, which is too late for this one.
        list.heightProperty().addListener((_, _, _) -> tasks.later(Duration.ZERO, scroll::requestLayout));
        scroll.getStyleClass().addAll("page", "edge-to-edge");
        nothing.setId("settings-nothing");
        Controls.show(nothing, false);
        getChildren().addAll(search, scroll, nothing);
        choice("theme", "system", List.of("system", "light", "dark", "contrast"));
        choice("zoom", "100", List.of("80", "90", "100", "110", "120", "130", "150", "175", "200"));
        ComboBox<String> font = choice("codeFont", "JetBrains Mono", List.of());
        fontsOnce = () -> tasks.run(fonts::get, found -> offer(font, found), _ -> {});
        choice("codeSize", "13", List.of("10", "11", "12", "13", "14", "15", "16", "18", "20", "24"));
        choice("language", "system", List.of("system", "en", "de"));
        choice("direction", "ltr", List.of("ltr", "rtl"));
        choice("engine", "embedded", List.of("embedded", "cpython"));
        choice("memory", "", List.of("", "512", "1024", "2048", "4096", "8192", "16384"));
        add("python", new PythonRow(settings.apply("python", ""), pythons, tasks), "");
    }

    @Override
    protected void opened() {
        fontsOnce.run();
        fontsOnce = () -> {};
        search.clear();
        search.requestFocus();
    }

    private void narrow(String words) {
        String wanted = words.strip().toLowerCase(Locale.ROOT);
        rows.forEach(row -> Controls.show(row.node(), row.words().contains(wanted)));
        Controls.show(nothing, rows.stream().noneMatch(row -> row.node().isVisible()));
    }

    private ComboBox<String> choice(String name, String otherwise, List<String> values) {
        StringProperty setting = settings.apply(name, otherwise);
        ComboBox<String> box = new ComboBox<>();
        box.setId("setting-" + name);
        offer(box, values);
        if (!values.contains(setting.get())) {
            box.getItems().add(setting.get());
        }
        Names names = new Names(name, values);
        box.setConverter(names);
        box.valueProperty().bindBidirectional(setting);
        String title = text("settings." + name);
        String hint = text("settings." + name + ".hint");
        box.setAccessibleText(title);
        box.setPrefWidth(BOX_WIDTH);
        VBox words = new VBox(Controls.label(title), Controls.wrapped(hint, "text-muted", "text-small"));
        words.setPrefWidth(LABEL_WIDTH);
        HBox row = new HBox(Spacing.L, words, Controls.spring(), box);
        row.setAlignment(Pos.CENTER_LEFT);
        add(name, row, values.stream().map(names::toString).collect(Collectors.joining(" ")));
        return box;
    }

    private static void offer(ComboBox<String> box, List<String> values) {
        values.stream().filter(value -> !box.getItems().contains(value)).forEach(box.getItems()::add);
    }

    /** @param values what can be chosen, in words: one looks for "dark", not for "theme" */
    private void add(String name, Node row, String values) {
        String key = "settings." + name;
        String others = Messages.optional(key + ".also").orElse("");
        String words = String.join(" ", text(key), text(key + ".hint"), values, others);
        rows.add(new Row(words.toLowerCase(Locale.ROOT), row));
        list.getChildren().add(row);
    }

    private static final class Names extends StringConverter<String> {

        private final String setting;
        private final List<String> known;

        /** @param known values that have a name of their own */
        Names(String setting, List<String> known) {
            this.setting = setting;
            this.known = known;
        }

        @Override
        public String toString(@Nullable String value) {
            if (value == null) {
                return "";
            }
            return switch (setting) {
                case "zoom" -> value + " %";
                case "codeFont" -> value;
                case "codeSize" -> text("settings.codeSize.pixels", value);
                case "memory" ->
                    value.isEmpty() ? text("settings.memory.usual") : text("settings.memory.megabytes", value);
                // Another version of Bobbin, or a hand, may have written something else.
                default -> known.contains(value) ? text("settings." + setting + "." + value) : value;
            };
        }

        @Override
        public String fromString(String words) {
            return words;
        }
    }
}
