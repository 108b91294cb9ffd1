package dev.bobbin.app.serve;

import static dev.bobbin.app.l10n.Messages.text;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.app.fx.TaskRunner;
import dev.bobbin.app.l10n.Messages;
import dev.bobbin.app.l10n.Reasons;
import dev.bobbin.app.text.JsonValues;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.Wish;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.caller.Caller;
import dev.bobbin.emulator.caller.Callers;
import dev.bobbin.emulator.caller.Sender;
import dev.bobbin.emulator.caller.Sent;
import dev.bobbin.emulator.codegen.ClientCall;
import dev.bobbin.emulator.codegen.ClientCode;
import dev.bobbin.emulator.codegen.ClientLanguage;
import dev.bobbin.emulator.codegen.ClientTarget;
import dev.bobbin.emulator.codegen.ItemApi;
import dev.bobbin.emulator.codegen.OpenApi;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.service.Persona;
import dev.bobbin.emulator.service.Personas;
import dev.bobbin.emulator.service.WorkspaceSettings;
import dev.bobbin.emulator.signature.FunctionSignature;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.ObjectBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/** How others would call the selected function with the form's values: client code, and what callers in Fabric send. */
public final class CallViewModel {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .setNodeFactory(JsonNodeFactory.withExactBigDecimals(true));

    /** What a request is called that is saved to be sent. */
    static final String REQUEST_FILE = "request.json";

    /** A longer body is data, not something to read in code. */
    private static final int LONGEST_BODY = 50_000;

    private final WorkspaceModel model;
    private final ServeViewModel serve;
    private final TaskRunner tasks;
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(new Choice.Code(ClientLanguage.PYTHON));
    private final ObjectProperty<Persona> owner = new SimpleObjectProperty<>(Personas.DEFAULT);
    private final ObservableList<Persona> owners = FXCollections.observableArrayList(Personas.BUILT_IN);
    private final ObjectBinding<CallContent> content;

    /** What to show. */
    public sealed interface Choice {

        /** Name for people. */
        String title();

        /** Client code. */
        record Code(ClientLanguage language) implements Choice {
            @Override
            public String title() {
                return text("call.code", language.title());
            }
        }

        /** The OpenAPI document. */
        record Api() implements Choice {
            @Override
            public String title() {
                return text("call.openapi");
            }
        }

        /** What a caller sends. */
        record From(Caller caller) implements Choice {
            @Override
            public String title() {
                return text("call.from." + caller.id());
            }
        }
    }

    /** @param settings of the workspace, whose personas own what calls */
    public CallViewModel(
            WorkspaceModel model,
            ServeViewModel serve,
            ReadOnlyObjectProperty<WorkspaceSettings> settings,
            TaskRunner tasks) {
        this.model = model;
        this.tasks = tasks;
        this.serve = serve;
        settings.subscribe(this::offerOwners);
        content = Bindings.createObjectBinding(
                this::write,
                choice,
                owner,
                model.selectedProperty(),
                model.requestProperty(),
                model.itemProperty(),
                model.outlineProperty(),
                model.profileProperty(),
                model.userProperty(),
                serve.stateProperty());
    }

    /** What is shown. */
    public ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    /** Whose pipeline, rule or schedule calls. */
    public ObjectProperty<Persona> ownerProperty() {
        return owner;
    }

    /** The personas that can own what calls. */
    public ObservableList<Persona> owners() {
        return owners;
    }

    /** Whether the chosen caller runs functions for its owner. */
    public ObservableValue<Boolean> runsForOwner() {
        return choice.map(
                chosen -> chosen instanceof Choice.From from && from.caller().runsAs() == Caller.RunsAs.OWNER);
    }

    private void offerOwners(WorkspaceSettings settings) {
        Persona chosen = Objects.requireNonNullElse(owner.get(), Personas.DEFAULT);
        owners.setAll(settings.allPersonas());
        owner.set(settings.persona(chosen.name()).orElse(Personas.DEFAULT));
    }

    /** Writes the request into a file, in the background. */
    void saveRequest(Path file) {
        String body = model.requestProperty().get().body();
        tasks.run(
                () -> Files.writeString(file, body),
                saved -> model.notices().saved("call", text("call.saved", saved), saved),
                e -> model.notices().show(Notice.error("call", Reasons.of(e))));
    }

    /** The code, document or explanation. */
    public ObjectBinding<CallContent> content() {
        return content;
    }

    /** Fills the form with what the chosen caller would send; without effect for other choices. */
    public void useAsRequest() {
        FunctionSignature function = model.selectedProperty().get();
        if (function != null && choice.get() instanceof Choice.From from) {
            Sent sent = sent(from.caller(), function);
            model.userProperty().set(sent.user());
            model.wishes().make(new Wish.Fill(sent.body().toString()));
        }
    }

    private CallContent write() {
        ItemFolder item = model.itemProperty().get();
        FunctionSignature function = model.selectedProperty().get();
        if (item == null || function == null) {
            return new CallContent.Code("");
        }
        if (model.requestProperty().get().body().length() > LONGEST_BODY) {
            return new CallContent.FromFile(
                    "curl --json @" + REQUEST_FILE + " \"" + target().url(function.name()) + "\"");
        }
        ItemApi api = new ItemApi(item, model.outlineProperty().get(), model.profile());
        return switch (choice.get()) {
            case Choice.Code code ->
                new CallContent.Code(ClientCode.of(
                        code.language(),
                        new ClientCall(item.displayName(), function.name(), function.streaming(), body()),
                        target()));
            case Choice.Api _ -> new CallContent.Code(OpenApi.of(api, null).yaml());
            case Choice.From from -> explain(from.caller(), sent(from.caller(), function));
        };
    }

    private ClientTarget target() {
        return serve.stateProperty().get() instanceof ServeViewModel.State.On on
                ? new ClientTarget.Local(on.address(), on.wantsToken())
                : ClientTarget.Service.unpublished();
    }

    private Sent sent(Caller caller, FunctionSignature function) {
        // A list of personas that is renewed may show none of them for a moment.
        Persona owning = Objects.requireNonNullElse(owner.get(), Personas.DEFAULT);
        return Sender.send(caller, function, body(), model.userProperty().get(), ExecutingUser.of(owning));
    }

    private ObjectNode body() {
        try {
            @Nullable
            JsonNode body = JSON.readTree(model.requestProperty().get().body());
            return body instanceof ObjectNode object ? object : JSON.createObjectNode();
        } catch (JsonProcessingException e) {
            return JSON.createObjectNode();
        }
    }

    private static CallContent explain(Caller caller, Sent sent) {
        return new CallContent.Explained(
                text("call.sends", caller.title().in(Messages.language())),
                JsonValues.indented(sent.body()),
                text("call.user", sent.user().preferredUsername()),
                sent.remarks().stream()
                        .map(remark -> remark.in(Messages.language()))
                        .toList(),
                caller.notes().stream()
                        .map(note -> note.text().in(Messages.language()) + " ("
                                + (note.assumed() ? text("call.assumed") : note.source()) + ")")
                        .toList());
    }

    /** The choices, in order. */
    public static List<Choice> choices() {
        return Stream.of(
                        Arrays.stream(ClientLanguage.values()).<Choice>map(Choice.Code::new),
                        Stream.<Choice>of(new Choice.Api()),
                        Callers.all().stream().<Choice>map(Choice.From::new))
                .flatMap(stream -> stream)
                .toList();
    }
}
