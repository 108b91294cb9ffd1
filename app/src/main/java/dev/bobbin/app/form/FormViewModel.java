package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RequestDraft;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.service.Status;
import dev.bobbin.emulator.signature.FunctionSignature;
import dev.bobbin.emulator.signature.Parameter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.value.ObservableBooleanValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** The Test panel's form for the selected function, and the request it makes; also the other way round. */
public final class FormViewModel {

    private static final String PASTED = "pasted-request";

    /** The fields of one function. @param doc its docstring, taken apart */
    public record Form(FunctionSignature function, DocText doc, List<FieldViewModel> fields) {

        public Form {
            fields = List.copyOf(fields);
        }

        /** What the function says about itself and its result. */
        public String description() {
            String result = doc.returns().isEmpty() ? "" : text("form.returns", doc.returns());
            return (doc.summary() + "\n" + result).strip();
        }
    }

    private final WorkspaceModel model;
    private final ReadOnlyObjectWrapper<@Nullable Form> form = new ReadOnlyObjectWrapper<>();
    private final ObservableList<String> functions = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper bodyProblem = new ReadOnlyStringWrapper("");
    private final Map<String, Form> remembered = new HashMap<>();
    private Map<String, JsonNode> further = Map.of();
    private boolean taking;

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
        model.wishes().grant(Wish.Fill.class, wish -> takeBody(wish.body()));
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

    /** Whether there may be functions that have not been read yet. */
    public ObservableBooleanValue reading() {
        return model.functionsKnownProperty().not();
    }

    /** What is wrong with the body typed as JSON; empty when nothing is. */
    public ReadOnlyStringProperty bodyProblemProperty() {
        return bodyProblem.getReadOnlyProperty();
    }

    /** What would be sent. */
    public ReadOnlyObjectProperty<RequestDraft> requestProperty() {
        return model.requestProperty();
    }

    /** Shows the form of another function. */
    public void select(String function) {
        model.select(function);
    }

    /** Calls every missing value wrong: the user has tried to run. */
    public void attendAll() {
        Form shown = form.get();
        if (shown != null) {
            shown.fields().forEach(field -> field.attendedProperty().set(true));
        }
    }

    /** The one that brings refused fields into view. */
    public void onCorrect(Runnable corrector) {
        model.wishes().grant(Wish.Correct.class, _ -> {
            attendAll();
            corrector.run();
        });
    }

    /** The request laid out as JSON. */
    public String requestText() {
        return RequestJson.indented(model.requestProperty().get().body());
    }

    /**
     * Takes over a body typed as JSON: into the fields when it is an object, else as it stands, since a caller can send
     * anything.
     */
    public void takeBody(String body) {
        Optional<ObjectNode> members = RequestJson.members(body);
        Form shown = form.get();
        if (members.isPresent() && shown != null) {
            bodyProblem.set("");
            fill(shown, members.get());
        } else {
            bodyProblem.set(text("form.body.noObject", refusal()));
            model.requestProperty().set(new RequestDraft(body, List.of(text("form.body"))));
        }
    }

    /**
     * Takes over what was copied elsewhere: a JSON body, or a curl command. A command that names a function fills the form of
     * that function, and none when there is no such function.
     */
    public void paste(String copied) {
        Optional<CurlCommand> curl = CurlCommand.parse(copied);
        String body = curl.map(CurlCommand::body).orElse(copied);
        Optional<ObjectNode> members = RequestJson.members(body);
        if (members.isEmpty()) {
            model.notices().show(Notice.error(PASTED, text("form.paste.refused")));
            return;
        }
        model.notices().dismiss(PASTED);
        curl.flatMap(CurlCommand::function)
                .ifPresentOrElse(function -> model.fillRequest(function, body), () -> takeBody(body));
    }

    /** What the service would answer to a request it refuses. */
    public String refusal() {
        return text("form.refusal", refusedStatus());
    }

    /** The HTTP status of that answer. */
    public int refusedStatus() {
        return model.profile().httpStatus(Status.BAD_REQUEST, List.of());
    }

    private void fill(Form shown, ObjectNode members) {
        Set<String> names =
                shown.fields().stream().map(field -> field.parameter().name()).collect(Collectors.toSet());
        further = RequestJson.further(members, names);
        taking = true;
        try {
            for (FieldViewModel field : shown.fields()) {
                JsonNode value = members.get(field.parameter().name());
                if (value == null) {
                    field.takeAbsence();
                } else {
                    field.take(value);
                }
            }
        } finally {
            taking = false;
        }
        publish();
    }

    private void show(@Nullable FunctionSignature function) {
        Form shown = form.get();
        if (function == null || shown == null || !shown.function().name().equals(function.name())) {
            further = Map.of();
            bodyProblem.set("");
        }
        if (function == null) {
            form.set(null);
            tellBehind();
            model.requestProperty().set(RequestDraft.EMPTY);
            return;
        }
        DocText doc = DocText.of(function.description());
        Form known = remembered.get(function.name());
        Form before = known == null ? renamed(function, doc) : known;
        if (before != null && sameFields(before, function, doc)) {
            // The same fields, so that nobody is thrown out of one while typing elsewhere.
            form.set(new Form(function, doc, before.fields()));
        } else {
            form.set(new Form(function, doc, fields(function, doc, before)));
        }
        Form now = form.get();
        remembered.put(function.name(), now);
        tellBehind();
        // What was typed as JSON instead of the fields stays while the code is edited.
        boolean typed =
                !bodyProblem.get().isEmpty() && shown != null && shown.fields().equals(now.fields());
        if (!typed) {
            publish();
        }
    }

    /** The form shown, when its function has gone from the code and this one has the same parameters: it has a new name. */
    private @Nullable Form renamed(FunctionSignature function, DocText doc) {
        Form shown = form.get();
        boolean gone = shown != null
                && model.outlineProperty()
                        .get()
                        .function(shown.function().name())
                        .isEmpty();
        return gone && sameFields(shown, function, doc) ? shown : null;
    }

    private static boolean sameFields(Form before, FunctionSignature now, DocText doc) {
        return shapes(before.function(), before.doc()).equals(shapes(now, doc));
    }

    /** What makes a field, without the parameter's place in the text. */
    private static List<List<String>> shapes(FunctionSignature function, DocText doc) {
        return function.parameters().stream()
                .map(parameter -> List.of(
                        parameter.name(),
                        parameter.typeText(),
                        String.valueOf(parameter.defaultText()),
                        doc.parameters().getOrDefault(parameter.name(), "")))
                .toList();
    }

    private List<FieldViewModel> fields(FunctionSignature function, DocText doc, @Nullable Form before) {
        return function.parameters().stream()
                .map(parameter -> field(parameter, doc.parameters().getOrDefault(parameter.name(), ""), before))
                .toList();
    }

    private FieldViewModel field(Parameter parameter, String help, @Nullable Form before) {
        FieldViewModel field = new FieldViewModel(parameter, help);
        if (before != null) {
            before.fields().stream()
                    .filter(old -> old.parameter().name().equals(parameter.name()))
                    .filter(old -> old.parameter().type().equals(parameter.type()))
                    .findFirst()
                    .ifPresent(field::takeOver);
        }
        field.reading().addListener((_, _, _) -> publish());
        field.behindProperty().addListener((_, _, _) -> tellBehind());
        return field;
    }

    private void tellBehind() {
        Form shown = form.get();
        model.requestBehindProperty()
                .set(shown != null
                        && shown.fields().stream()
                                .anyMatch(field -> field.behindProperty().get()));
    }

    private void publish() {
        Form shown = form.get();
        if (shown == null || taking) {
            return;
        }
        bodyProblem.set("");
        List<String> refused = shown.fields().stream()
                .filter(FieldViewModel::refused)
                .map(field -> field.parameter().name())
                .toList();
        model.requestProperty().set(new RequestDraft(RequestJson.body(shown.fields(), further), refused));
    }
}
