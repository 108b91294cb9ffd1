package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.AfterPaint;
import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.fx.WrappingBar;
import dev.bobbin.emulator.signature.ParamType;
import dev.bobbin.themes.Spacing;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** A list, object or table: as a grid, as a tree, and as JSON, whichever suits. */
final class JsonInput extends VBox {

    private enum Way {
        GRID,
        TREE,
        JSON
    }

    /** What a table takes in a form. */
    static final double TABLE_HEIGHT = 160;

    private final FieldViewModel field;
    private final TaskRunner tasks;
    private final Way first;
    private final Map<Way, Node> made = new EnumMap<>(Way.class);
    private final StackPane place = new StackPane();
    private final StackPane tools = new StackPane();
    private final ObjectProperty<@Nullable LargeInput> large = new SimpleObjectProperty<>();

    JsonInput(FieldViewModel field, TaskRunner tasks) {
        super(Spacing.XS);
        this.field = field;
        this.tasks = tasks;
        List<Way> ways = ways(field.parameter().type());
        first = ways.getFirst();
        if (ways.size() > 1) {
            Button enlarge = Controls.iconButton(
                    Feather.MAXIMIZE_2, text("form.enlarge", field.parameter().name()), this::enlarge);
            enlarge.setId("enlarge-" + field.parameter().name());
            enlarge.visibleProperty().bind(large.isNull());
            enlarge.managedProperty().bind(enlarge.visibleProperty());
            // Together, so that none of them stands alone in a row of its own.
            HBox buttons = new HBox(tools, enlarge);
            WrappingBar head = new WrappingBar(Spacing.XS, choices(ways), Controls.spring(), buttons);
            head.getStyleClass().add("bare");
            getChildren().add(head);
        }
        getChildren().add(place);
        VBox.setVgrow(place, Priority.ALWAYS);
        // The form may turn to another function meanwhile.
        sceneProperty().addListener((_, _, scene) -> {
            LargeInput shown = large.get();
            if (scene == null && shown != null) {
                shown.close();
            }
        });
        if (first == Way.JSON) {
            show(first);
        } else {
            // The form does not wait for a table, but leaves it its room. Making one and laying it out are two things,
            // too.
            place.setMinHeight(TABLE_HEIGHT);
            AfterPaint.run(() -> made(first));
            AfterPaint.run(this::showFirst);
        }
    }

    private void showFirst() {
        if (place.getChildren().isEmpty()) {
            show(first);
        }
    }

    /** Shows the value over all of the window; a wide table has no room in a form. */
    private void enlarge() {
        LargeInput shown = new LargeInput(this, field, this::focusInput);
        large.set(shown);
        shown.visibleProperty().addListener((_, _, visible) -> {
            if (!visible) {
                large.set(null);
            }
        });
    }

    /** Puts the keyboard into the value. */
    void focusInput() {
        showFirst();
        Node shown = place.getChildren().getFirst();
        if (shown instanceof TextInput json) {
            json.focusInput();
        } else {
            Stream.of(".table-view", ".tree-table-view")
                    .flatMap(style -> shown.lookupAll(style).stream())
                    .findFirst()
                    .ifPresent(Node::requestFocus);
        }
    }

    private static List<Way> ways(ParamType type) {
        return switch (type) {
            case ParamType.DataFrame _, ParamType.Series _ -> List.of(Way.GRID, Way.JSON);
            case ParamType.ListOf(var element) ->
                element instanceof ParamType.Dict
                        ? List.of(Way.GRID, Way.TREE, Way.JSON)
                        : element == null ? List.of(Way.TREE, Way.GRID, Way.JSON) : List.of(Way.TREE, Way.JSON);
            case ParamType.SetOf _, ParamType.Tuple _, ParamType.Dict _ -> List.of(Way.TREE, Way.JSON);
            default -> List.of(Way.JSON);
        };
    }

    /**
     * What the elements of a list, or the members of a dict, are in JSON; null when the type does not say. The service
     * converts none, so it matters.
     */
    private static TreeEntry.@Nullable Kind elementKind(ParamType type) {
        ParamType element =
                switch (type) {
                    case ParamType.ListOf(var one) -> one;
                    case ParamType.SetOf(var one) -> one;
                    case ParamType.Dict(var one) -> one;
                    default -> null;
                };
        return switch (element) {
            case ParamType.Int _, ParamType.Float _ -> TreeEntry.Kind.NUMBER;
            case ParamType.Bool _ -> TreeEntry.Kind.TRUE_FALSE;
            case ParamType.ListOf _, ParamType.SetOf _, ParamType.Tuple _ -> TreeEntry.Kind.LIST;
            case ParamType.Dict _ -> TreeEntry.Kind.OBJECT;
            case ParamType.Str _, ParamType.DateTime _ -> TreeEntry.Kind.TEXT;
            case null, default -> null;
        };
    }

    private HBox choices(List<Way> ways) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> buttons = new ArrayList<>();
        for (Way way : ways) {
            ToggleButton button = new ToggleButton(text("form.way." + way));
            button.setId("way-" + way + "-" + field.parameter().name());
            button.getStyleClass().addAll("small", pill(buttons.size(), ways.size()));
            button.setToggleGroup(group);
            button.setAccessibleText(text("form.way.spoken", field.parameter().name(), button.getText()));
            button.setOnAction(_ -> {
                button.setSelected(true);
                show(way);
            });
            buttons.add(button);
        }
        buttons.getFirst().setSelected(true);
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        box.getChildren().addAll(buttons);
        return box;
    }

    private static String pill(int place, int of) {
        return place == 0 ? "left-pill" : place == of - 1 ? "right-pill" : "center-pill";
    }

    private void show(Way way) {
        Node shown = made(way);
        place.getChildren().setAll(shown);
        tools.getChildren()
                .setAll(
                        switch (shown) {
                            case GridEditor grid -> List.of(grid.tools());
                            case TreeEditor tree -> List.of(tree.tools());
                            default -> List.of();
                        });
    }

    private Node made(Way way) {
        return made.computeIfAbsent(way, this::make);
    }

    private Node make(Way way) {
        String name = field.parameter().name();
        return switch (way) {
            case GRID -> {
                GridViewModel grid = new GridViewModel(
                        field.textProperty(),
                        field.parameter().type() instanceof ParamType.Series,
                        field::readAhead,
                        tasks);
                field.behindProperty().bind(grid.behindProperty());
                yield new GridEditor(grid, name);
            }
            case TREE ->
                new TreeEditor(
                        new TreeViewModel(
                                field.textProperty(),
                                field.parameter().type() instanceof ParamType.Dict ? "{}" : "[]",
                                elementKind(field.parameter().type())),
                        name);
            // Made when it is asked for: a large table would be laid out as text for nobody.
            case JSON -> new TextInput(field, true, true);
        };
    }
}
