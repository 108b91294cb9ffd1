package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code bobbin test} as a build server meets it: exit codes, report, update. */
class TestCommandTest {

    private static final String EXAMPLE = """
            {
              "name" : "Ada",
              "function" : "hello",
              "input" : {"name": "Ada"},
              "expect" : {"status" : "Succeeded", "httpStatus" : 200, "output" : "%s"}
            }
            """;

    @TempDir
    Path workspace;

    private Path item;
    private Path examples;

    @BeforeEach
    void writeItem() throws IOException {
        item = Files.createDirectories(workspace.resolve("Hello.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.function()
                def hello(name: str) -> str:
                    return f"Hello, {name}!"

                @udf.function()
                def refuse() -> str:
                    raise fn.UserThrownError("no")

                @udf.function()
                def parts() -> dict:
                    return {"when": "2025-01-01 00:00:00", "any": ["text", 1], "ratio": 3, "new": True}
                """);
        examples = Files.createDirectories(workspace.resolve(".bobbin/items/Hello.UserDataFunction/examples"));
    }

    private int test(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "test";
        arguments[1] = item.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.execute(QuickEngine.with(arguments));
    }

    @Test
    void whatIsAsExpectedPassesAndWhatIsNotFailsUntilItIsUpdated() throws IOException {
        Path good = Files.writeString(examples.resolve("good.json"), EXAMPLE.formatted("Hello, Ada!"));
        Path old = Files.writeString(examples.resolve("old.json"), EXAMPLE.formatted("Good day, Ada!"));
        Path report = workspace.resolve("junit.xml");

        assertThat(test("--junit", report.toString())).isEqualTo(1);
        assertThat(Files.readString(report)).contains("tests=\"2\"", "failures=\"1\"", "Good day, Ada!");

        String goodBefore = Files.readString(good);
        assertThat(test("--update", "--parallel", "2", "--junit", report.toString()))
                .isZero();
        assertThat(Files.readString(report))
                .as("the report of a step that succeeds")
                .contains("tests=\"2\"", "failures=\"0\"", "errors=\"0\"");
        assertThat(Files.readString(old)).contains("Hello, Ada!").doesNotContain("Good day");
        assertThat(Files.readString(good)).isEqualTo(goodBefore);
    }

    @Test
    void anExampleThatCannotBeReadFails() throws IOException {
        Files.writeString(examples.resolve("bad.json"), "{");

        assertThat(test()).isEqualTo(1);
    }

    @Test
    void aMisspeltExpectationIsNoExample() throws IOException {
        Files.writeString(examples.resolve("odd.json"), """
                {"function": "hello", "input": {"name": "Ada"}, "expect": {"status": "Succeeded", "ouput": "wrong"}}
                """);

        assertThat(test()).isEqualTo(1);
        assertThat(test("--filter", "odd")).isEqualTo(1);
        assertThat(test("--filter", "even")).as("nothing to run").isEqualTo(2);
    }

    @Test
    void anUpdateKeepsTheMarksThatStillHold() throws IOException {
        Path file = Files.writeString(examples.resolve("marked.json"), """
                {"function": "parts", "input": {}, "expect": {"status": "Succeeded", "httpStatus": 200,
                 "output": {"when": "<date> 00:00:00", "any": ["<any>", 1], "ratio": 2}}}
                """);

        assertThat(test("--update")).isZero();
        assertThat(Files.readString(file))
                .contains("<date> 00:00:00", "<any>")
                .contains("\"ratio\" : 3")
                .contains("\"new\" : true");
        assertThat(test()).isZero();
    }

    @Test
    void anUpdateLeavesWhatIsIgnoredAsItWas() throws IOException {
        Path file = Files.writeString(examples.resolve("ignoring.json"), """
                {"function": "parts", "input": {}, "expect": {"status": "Succeeded", "httpStatus": 200,
                 "output": {"ratio": 2, "new": "unread", "gone": 7, "any": ["text"]},
                 "ignored": ["/when", "/new", "/gone", "/any/*"]}}
                """);

        assertThat(test("--update")).isZero();
        assertThat(Files.readString(file))
                .contains("\"ratio\" : 3", "\"new\" : \"unread\"", "\"gone\" : 7", "\"text\"\n")
                .doesNotContain("2025-01-01");
        assertThat(test()).isZero();
    }

    @Test
    void anExampleNeedsNoHttpStatusAndNoNameOfItsOwn() throws IOException {
        Files.writeString(examples.resolve("count-1.json"), """
                {"function": "hello", "input": {}, "expect": {"status": "BadRequest"}}
                """);
        Files.writeString(examples.resolve("count-2.json"), """
                {"function": "parts", "expect": {"output": {"when": "<any>", "any": ["<any>", 1], "ratio": 3, "new": true}}}
                """);
        Path report = workspace.resolve("junit.xml");

        assertThat(test("--junit", report.toString())).isZero();
        assertThat(Files.readString(report)).contains("name=\"count-1\"", "name=\"count-2\"");
        assertThat(test("--filter", "count-1", "--update")).isZero();
        assertThat(Files.readString(examples.resolve("count-1.json"))).doesNotContain("httpStatus");
    }

    @Test
    void errorsThatAreNotNamedDoNotMatter() throws IOException {
        Path file = Files.writeString(examples.resolve("missing.json"), """
                {"function": "hello", "input": {}, "expect": {"status": "BadRequest", "httpStatus": 400}}
                """);
        assertThat(test()).isZero();

        Files.writeString(file, """
                {"function": "hello", "input": {}, "expect": {"status": "BadRequest", "httpStatus": 400, "errors": []}}
                """);
        assertThat(test()).isEqualTo(1);
    }

    @Test
    void aChangedLimitLeavesEachExampleItsProfile() throws IOException {
        Files.writeString(examples.resolve("newer.json"), """
                {"function": "refuse", "profile": "service-2026", "input": {}, "expect": {"status": "BadRequest", "httpStatus": 422}}
                """);

        assertThat(test("--limit", "timeSeconds=30")).isZero();
        assertThat(test("--limit", "http.UserThrown=418")).isEqualTo(1);
        assertThat(test("--profile", "documented-2025")).isEqualTo(1);
        assertThat(test("--limit", "nonsense=1")).isEqualTo(2);
    }

    @Test
    void nothingToRunIsNoSuccess() throws IOException {
        assertThat(test()).isEqualTo(2);
        Files.writeString(examples.resolve("good.json"), EXAMPLE.formatted("Hello, Ada!"));
        assertThat(test("--filter", "no such")).isEqualTo(2);
        assertThat(test("--parallel", "0")).isEqualTo(2);
        assertThat(test("--junit", workspace.toString())).as("a folder").isEqualTo(2);
    }
}
