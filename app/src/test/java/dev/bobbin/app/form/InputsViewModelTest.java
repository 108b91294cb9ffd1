package dev.bobbin.app.form;

import static dev.bobbin.app.l10n.Messages.text;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bobbin.app.fx.SameThreadTaskRunner;
import dev.bobbin.app.services.InputFiles;
import dev.bobbin.app.workspace.FolderFiles;
import dev.bobbin.app.workspace.Models;
import dev.bobbin.app.workspace.Notice;
import dev.bobbin.app.workspace.RunState;
import dev.bobbin.app.workspace.WorkspaceModel;
import dev.bobbin.emulator.signature.SourceParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The request both ways, and inputs that are remembered in real files. */
class InputsViewModelTest {

    private static final String SCRIPT = """
            import fabric.functions as fn
            udf = fn.UserDataFunctions()

            @udf.function()
            def order(customer: str, count: int, note: str = "") -> str:
                return ""

            @udf.function()
            def other(day: str) -> str:
                return ""
            """;

    private @TempDir Path folder;

    /** A bench of its own: what it knows of an earlier one comes from the files. */
    private final class Bench {

        private final WorkspaceModel model = Models.empty();
        private final FormViewModel form = new FormViewModel(model);
        private final InputsViewModel inputs =
                new InputsViewModel(model, form, new InputFiles(), new SameThreadTaskRunner());

        Bench() throws IOException {
            Path item = Files.createDirectories(folder.resolve("Orders.UserDataFunction"));
            Files.writeString(item.resolve("function_app.py"), SCRIPT);
            model.open(new FolderFiles().read(item));
            model.setOutline(SourceParser.outline(SCRIPT));
        }

        private FieldViewModel field(String name) {
            return Objects.requireNonNull(form.formProperty().get()).fields().stream()
                    .filter(field -> field.parameter().name().equals(name))
                    .findFirst()
                    .orElseThrow();
        }

        private String body() {
            return model.requestProperty().get().body();
        }
    }

    @Test
    void aBodyTypedAsJsonFillsTheFieldsAndKeepsWhatBelongsToNone() throws IOException {
        Bench bench = new Bench();
        bench.form.takeBody("{\"count\": 3, \"customer\": null, \"extra\": [1]}");
        assertThat(bench.field("count").textProperty().get()).isEqualTo("3");
        assertThat(bench.field("customer").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.NULL);
        assertThat(bench.field("note").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.DEFAULT);
        assertThat(bench.body()).isEqualTo("{\"customer\": null, \"count\": 3, \"extra\": [1]}");
    }

    @Test
    void aValueAFieldCannotSayIsKeptAsJson() throws IOException {
        Bench bench = new Bench();
        bench.form.takeBody("{\"customer\": {\"id\": 7}, \"count\": true}");
        assertThat(bench.field("customer").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.JSON);
        assertThat(bench.body()).isEqualTo("{\"customer\": {\"id\":7}, \"count\": true}");
        assertThat(bench.model.requestProperty().get().refused()).isEmpty();
    }

    @Test
    void aBodyThatIsNoObjectIsSentAsItStandsWithAWarning() throws IOException {
        Bench bench = new Bench();
        bench.form.takeBody("[1, 2");
        assertThat(bench.body()).isEqualTo("[1, 2");
        assertThat(bench.model.requestProperty().get().refused()).hasSize(1);
        assertThat(bench.form.bodyProblemProperty().get()).contains("HTTP 400");
    }

    @Test
    void aMemberLeftOutIsRefusedAsMissing() throws IOException {
        Bench bench = new Bench();
        bench.form.takeBody("{\"customer\": \"Ada\"}");
        assertThat(bench.field("count").sendingProperty().get()).isEqualTo(FieldViewModel.Sending.MISSING);
        assertThat(bench.field("count").refused()).isTrue();
    }

    @Test
    void aPastedCommandSelectsItsFunctionAndFillsItsForm() throws IOException {
        Bench bench = new Bench();
        bench.form.paste("curl https://x/functions/other/invocations -d '{\"day\": \"Monday\"}'");
        assertThat(Objects.requireNonNull(bench.model.selectedProperty().get()).name())
                .isEqualTo("other");
        assertThat(bench.field("day").textProperty().get()).isEqualTo("Monday");
    }

    @Test
    void aPastedCommandForAFunctionThatIsGoneFillsNoOthersForm() throws IOException {
        Bench bench = new Bench();
        bench.field("customer").textProperty().set("Ada");
        bench.form.paste("curl https://x/functions/gone/invocations -d '{\"customer\": \"Bob\"}'");
        assertThat(bench.field("customer").textProperty().get()).isEqualTo("Ada");
        assertThat(bench.model.notices().shown())
                .extracting(Notice::text)
                .containsExactly(text("notice.noFunction", "gone"));
    }

    @Test
    void pastedGarbageChangesNothingAndIsSaid() throws IOException {
        Bench bench = new Bench();
        bench.field("customer").textProperty().set("Ada");
        bench.form.paste("\u0000 not json {{{");
        assertThat(bench.field("customer").textProperty().get()).isEqualTo("Ada");
        assertThat(bench.model.notices().shown()).hasSize(1);
    }

    @Test
    void theInputsOfTheLastRunAreThereInTheNextSession() throws IOException {
        Bench first = new Bench();
        first.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        first.model.run().begin(RunState.Kind.ONE, () -> {});
        Bench second = new Bench();
        assertThat(second.body()).isEqualTo("{\"customer\": \"Ada\", \"count\": 3}");
    }

    @Test
    void inputsAreKeptUsedAndRemovedByName() throws IOException {
        Bench first = new Bench();
        first.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        first.inputs.save("Ada orders three");
        Bench second = new Bench();
        assertThat(second.inputs.names()).containsExactly("Ada orders three");
        second.inputs.use("Ada orders three");
        assertThat(second.field("count").textProperty().get()).isEqualTo("3");
        second.inputs.remove("Ada orders three");
        assertThat(new Bench().inputs.names()).isEmpty();
    }

    @Test
    void namedInputsAreReadableInGitAsLongAsNothingIsLostByIt() throws IOException {
        Bench bench = new Bench();
        bench.form.takeBody("{\"customer\": \"Ada  L.\", \"count\": 3, \"price\": 1.50}");
        bench.inputs.save("whole");
        assertThat(bench.model.notices().shown().getLast().text()).isEqualTo(text("inputs.saved", "whole"));
        bench.form.takeBody("{\"customer\": \"Bob\", \"count\": NaN");
        bench.inputs.save("broken");
        assertThat(folder.resolve(".bobbin/items/Orders.UserDataFunction/inputs.json"))
                .hasContent("""
                        {
                          "order" : {
                            "whole" : {
                              "customer" : "Ada  L.",
                              "count" : 3,
                              "price" : 1.50
                            },
                            "broken" : "{\\"customer\\": \\"Bob\\", \\"count\\": NaN"
                          }
                        }
                        """);
        Bench later = new Bench();
        later.inputs.use("whole");
        assertThat(later.body()).isEqualTo("{\"customer\": \"Ada  L.\", \"count\": 3, \"price\": 1.50}");
        later.inputs.use("broken");
        assertThat(later.body()).isEqualTo("{\"customer\": \"Bob\", \"count\": NaN");
    }

    @Test
    void anotherWindowsNamesAreNotLostByARunOrByANameOfOnesOwn() throws IOException {
        Bench one = new Bench();
        Bench other = new Bench();
        one.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        one.inputs.save("by one");
        other.form.takeBody("{\"customer\": \"Bob\", \"count\": 4}");
        other.model.run().begin(RunState.Kind.ONE, () -> {});
        other.inputs.save("by the other");
        assertThat(new Bench().inputs.names()).containsExactly("by one", "by the other");
    }

    @Test
    void aVeryLargeRunLeavesTheInputsBeforeIt() throws IOException {
        Bench first = new Bench();
        first.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        first.model.run().begin(RunState.Kind.ONE, () -> {});
        first.model.run().end();
        first.form.takeBody("{\"customer\": \"" + "x".repeat(1_000_001) + "\", \"count\": 3}");
        first.model.run().begin(RunState.Kind.ONE, () -> {});
        assertThat(first.model.notices().shown()).extracting(Notice::text).containsExactly(text("inputs.tooLarge"));
        assertThat(new Bench().body()).isEqualTo("{\"customer\": \"Ada\", \"count\": 3}");
    }

    @Test
    void onlyTheirOwnerReadsTheInputsOfTheLastRuns() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Bench bench = new Bench();
        bench.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        bench.model.run().begin(RunState.Kind.ONE, () -> {});
        Path kept = folder.resolve(".bobbin/items/Orders.UserDataFunction/last-inputs.json");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(kept)))
                .isEqualTo("rw-------");
    }

    @Test
    void inputsThatCannotBeReadAreNeverWrittenOver() throws IOException {
        Path data = Files.createDirectories(folder.resolve(".bobbin/items/Orders.UserDataFunction"));
        String conflict = "{\n<<<<<<< HEAD\n}";
        Files.writeString(data.resolve("inputs.json"), conflict);
        Bench bench = new Bench();
        bench.form.takeBody("{\"customer\": \"Ada\", \"count\": 3}");
        bench.model.run().begin(RunState.Kind.ONE, () -> {});
        bench.inputs.save("a name");
        assertThat(data.resolve("inputs.json")).hasContent(conflict);
        assertThat(bench.model.notices().shown().getLast().text())
                .contains("inputs.json is no valid JSON (line 2)", "left as it is");
        assertThat(new Bench().body()).isEqualTo("{\"customer\": \"Ada\", \"count\": 3}");
    }

    @Test
    void inputsThatCannotBeReadAreSaidAndTheFormWorks() throws IOException {
        Path data = Files.createDirectories(folder.resolve(".bobbin/items/Orders.UserDataFunction"));
        Files.writeString(data.resolve("inputs.json"), "{broken");
        Bench bench = new Bench();
        assertThat(bench.model.notices().shown()).hasSize(1);
        bench.field("customer").textProperty().set("Ada");
        assertThat(bench.body()).contains("Ada");
    }
}
