package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;

import dev.bobbin.emulator.Emulator;
import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.FunctionEngine;
import dev.bobbin.emulator.invoke.InvocationRequest;
import dev.bobbin.emulator.invoke.InvocationResult;
import dev.bobbin.emulator.invoke.ItemCode;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.service.ServiceProfiles;
import dev.bobbin.emulator.share.page.RunPage;
import dev.bobbin.emulator.standin.Workspace;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What leaves the machine: whole enough to show and to reproduce, and without secrets. */
class SharingTest {

    private static final String SOURCE = """
            import logging
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            password = "in-the-code-1"

            @udf.connection(alias="Sales", argName="db")
            @udf.function()
            def add(db: fn.FabricSqlConnection, name: str) -> str:
                logging.info("token=%s <script>", name)
                with db.connect() as connection:
                    cursor = connection.cursor()
                    cursor.execute("IF OBJECT_ID('dbo.T') IS NULL CREATE TABLE dbo.T (name VARCHAR(50))")
                    cursor.execute("INSERT INTO dbo.T (name) VALUES (?)", name)
                    connection.commit()
                    return str(cursor.execute("SELECT COUNT(*) FROM dbo.T").fetchval())
            """;

    @TempDir
    Path folder;

    @Test
    void aRunIsShownOnOnePageAndReproducedFromABundle() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work/Shared.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), SOURCE);
        ItemFolder item = ItemReader.read(root);
        Workspace workspace = Workspace.of(item);
        Files.createDirectories(workspace.standIns());
        Files.writeString(workspace.standIns().resolve("vault.secrets.json"), "{\"key\": \"vault-value-9\"}");
        try (FunctionEngine engine = QuickEngine.start()) {
            RunRecord run = run(engine, item, "{\"name\": \"vault-value-9\"}");
            assertThat(run.answer().outputJson()).isEqualTo("\"1\"");

            String page = RunPage.of(run, item.displayName(), SecretMask.of(item, workspace), Locale.ENGLISH);
            assertThat(page)
                    .contains(
                            "<h1>add</h1>", "Succeeded", "INSERT INTO dbo.T", "Changes (", "&lt;script&gt;", "def add")
                    .doesNotContain("vault-value-9", "in-the-code-1", "<script", "http://", "https://");

            BundleContent content = ReportBundle.prepare(item, workspace, run, ReportBundle.Data.ALL);
            assertThat(content.entries())
                    .extracting(BundleContent.Entry::path)
                    .contains(
                            "about.json",
                            "run.json",
                            "Shared.UserDataFunction/function_app.py",
                            ".bobbin/standins/Sales.sqldb/data.db")
                    .noneMatch(path -> path.contains("vault.secrets"));
            for (String path : content.parts().keySet()) {
                if (!path.contains(".sqldb/")) {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    content.parts().get(path).writeTo(bytes);
                    assertThat(bytes.toString(StandardCharsets.UTF_8))
                            .as(path)
                            .doesNotContain("vault-value-9", "in-the-code-1");
                }
            }
            assertThat(ReportBundle.prepare(item, workspace, run, ReportBundle.Data.NONE)
                            .entries())
                    .extracting(BundleContent.Entry::path)
                    .noneMatch(path -> path.contains("standins"));

            Path zip = folder.resolve("report.zip");
            ReportBundle.write(content, zip);
            ReportBundle.Opened opened = ReportBundle.open(zip, folder.resolve("elsewhere"));
            RunRecord again = run(
                    engine, ItemReader.read(opened.item()), opened.run().input().body());
            // The data came along without the row that the first run added, which stays where it was made.
            assertThat(again.answer().outputJson()).isEqualTo("\"1\"");
            assertThat(content.asFound()).containsExactly("Sales");
            assertThat(opened.asLeft()).isEmpty();
            assertThat(run(engine, item, "{\"name\": \"second\"}").answer().outputJson())
                    .isEqualTo("\"2\"");
            assertThat(opened.run().summary().function()).isEqualTo("add");
            // Nor with what later runs added to it.
            Path later = folder.resolve("later.zip");
            ReportBundle.write(ReportBundle.prepare(item, workspace, run, ReportBundle.Data.ALL), later);
            ReportBundle.Opened afterwards = ReportBundle.open(later, folder.resolve("afterwards"));
            assertThat(run(
                                    engine,
                                    ItemReader.read(afterwards.item()),
                                    afterwards.run().input().body())
                            .answer()
                            .outputJson())
                    .isEqualTo("\"1\"");
            assertThat(afterwards.asLeft()).isEmpty();
        }
    }

    private static RunRecord run(FunctionEngine engine, ItemFolder item, String body) {
        InvocationRequest request = new InvocationRequest(
                UUID.randomUUID().toString(), "add", body, ServiceProfiles.standard(), null, ExecutingUser.LOCAL);
        List<LogLine> logs = Collections.synchronizedList(new ArrayList<>());
        InvocationResult result = Emulator.invoker(engine)
                .start(item, ItemCode.of(item), Workspace.of(item), request, logs::add)
                .result()
                .join();
        return RunRecord.of(Instant.now(), RunOrigin.WINDOW, request, "embedded", item.script(), result, logs);
    }
}
