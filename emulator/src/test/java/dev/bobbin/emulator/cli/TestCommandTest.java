package dev.bobbin.emulator.cli;

import static org.assertj.core.api.Assertions.assertThat;

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
                """);
        examples = Files.createDirectories(workspace.resolve(".bobbin/items/Hello.UserDataFunction/examples"));
    }

    private int test(String... options) {
        String[] arguments = new String[options.length + 2];
        arguments[0] = "test";
        arguments[1] = item.toString();
        System.arraycopy(options, 0, arguments, 2, options.length);
        return Main.execute(arguments);
    }

    @Test
    void whatIsAsExpectedPassesAndWhatIsNotFailsUntilItIsUpdated() throws IOException {
        Path good = Files.writeString(examples.resolve("good.json"), EXAMPLE.formatted("Hello, Ada!"));
        Path old = Files.writeString(examples.resolve("old.json"), EXAMPLE.formatted("Good day, Ada!"));
        Path report = workspace.resolve("junit.xml");

        assertThat(test("--junit", report.toString())).isEqualTo(1);
        assertThat(Files.readString(report)).contains("tests=\"2\"", "failures=\"1\"", "Good day, Ada!");

        String goodBefore = Files.readString(good);
        assertThat(test("--update")).isZero();
        assertThat(Files.readString(old)).contains("Hello, Ada!").doesNotContain("Good day");
        assertThat(Files.readString(good)).isEqualTo(goodBefore);
    }

    @Test
    void anExampleThatCannotBeReadFails() throws IOException {
        Files.writeString(examples.resolve("bad.json"), "{");

        assertThat(test()).isEqualTo(1);
    }

    @Test
    void nothingToRunIsNoSuccess() throws IOException {
        assertThat(test()).isEqualTo(2);
        Files.writeString(examples.resolve("good.json"), EXAMPLE.formatted("Hello, Ada!"));
        assertThat(test("--filter", "no such")).isEqualTo(2);
        assertThat(test("--parallel", "0")).isEqualTo(2);
    }
}
