package dev.bobbin.app.form;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.SourceParser;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class FormViewModelTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def order(customer: str, count: int, price: float = 2.5, express: bool = True) -> str:
                return ""

            @udf.function()
            def lists(tags: list[str], options: dict) -> str:
                return ""

            @udf.function()
            def other(day: str) -> str:
                return ""
            """;

    private final WorkspaceModel model = Models.outlined(SCRIPT);
    private final FormViewModel form = new FormViewModel(model);

    @Test
    void everyParameterHasAField() {
        assertThat(form().fields())
                .extracting(field -> field.parameter().name())
                .containsExactly("customer", "count", "price", "express");
    }

    @Test
    void defaultsAreShownButNotSent() {
        assertThat(field("price").textProperty().get()).isEqualTo("2.5");
        assertThat(field("express").textProperty().get()).isEqualTo("true");
        field("customer").textProperty().set("Ada");
        field("count").textProperty().set("3");
        assertThat(body()).isEqualTo("{\"customer\": \"Ada\", \"count\": 3}");
    }

    @Test
    void aChangedDefaultIsSentAndCanBeTakenBack() {
        field("count").textProperty().set("3");
        field("price").textProperty().set("4");
        assertThat(body()).contains("\"price\": 4");
        field("price").useDefault();
        assertThat(body()).doesNotContain("price");
        assertThat(field("price").textProperty().get()).isEqualTo("2.5");
    }

    @Test
    void aListOrObjectNobodyGaveIsMissingAndNotEmpty() {
        form.select("lists");
        assertThat(body()).isEqualTo("{}");
        assertThat(field("tags").refused()).isTrue();
        assertThat(message("tags")).contains("missing");

        field("tags").textProperty().set(field("tags").emptyValue().orElseThrow());
        field("options").textProperty().set(field("options").emptyValue().orElseThrow());
        assertThat(body()).isEqualTo("{\"tags\": [], \"options\": {}}");
        assertThat(field("tags").refused()).isFalse();
    }

    @Test
    void aFieldThatIsEmptiedSendsNothingUnlessItsTypeHasAnEmptyValue() {
        field("customer").textProperty().set("Ada");
        field("customer").textProperty().set("");
        field("count").textProperty().set("3");
        field("count").textProperty().set(" ");
        field("price").textProperty().set("");
        assertThat(body()).isEqualTo("{\"customer\": \"\"}");
        assertThat(field("count").sent()).isEqualTo(FieldViewModel.Sending.MISSING);
        assertThat(field("count").refused()).isTrue();
        assertThat(field("price").sent()).isEqualTo(FieldViewModel.Sending.DEFAULT);
        assertThat(field("price").refused()).isFalse();

        form.takeBody("{\"customer\": \"Ada\", \"count\": \"\"}");
        assertThat(body()).contains("\"count\": \"\"");
        assertThat(field("count").refused()).isTrue();
    }

    @Test
    void nullIsSentAsNullAndTheFormSaysWhatTheServiceMakesOfIt() {
        field("customer").useNull();
        assertThat(body()).contains("\"customer\": null");
        assertThat(message("customer")).contains("None");
        field("count").useNull();
        assertThat(field("count").refused()).isTrue();
    }

    @Test
    void whatIsRefusedIsNamedUntilTheyAreMended() {
        assertThat(model.requestProperty().get().refused()).containsExactly("count");
        field("count").textProperty().set("many");
        assertThat(model.requestProperty().get().refused()).containsExactly("count");
        assertThat(body()).contains("\"count\": \"many\"");
        field("count").textProperty().set("2");
        assertThat(model.requestProperty().get().refused()).isEmpty();
    }

    @Test
    void whatAFieldHeldSurvivesEditingTheCode() {
        field("customer").textProperty().set("Ada");
        field("count").textProperty().set("3");
        model.setOutline(SourceParser.outline(SCRIPT.replace("count: int,", "count: str, extra: int = 1,")));
        assertThat(field("customer").textProperty().get()).isEqualTo("Ada");
        assertThat(field("count").textProperty().get()).isEmpty();
        assertThat(field("extra").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.DEFAULT);
    }

    @Test
    void whatWasFilledInStaysWhenTheFunctionGetsAnotherName() {
        FieldViewModel before = field("customer");
        before.textProperty().set("Ada");
        model.setOutline(SourceParser.outline(SCRIPT.replace("def order(", "def buy(")));
        assertThat(form().function().name()).isEqualTo("buy");
        assertThat(field("customer")).isSameAs(before);

        // Another function with other parameters has taken its place: that is no new name.
        model.setOutline(SourceParser.outline(SCRIPT.replace("def order(customer", "def rent(person")));
        assertThat(field("person").textProperty().get()).isEmpty();
    }

    @Test
    void aNewDefaultInTheCodeIsShownUnlessTheUserChoseAValue() {
        model.setOutline(SourceParser.outline(SCRIPT.replace("price: float = 2.5", "price: float = 9.5")));
        assertThat(field("price").textProperty().get()).isEqualTo("9.5");
        assertThat(field("price").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.DEFAULT);
    }

    @Test
    void theFieldsStayTheSameWhenOnlyLinesMove() {
        FieldViewModel before = field("customer");
        model.setOutline(SourceParser.outline("# a new first line\n" + SCRIPT));
        assertThat(field("customer")).isSameAs(before);
    }

    @Test
    void aBodyTypedInPlaceOfTheFieldsStaysWhenTheCodeIsEdited() {
        form.takeBody("[1, 2]");
        model.setOutline(SourceParser.outline("# a new first line\n" + SCRIPT));
        assertThat(body()).isEqualTo("[1, 2]");
        assertThat(form.bodyProblemProperty().get()).isNotEmpty();
        form.select("other");
        form.select("order");
        assertThat(body()).isNotEqualTo("[1, 2]");
        assertThat(form.bodyProblemProperty().get()).isEmpty();
    }

    @Test
    void theRequestIsBehindWhileAFieldOfTheFunctionIs() {
        field("customer").behindProperty().set(true);
        assertThat(model.requestBehindProperty().get()).isTrue();
        form.select("other");
        assertThat(model.requestBehindProperty().get()).isFalse();
        form.select("order");
        field("customer").behindProperty().set(false);
        assertThat(model.requestBehindProperty().get()).isFalse();
    }

    @Test
    void whatWasFilledInIsThereAgainAfterAnotherFunctionWasShown() {
        field("customer").textProperty().set("Ada");
        form.select("other");
        assertThat(form().fields()).hasSize(1);
        form.select("order");
        assertThat(field("customer").textProperty().get()).isEqualTo("Ada");
    }

    @Test
    void theFormSaysWhatTheServiceWouldAnswer() {
        assertThat(form.refusal()).contains("400").contains("BadRequest");
    }

    private FormViewModel.Form form() {
        return Objects.requireNonNull(form.formProperty().get());
    }

    private FieldViewModel field(String name) {
        return form().fields().stream()
                .filter(field -> field.parameter().name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private String body() {
        return model.requestProperty().get().body();
    }

    private String message(String name) {
        return String.valueOf(
                Objects.requireNonNull(field(name).reading().get()).message());
    }
}
