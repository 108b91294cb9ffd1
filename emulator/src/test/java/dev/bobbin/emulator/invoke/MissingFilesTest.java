package dev.bobbin.emulator.invoke;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.service.PlainError;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said to do about files that a lakehouse does not have, by functions in a real engine. */
@Timeout(180)
class MissingFilesTest {

    private static final String SOURCE = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()


            def lines_of(folder, path, how):
                if how == "list":
                    return [entry.name for entry in folder.get_sub_directory_client(path).get_paths()]
                if how == "rename":
                    folder.get_file_client("rates/2026.csv").rename_file("bobbin/Measured/Files/" + path)
                client = folder.get_file_client(path)
                if how == "size":
                    return client.get_file_properties().size
                return client.download_file().readall().decode().splitlines()


            @udf.connection(argName="lake", alias="Measured")
            @udf.function()
            def read(lake: fn.FabricLakehouseClient, path: str, how: str = "read") -> list:
                return lines_of(lake.connectToFiles(), path, how)


            @udf.connection(argName="lake", alias="Measured")
            @udf.function()
            async def read_later(lake: fn.FabricLakehouseClient, path: str) -> list:
                file = await lake.connectToFilesAsync().get_file_client(path).download_file()
                return (await file.readall()).splitlines()


            @udf.connection(argName="lake", alias="Empty")
            @udf.function()
            def of_nothing(lake: fn.FabricLakehouseClient) -> list:
                return lines_of(lake.connectToFiles(), "rates.csv", "read")


            @udf.connection(argName="lake", alias="Mesured")
            @udf.function()
            def misspelt(lake: fn.FabricLakehouseClient) -> list:
                return lines_of(lake.connectToFiles(), "rates/2026.csv", "read")


            @udf.connection(argName="lake", alias="Measured")
            @udf.function()
            def fails_later(lake: fn.FabricLakehouseClient) -> int:
                try:
                    return len(lines_of(lake.connectToFiles(), "rates.csv", "read"))
                except Exception:
                    pass
                return {}["rates"]


            @udf.function()
            def opens() -> str:
                return open("rates.csv").read()
            """;

    @TempDir
    static Path folder;

    private static FunctionEngine engine;
    private static ItemFolder item;

    @BeforeAll
    static void makeItem() throws IOException {
        Path root = Files.createDirectories(folder.resolve("Reading.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        item = ItemReader.read(root);
        Path files = Workspace.of(item).standIns().resolve("Measured.lakehouse/Files");
        for (String file : new String[] {"rates/2025.csv", "rates/2026.csv", "a/first.txt", "b/Rates.csv"}) {
            Files.createDirectories(files.resolve(file).getParent());
            Files.writeString(files.resolve(file), "1\n");
        }
        engine = QuickEngine.start();
    }

    @AfterAll
    static void closeEngine() {
        engine.close();
    }

    /** The likeliest come first: those of such a name, then those of the same folder. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rates.csv      | read   | b/Rates.csv, a/first.txt, rates/2025.csv, rates/2026.csv.",
                "rates/2024.csv | size   | rates/2025.csv, rates/2026.csv, a/first.txt, b/Rates.csv.",
                "a/second.txt   | read   | a/first.txt, b/Rates.csv, rates/2025.csv, rates/2026.csv.",
                "c              | list   | a/first.txt, b/Rates.csv, rates/2025.csv, rates/2026.csv.",
                "d/2026.csv     | rename | a/first.txt, b/Rates.csv, rates/2025.csv, rates/2026.csv."
            })
    void thePathThatWasLookedForIsNamedWithTheFilesThereAre(String path, String how, String files) {
        PlainError error = failure("read", "{\"path\": \"" + path + "\", \"how\": \"" + how + "\"}");

        String place = how.equals("rename") ? "d" : path;
        assertThat(error.what()).isEqualTo("The lakehouse Measured has no file or folder Files/" + place + ".");
        assertThat(error.todo()).contains("counted from the Files folder").endsWith("Measured has: " + files);
    }

    @Test
    void asynchronousClientsTellTheSame() {
        assertThat(failure("read_later", "{\"path\": \"rates.csv\"}").todo()).contains("Measured has: b/Rates.csv");
    }

    @Test
    void aLakehouseWithoutFilesIsToldFromOneThatIsMisspelt() {
        assertThat(failure("of_nothing", "{}").todo()).contains("The Files folder of Empty is empty. Put");
        assertThat(failure("misspelt", "{}").todo()).contains("likely Measured is meant");
    }

    @Test
    void otherFailuresAreToldAsTheyAre() {
        assertThat(failure("fails_later", "{}").id()).isEqualTo("exception.KeyError");
        assertThat(failure("opens", "{}").todo()).contains("through its connection, not by open()");
    }

    private static PlainError failure(String function, String body) {
        return FailingCalls.of(engine, item, function, body);
    }
}
