package dev.bobbin.emulator.share;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.Emulator;
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
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        try (FunctionEngine engine = Emulator.engine("embedded").orElseThrow()) {
            RunRecord run = run(engine, item, "{\"name\": \"vault-value-9\"}");
            assertThat(run.answer().outputJson()).isEqualTo("\"1\"");

            String page = RunPage.of(run, item.displayName(), SecretMask.of(workspace));
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
                            ".bobbin/standins/vault.secrets.json",
                            ".bobbin/standins/Sales.sqldb/data.db");
            content.files().forEach((path, bytes) -> {
                if (!path.endsWith(".db") && !path.contains("-wal") && !path.contains(".sqldb/")) {
                    assertThat(new String(bytes, UTF_8)).as(path).doesNotContain("vault-value-9", "in-the-code-1");
                }
            });
            assertThat(ReportBundle.prepare(item, workspace, run, ReportBundle.Data.NONE)
                            .entries())
                    .extracting(BundleContent.Entry::path)
                    .noneMatch(path -> path.contains("standins"));

            Path zip = folder.resolve("report.zip");
            ReportBundle.write(content, zip);
            ReportBundle.Opened opened = ReportBundle.open(zip, folder.resolve("elsewhere"));
            RunRecord again = run(
                    engine, ItemReader.read(opened.item()), opened.run().input().body());
            // The row that the first run added came along with the data.
            assertThat(again.answer().outputJson()).isEqualTo("\"2\"");
            assertThat(opened.run().summary().function()).isEqualTo("add");
        }
    }

    @Test
    void aZipThatIsNoBundleOrReachesOutIsRefused() throws IOException {
        Path other = zip("other.zip", "readme.txt");
        Path evil = zip("evil.zip", "../outside.txt");
        Path text = Files.writeString(folder.resolve("text.zip"), "no zip at all");

        assertThatThrownBy(() -> ReportBundle.open(other, folder.resolve("a"))).hasMessageContaining("no bug report");
        assertThatThrownBy(() -> ReportBundle.open(evil, folder.resolve("b"))).hasMessageContaining("outside");
        assertThatThrownBy(() -> ReportBundle.open(text, folder.resolve("c"))).hasMessageContaining("no bug report");
        assertThatThrownBy(() -> ReportBundle.open(other, folder)).hasMessageContaining("not empty");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "password = \"abc\"                      | password = \"***\"",
                "{\"clientSecret\": \"a\\\"b\"}          | {\"clientSecret\": \"***\"}",
                "Server=x;Password=p w;Database=y        | Server=x;Password=*** w;Database=y",
                "AccountKey=abc==;EndpointSuffix=core    | AccountKey=***;EndpointSuffix=core",
                "Authorization: Bearer abcdefgh.ijkl     | Authorization: Bearer ***",
                "https://x/y?sv=1&sig=abc%3D&se=2        | https://x/y?sv=1&sig=***&se=2",
                "api_key = os.environ(\"K\")             | api_key = os.environ(\"K\")",
                "password: str = None                    | password: str = None",
                "postgres://sa:pass@host/db              | postgres://sa:***@host/db",
                "auth_token=abcdef                       | auth_token=***",
                "{\"code\": \"pwd = \\\"abc\\\"\"}       | {\"code\": \"pwd = \\\"***\\\"\"}",
                "the secret of success                   | the secret of success"
            })
    void whatLooksLikeASecretIsMasked(String text, String masked) {
        assertThat(new SecretMask(List.of()).mask(text)).isEqualTo(masked);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "return {\"secret\": s, \"password\": get(p)}   | return {\"secret\": s, \"password\": get(p)}",
                "DB_PASSWORD: str = \"abc\"                    | DB_PASSWORD: str = \"***\"",
                "x = f(1, token='abc', b='c')                   | x = f(1, token='***', b='c')",
                "os.environ[\"PASSWORD\"] = \"abc\"           | os.environ[\"PASSWORD\"] = \"***\"",
                "d = {\"password\": [\"abc\"]}                | d = {\"password\": [\"***\"]}",
                "private_key = rb'''abc'd'''                    | private_key = rb'''***'''",
                "connect(\"Server=x;Password=abc;\")             | connect(\"Server=x;Password=***;\")",
                "# the password = abc                           | # the password = ***",
                "vault = vault_value  # \"vault_value\"          | vault = vault_value  # \"***\"",
                "name = \"no secret\"                           | name = \"no secret\""
            })
    void codeStaysTheCodeItIs(String code, String masked) {
        assertThat(new SecretMask(List.of("vault_value")).maskCode(code)).isEqualTo(masked);
    }

    /** As code, as what a JSON of Python's holds, and line by line. */
    @Test
    void knownSecretsAreFoundInEveryForm() {
        SecretMask mask =
                new SecretMask(List.of("Grün-😀-geheim", "-----BEGIN KEY-----\nMIIEvQIBADANBg\n-----END KEY-----"));

        assertThat(mask.mask("Gr\\u00fcn-\\ud83d\\ude00-geheim, Gr\\\\u00fcn-\\\\ud83d\\\\ude00-geheim"))
                .isEqualTo("***, ***");
        assertThat(mask.mask("the second line MIIEvQIBADANBg was logged")).isEqualTo("the second line *** was logged");
    }

    @Property(tries = 300)
    void maskingKeepsCodeCode(@ForAll("statements") List<String> statements) {
        String code = String.join("\n", statements) + "\n";
        String masked = new SecretMask(List.of("vault-value")).maskCode(code);

        assertThat(SourceParser.outline(masked).functions())
                .hasSameSizeAs(SourceParser.outline(code).functions());
        assertThat(masked.lines().count()).isEqualTo(code.lines().count());
        assertThat(masked).doesNotContain("s3cr3t", "vault-value");
    }

    @Provide
    Arbitrary<List<String>> statements() {
        return Arbitraries.of(
                        "password = 's3cr3t'",
                        "API_KEY: str = \"s3cr3t\"",
                        "token = f's3cr3t{1}'",
                        "call(pwd='s3cr3t', other=\"it's\")",
                        "note = 'vault-value'  # vault-value",
                        "text = 'a \\' b'",
                        "\"\"\" a 'text' \"\"\"",
                        "@udf.function()\ndef f(password: str) -> str:\n    return {'secret': password, 'x': \"y\"}",
                        "open('no end")
                .list()
                .ofMaxSize(12);
    }

    @Test
    void aBundleTellsNothingThatIsNobodysBusinessAndRunsAgain() throws Exception {
        Path root = Files.createDirectories(folder.resolve("work/Secret.UserDataFunction"));
        Files.writeString(root.resolve("function_app.py"), """
                import logging
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.function()
                def add(password: str, name: str) -> dict:
                    logging.info("the word is %s", password)
                    return {"secret": password, "name": name}
                """);
        Files.writeString(root.resolve(".env"), "API_KEY=hidden-file-1");
        Files.writeString(root.resolve("config.yaml"), "password: hidden-file-2");
        Files.writeString(root.resolve("helper.py"), "PASSWORD = 'hidden-file-3'\n");
        Path library = Files.createDirectories(folder.resolve("work/Settings.VariableLibrary"));
        Files.writeString(library.resolve("variables.json"), "{\"variables\": []}");
        ItemFolder item = ItemReader.read(root);
        Workspace workspace = Workspace.of(item);
        try (FunctionEngine engine = Emulator.engine("embedded").orElseThrow()) {
            RunRecord run = run(engine, item, "{\"password\": \"word-in-the-input\", \"name\": \"Ada\"}");
            BundleContent content = ReportBundle.prepare(item, workspace, run, ReportBundle.Data.SCHEMA);

            assertThat(content.files()).containsKeys("Settings.VariableLibrary/variables.json");
            assertThat(content.files().values().stream().map(bytes -> new String(bytes, UTF_8)))
                    .noneMatch(text -> text.contains("word-in-the-input") || text.contains("hidden-file"));
            assertThat(RunPage.of(run, "Secret", SecretMask.of(workspace))).doesNotContain("word-in-the-input");

            Path zip = folder.resolve("report.zip");
            ReportBundle.write(content, zip);
            ReportBundle.Opened opened = ReportBundle.open(zip, folder.resolve("elsewhere"));
            RunRecord again = run(
                    engine, ItemReader.read(opened.item()), opened.run().input().body());
            assertThat(again.answer().outputJson()).isEqualTo("{\"secret\": \"***\", \"name\": \"Ada\"}");
        }
    }

    @Test
    void aDamagedBundleIsSaidSoAndLeavesNothing() throws IOException {
        Path damaged = folder.resolve("damaged.zip");
        try (OutputStream out = Files.newOutputStream(damaged);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (String name : List.of("about.json", "run.json")) {
                zip.putNextEntry(new ZipEntry(name));
                zip.write("{ no JSON".getBytes(UTF_8));
            }
        }
        Path target = folder.resolve("target");

        assertThatThrownBy(() -> ReportBundle.open(damaged, target)).hasMessage("damaged.zip is damaged.");
        assertThat(target).isEmptyDirectory();
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

    private Path zip(String name, String entry) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.putNextEntry(new ZipEntry(entry));
            zip.write(1);
            zip.closeEntry();
        }
        return file;
    }
}
