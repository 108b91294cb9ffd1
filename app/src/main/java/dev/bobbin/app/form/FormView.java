package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.fx.Controls;
import dev.bobbin.app.fx.EmptyState;
import dev.bobbin.app.fx.LimitedField;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.themes.Spacing;
import java.util.List;
import java.util.stream.Stream;
import javafx.geometry.Bounds;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The form of the Test panel: function selector, what the function says about itself, and a field a parameter. */
public final class FormView extends VBox {

    private final FormViewModel form;
    private final InputsViewModel inputs;
    private final TaskRunner tasks;
    private final ComboBox<String> selector = new ComboBox<>();
    private final Label description = Controls.wrapped("", "text-muted", "function-description");
    private final Label unsent = Controls.wrapped(text("form.body.unsent"), "text-small", "request-problem");
    private final VBox fields = new VBox();
    private final VBox content = new VBox(Spacing.L);
    private final ScrollPane scroll = new ScrollPane();
    private final RequestPane request;
    private final InputsMenu menu;
    private final TextField name = new LimitedField();
    private final ToggleButton asForm = new ToggleButton(text("form.asForm"));
    private final ToggleButton asJson = new ToggleButton(text("form.asJson"));
    private final Node head;
    private final Node nothing;
    private List<FieldViewModel> shown = List.of();

    public FormView(FormViewModel form, InputsViewModel inputs, TaskRunner tasks) {
        this.form = form;
        this.inputs = inputs;
        this.tasks = tasks;
        this.request = new RequestPane(form);
        this.menu = new InputsMenu(form, inputs, this::askForName);
        getStyleClass().add("form");
        head = head();
        content.getStyleClass().add("form-content");
        unsent.setId("form-unsent");
        unsent.visibleProperty().bind(form.bodyProblemProperty().isNotEmpty());
        unsent.managedProperty().bind(unsent.visibleProperty());
        content.getChildren().setAll(unsent, description, fields);
        scroll.setContent(content);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox.setVgrow(request, Priority.ALWAYS);
        nothing = new EmptyState(Feather.SLIDERS, text("form.empty.title"), text("form.empty.hint"))
                .unless(form.reading());
        VBox.setVgrow(nothing, Priority.ALWAYS);
        getChildren().addAll(head, scroll, request, nothing);
        form.formProperty().addListener((_, _, now) -> show(now));
        form.onCorrect(this::focusRefused);
        show(form.formProperty().get());
    }

    private Node head() {
        selector.setId("function-selector");
        selector.setAccessibleText(text("form.selector"));
        selector.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(selector, Priority.ALWAYS);
        selector.setItems(form.functions());
        selector.getSelectionModel().selectedItemProperty().addListener((_, _, chosen) -> {
            if (chosen != null) {
                form.select(chosen);
            }
        });
        name.setId("inputs-name");
        name.setPromptText(text("inputs.name"));
        name.setAccessibleText(text("inputs.name"));
        name.setOnAction(_ -> saveInputs());
        name.setOnKeyPressed(event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                Controls.show(name, false);
            }
        });
        Controls.show(name, false);
        HBox choice = new HBox(Spacing.XS, selector, menu);
        choice.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(Spacing.S, choice, name, ways());
        box.getStyleClass().add("form-head");
        return box;
    }

    private Node ways() {
        ToggleGroup group = new ToggleGroup();
        group.getToggles().addAll(asForm, asJson);
        asForm.setId("as-form");
        asJson.setId("as-json");
        asForm.getStyleClass().addAll("left-pill", "small");
        asJson.getStyleClass().addAll("right-pill", "small");
        asForm.setSelected(true);
        group.selectedToggleProperty().addListener((_, before, now) -> {
            if (now == null) {
                group.selectToggle(before);
            } else {
                chooseWay();
            }
        });
        return new HBox(asForm, asJson);
    }

    /** Takes over a curl command or a JSON body from the clipboard. */
    public void pasteRequest() {
        menu.paste();
    }

    /** Puts the request into the clipboard as JSON. */
    public void copyRequest() {
        menu.copy();
    }

    /** Asks under which name to keep what the form holds. */
    public void askForName() {
        Controls.show(name, true);
        name.requestFocus();
    }

    private void saveInputs() {
        inputs.save(name.getText());
        name.clear();
        Controls.show(name, false);
        focusFirst();
    }

    /** Puts the keyboard into the first field, or the selector when there is none. */
    public void focusFirst() {
        if (asJson.isSelected()) {
            request.focusText();
            return;
        }
        fieldViews().findFirst().ifPresentOrElse(FieldView::focusInput, selector::requestFocus);
    }

    /** What comes below the fields and scrolls with them; null when nothing does. */
    public void follow(@Nullable Node below) {
        // The fields stay where they are, as one of them may have the keyboard or be shown over the window.
        content.getChildren().retainAll(unsent, description, fields);
        if (below != null) {
            content.getChildren().add(below);
        }
    }

    private void focusRefused() {
        if (!form.bodyProblemProperty().get().isEmpty()) {
            asJson.setSelected(true);
            request.focusText();
            return;
        }
        asForm.setSelected(true);
        fieldViews().filter(view -> view.field().refused()).findFirst().ifPresent(FieldView::focusInput);
    }

    private Stream<FieldView> fieldViews() {
        return fields.getChildren().stream().filter(FieldView.class::isInstance).map(FieldView.class::cast);
    }

    private void chooseWay() {
        boolean some = form.formProperty().get() != null;
        boolean json = asJson.isSelected();
        Controls.show(scroll, some && !json);
        Controls.show(request, some && json);
        if (json) {
            request.open();
        }
    }

    /** Has a field seen as a whole when the Tab key leads to it: the toolkit shows what is typed into, without its name. */
    private FieldView inSight(FieldView view) {
        view.focusWithinProperty().addListener((_, _, inside) -> {
            Scene scene = view.getScene();
            if (inside && scene != null && scene.getFocusOwner().isFocusVisible()) {
                Controls.inNextTurn(() -> scrollTo(view));
            }
        });
        return view;
    }

    private void scrollTo(FieldView view) {
        Bounds place = content.sceneToLocal(view.localToScene(view.getLayoutBounds()));
        double room = scroll.getViewportBounds().getHeight();
        double most = content.getHeight() - room;
        if (most > 0 && place.getHeight() <= room) {
            double top = scroll.getVvalue() * most;
            double lowest = Math.max(top, place.getMaxY() - room);
            scroll.setVvalue(Math.min(lowest, place.getMinY()) / most);
        }
    }

    private void show(FormViewModel.@Nullable Form now) {
        Controls.show(nothing, now == null);
        Controls.show(head, now != null);
        chooseWay();
        if (now == null) {
            return;
        }
        selector.getSelectionModel().select(now.function().name());
        description.setText(now.description());
        Controls.show(description, !description.getText().isEmpty());
        if (shown.equals(now.fields()) && !fields.getChildren().isEmpty()) {
            return;
        }
        shown = now.fields();
        if (shown.isEmpty()) {
            fields.getChildren().setAll(Controls.wrapped(text("form.noParameters"), "text-muted"));
        } else {
            fields.getChildren()
                    .setAll(shown.stream()
                            .map(field -> inSight(new FieldView(field, form.refusedStatus(), tasks)))
                            .toList());
        }
    }
}
