package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import dev.bobbin.app.workspace.RequestDraft;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The Test panel's form: a field a parameter of the selected function. What a field held is kept when the code changes. */
public final class FormViewModel {

    /** The form of one function. */
    public record Form(FunctionSignature function, List<FieldViewModel> fields) {}

    private final WorkspaceModel model;
    private final ReadOnlyObjectWrapper<@Nullable Form> form = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> functions = FXCollections.observableArrayList();
    private final Map<String, Form> remembered = new HashMap<>();

    public FormViewModel(WorkspaceModel model) {
        this.model = model;
        model.selectedProperty().addListener((_, _, function) -> show(function));
        model.outlineProperty().addListener((_, _, outline) -> {
            List<String> names = outline.functions().stream()
                    .map(FunctionSignature::name)
                    .distinct()
                    .toList();
            if (!functions.equals(names)) {
                functions.setAll(names);
            }
        });
        model.itemProperty().addListener((_, before, now) -> {
            if (before == null || now == null || !before.root().equals(now.root())) {
                remembered.clear();
            }
        });
        show(model.selectedProperty().get());
    }

    /** The form shown; null when no function is selected. */
    public ReadOnlyObjectProperty<@Nullable Form> formProperty() {
        return form.getReadOnlyProperty();
    }

    /** Names of the functions that can be tested. */
    public ObservableList<String> functions() {
        return functions;
    }

    /** Shows the form of another function. */
    public void select(String function) {
        model.select(function);
    }

    /** What the service would answer to a request it refuses. */
    public String refusal() {
        int http = model.profile().httpStatus(Status.BAD_REQUEST, List.of());
        return text("form.refusal", http);
    }

    private void show(@Nullable FunctionSignature function) {
        if (function == null) {
            form.set(null);
            model.requestProperty().set(RequestDraft.EMPTY);
            return;
        }
        Form before = remembered.get(function.name());
        if (before != null && sameFields(before.function(), function)) {
            // The same fields, so that nobody is thrown out of one while typing elsewhere.
            form.set(new Form(function, before.fields()));
        } else {
            form.set(new Form(function, fields(function, before)));
        }
        remembered.put(function.name(), form.get());
        publish();
    }

    private static boolean sameFields(FunctionSignature before, FunctionSignature now) {
        return shapes(before).equals(shapes(now));
    }

    /** What makes a field, without the parameter's place in the text. */
    private static List<List<String>> shapes(FunctionSignature function) {
        return function.parameters().stream()
                .map(parameter ->
                        List.of(parameter.name(), parameter.typeText(), String.valueOf(parameter.defaultText())))
                .toList();
    }

    private List<FieldViewModel> fields(FunctionSignature function, @Nullable Form before) {
        return function.parameters().stream()
                .map(parameter -> field(parameter, before))
                .toList();
    }

    private FieldViewModel field(Parameter parameter, @Nullable Form before) {
        FieldViewModel field = new FieldViewModel(parameter);
        if (before != null) {
            before.fields().stream()
                    .filter(old -> old.parameter().name().equals(parameter.name()))
                    .filter(old -> old.parameter().type().equals(parameter.type()))
                    .findFirst()
                    .ifPresent(field::takeOver);
        }
        field.reading().addListener((_, _, _) -> publish());
        return field;
    }

    private void publish() {
        Form shown = form.get();
        if (shown == null) {
            return;
        }
        String members = shown.fields().stream()
                .flatMap(field -> Stream.ofNullable(field.reading().get())
                        .map(reading -> Json.quote(field.parameter().name()) + ": " + reading.json()))
                .collect(Collectors.joining(", ", "{", "}"));
        int problems =
                (int) shown.fields().stream().filter(FieldViewModel::refused).count();
        model.requestProperty().set(new RequestDraft(members, problems));
    }
}
