package dev.bobbin.app;

import static dev.bobbin.app.BenchDriver.until;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A workspace that is gone for a while, as on a network drive that loses its connection. */
class VanishedFolderTest {

    private static final String SCRIPT = """
            import fabric.functions as fn

            udf = fn.UserDataFunctions()

            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.function()
            def secrets(vault: fn.FabricItem) -> str:
                return "ran"
            """;

    private @TempDir Path folder;

    @Test
    void nothingRunsOnAnEmptyCopyOfTheWorkspace() throws Exception {
        Path item = BenchDriver.item(folder, "Vault", SCRIPT);
        Path workspace = item.getParent();
        Files.createDirectories(workspace.resolve(".bobbin/standins"));
        try (BenchDriver bench = BenchDriver.open(folder, Optional.of(item))) {
            until(() -> bench.exists("#function-selector"));
            bench.runFromKeyboard();
            until(() -> bench.exists("#notice-trust"));
            bench.robot.clickOn("Trust and run");
            until(() ->
                    bench.exists("#status-badge") && bench.text("#status-badge").startsWith("Succeeded"));

            Path away = Files.move(workspace, folder.resolve("away"));
            bench.runFromKeyboard();
            until(() -> bench.exists("#notice-run-failed"));
            assertThat(workspace).doesNotExist();

            Files.move(away, workspace);
            bench.runFromKeyboard();
            until(() -> !bench.exists("#notice-run-failed")
                    && bench.text("#status-badge").startsWith("Succeeded"));
        }
    }
}
