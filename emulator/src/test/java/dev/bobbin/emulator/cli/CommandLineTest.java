package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/** Exit codes and effects of commands about calls: what a script around them goes by. */
class CommandLineTest {

    @TempDir
    Path workspace;

    private String item = "";

    @BeforeEach
    void writeItem() throws IOException {
        Path folder = Files.createDirectories(workspace.resolve("Order.UserDataFunction"));
        Files.writeString(folder.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.function()
                def order(count: int, rush: bool) -> str:
                    return f"{count} {rush}"
                """);
        item = folder.toString();
    }

    private RunInput lastRun() throws IOException {
        ItemFolder folder = ItemReader.read(Path.of(item));
        try (RunJournal journal = RunJournal.open(RunJournal.fileOf(Workspace.of(folder), folder))) {
            long id = journal.find(RunQuery.newest(1)).getFirst().id();
            return journal.get(id).orElseThrow().input();
        }
    }

    @Test
    void aRunIsMadeAsACallerWouldMakeIt() throws IOException {
        assertThat(Main.execute("persona", item, "Ana", "--add")).isZero();

        assertThat(run(
                        "--persona",
                        "Ana",
                        "--caller",
                        "activator",
                        "--input",
                        "{\"count\": \"1,200\", \"rush\": \"yes\"}"))
                .isZero();
        assertThat(lastRun().body()).isEqualTo("{\"count\":1200,\"rush\":true}");
        assertThat(lastRun().user().preferredUsername()).isEqualTo("analyst@bobbin.local");

        assertThat(run("--persona", "Ana", "--caller", "powerbi", "--input", "{\"count\": 7, \"rush\": true}"))
                .isZero();
        assertThat(lastRun().body()).isEqualTo("{\"count\":\"7\",\"rush\":true}");
        assertThat(lastRun().user().preferredUsername()).isEqualTo("ana@bobbin.local");
    }

    @Test
    void whoOwnsThePipelineIsWhomItRunsFor() throws IOException {
        assertThat(Main.execute("persona", item, "Olga", "--add")).isZero();
        assertThat(Main.execute("persona", item, "Ana", "--add")).isZero();
        String[] pipeline = {"--caller", "pipeline", "--input", "{\"count\": 7, \"rush\": true}"};

        assertThat(run(Stream.concat(Stream.of("--owner", "olga"), Stream.of(pipeline))
                        .toArray(String[]::new)))
                .isZero();
        assertThat(lastRun().user().preferredUsername()).isEqualTo("olga@bobbin.local");

        assertThat(run(pipeline)).isZero();
        assertThat(lastRun().user().preferredUsername()).isEqualTo("analyst@bobbin.local");
    }

    private int run(String... options) {
        List<String> arguments = Stream.concat(Stream.of("run", item, "order"), Stream.of(options))
                .toList();
        return Main.execute(QuickEngine.with(arguments.toArray(String[]::new)));
    }

    static Stream<List<String>> wrong() {
        return Stream.of(
                List.of("run", "ITEM", "order", "--caller", "nobody"),
                List.of("run", "ITEM", "order", "--caller", "rest", "--input", "[1]"),
                List.of("run", "ITEM", "order", "--caller", "pipeline", "--owner", "nobody"),
                List.of("run", "ITEM", "order", "--caller", "powerbi", "--owner", "manager"),
                List.of("run", "ITEM", "order", "--owner", "manager"),
                List.of("client", "ITEM", "order", "--language", "python", "--input", "[".repeat(2000)),
                List.of("client", "ITEM", "order", "--language", "cobol"),
                List.of("client", "ITEM", "order", "--language", "notebook", "--local", "http://127.0.0.1:7071"),
                List.of("client", "ITEM", "order", "--language", "python", "--input", "{bad"),
                List.of("client", "ITEM", "order", "--language", "python", "--local", "ftp://x"),
                List.of("client", "ITEM", "nothing", "--language", "python"),
                List.of("openapi", "ITEM", "--url", "not a url"),
                List.of("openapi", "ITEM", "--url", "ftp://x"),
                List.of("serve", "ITEM", "--port", "99999"),
                List.of("serve", "ITEM", "--token", ""),
                List.of("serve", "ITEM", "--host", "0.0.0.0"),
                List.of("serve", "ITEM", "--cors", "https://a.example/path"),
                List.of("serve", "ITEM", "--engines", "65"),
                List.of("test", "ITEM", "--parallel", "0"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void wrongUsageEndsWithTwo(List<String> arguments) {
        assertThat(Main.execute(arguments.stream()
                        .map(argument -> argument.equals("ITEM") ? item : argument)
                        .toArray(String[]::new)))
                .isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"api.json", "folder/api.yaml"})
    void theOpenApiDocumentIsWritten(String name) throws IOException {
        Path file = workspace.resolve(name);

        assertThat(Main.execute("openapi", item, "--out", file.toString())).isZero();
        assertThat(Files.readString(file)).contains("openapi", "/order/invoke");
    }

    @Test
    void aByteOrderMarkBelongsToNoInput() throws IOException, CliFailure {
        Path file = Files.writeString(workspace.resolve("input.json"), "\uFEFF{\"a\": 1}");

        assertThat(InputText.read("@" + file)).isEqualTo("{\"a\": 1}");
        String line = "\uFEFF{\"id\": 7, \"function\": \"order\", \"odd\": 1}";
        assertThat(BatchRequest.idOf(line)).isEqualTo("7");
        assertThat(BatchRequest.unknownKeys(line)).containsExactly("odd");
        assertThat(BatchRequest.parse(
                                line, ProfileOption.named("service-2026"), ExecutingUser.LOCAL, Circumstances.USUAL)
                        .invocation()
                        .function())
                .isEqualTo("order");
    }

    @Test
    void noOpenApiDocumentIsMadeOfAScriptThatCannotBeRead() throws IOException {
        Files.writeString(Path.of(item, "function_app.py"), "def order(:\n", StandardOpenOption.APPEND);
        Path file = workspace.resolve("api.yaml");

        assertThat(Main.execute("openapi", item, "--out", file.toString())).isEqualTo(1);
        assertThat(file).doesNotExist();
    }

    static Stream<CommandLine> commands() {
        return Stream.concat(Stream.of(Main.commandLine()), below(Main.commandLine()));
    }

    private static Stream<CommandLine> below(CommandLine command) {
        return command.getSubcommands().values().stream()
                .flatMap(child -> Stream.concat(Stream.of(child), below(child)));
    }

    @ParameterizedTest
    @MethodSource("commands")
    void everyCommandTellsItsExitCodes(CommandLine command) {
        assertThat(command.getUsageMessage()).contains("Exit codes:", "  0  ", "  2  ");
    }
}
