package dev.bobbin.emulator.share;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunJson;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.page.RunPage;
import dev.bobbin.emulator.signature.SourceParser;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes into a bug report, what stays out of it, and how damaged and foreign ones are met. */
class ReportBundleTest {

    private static final String DATA = ".bobbin/standins/Shop.sqldb/";

    private static final String PEM = "-----BEGIN NOTHING-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END NOTHING-----";

    /** Everything here that must not leave, as it is or in another spelling. */
    private static final List<String> SECRETS = List.of(
            "Grün-GeheimKV",
            "Gr\\u00fcn-GeheimKV",
            "MIIEvQIBADANBg",
            "kqhkiG9w0BAQEF",
            "INPUTPW77",
            "COLPW88",
            "old-version-9",
            "CODEPW66",
            "998877665",
            "ENVPW55",
            "YAMLPW44");

    private static final String SOURCE = """
            import logging
            import fabric.functions as fn
            udf = fn.UserDataFunctions()
            DB_PASSWORD: str = "CODEPW66"
            settings = {"pwd": 998877665, "fallback": ["CODEPW66"]}

            @udf.generic_connection(argName="vault", audienceType="KeyVault")
            @udf.connection(alias="Shop", argName="db")
            @udf.connection(alias="Settings", argName="settings")
            @udf.function()
            def login(vault: fn.FabricItem, db: fn.FabricSqlConnection, settings: fn.FabricVariablesClient, password: str) -> dict:
                secret = "Grün-GeheimKV" if vault else "login"
                return {"secret": secret, "password": password, "note": f"pw {password} CODEPW66"}
            """;

    @TempDir
    Path folder;

    private Path root;
    private ItemFolder item;
    private Workspace workspace;

    @BeforeEach
    void layOut() throws IOException {
        root = folder.resolve("work/Shop.UserDataFunction");
        put("function_app.py", SOURCE);
        put("helper.py", "PASSWORD = 'CODEPW66'\n");
        put("definition.json", "{\"runtime\": \"PYTHON\"}");
        put(".env", "API_KEY=ENVPW55\n");
        put("config.yaml", "password: YAMLPW44\n");
        put("__pycache__/helper.pyc", "CODEPW66");
        put(".venv/lib/secret.py", "x = 'ENVPW55'\n");
        put(".git/config", "url = https://me:ENVPW55@host/x\n");
        put("../Settings.VariableLibrary/variables.json", "{\"variables\": [{\"name\": \"Rate\", \"value\": 3}]}");
        put("../.bobbin/standins/Settings.state.json", "{\"activeValueSet\": \"\"}");
        put("../.bobbin/standins/vault.secrets.json", vault());
        put("../.bobbin/standins/other.secrets.json", "{\"k\": \"elsewhere-secret\"}");
        put("../.bobbin/standins/Other.sqldb/seed.sql", "CREATE TABLE dbo.T (a INT)");
        put("../.bobbin/standins/Shop.sqldb/seed.sql", "CREATE TABLE dbo.T (a INT)");
        put("../.bobbin/items/Shop.UserDataFunction/bad-days.json", "{\"Shop\": {\"latencyMillis\": 1}}");
        item = ItemReader.read(root);
        workspace = Workspace.of(item);
    }

    private void put(String name, String text) throws IOException {
        Path file = root.resolve(name).normalize();
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private static String vault() throws IOException {
        ObjectMapper json = new ObjectMapper();
        return json.writeValueAsString(Map.of(
                "login",
                "Grün-GeheimKV",
                "pem",
                PEM,
                "pin",
                "x1z",
                "kept",
                Map.of("versions", List.of(Map.of("version", "v1", "value", "old-version-9", "enabled", true)))));
    }

    private RunRecord run() {
        String output =
                "{\"secret\": \"Gr\\u00fcn-GeheimKV\", \"password\": \"INPUTPW77\", \"note\": \"pw INPUTPW77 CODEPW66\"}";
        String logs = PEM + "\npin x1z, pw INPUTPW77, column COLPW88, number 998877665";
        return new RunRecord(
                new RunSummary(
                        3,
                        Instant.ofEpochMilli(1_700_000_000_000L),
                        RunOrigin.WINDOW,
                        "login",
                        "Succeeded",
                        200,
                        Duration.ofMillis(5),
                        RunRecord.hashOf(SOURCE),
                        false,
                        "INPUTPW77 did it",
                        0),
                new RunInput(
                        "id",
                        "{\"password\":  \"INPUTPW77\", \"n\": 1.50}",
                        "cpython",
                        "documented-2025",
                        ExecutingUser.LOCAL,
                        Duration.ofSeconds(7),
                        new Circumstances(Map.of("Shop", BadDay.of("dropped:3")), Map.of("Settings", "Busy"))),
                SOURCE,
                new RunAnswer(
                        output, List.of(), "Traceback\n    DB_PASSWORD: str = \"CODEPW66\"\n", "why old-version-9"),
                logs.lines()
                        .map(line -> new LogLine(Instant.EPOCH, LogLine.Level.INFO, line))
                        .toList(),
                new RunTrace(
                        List.of(),
                        0,
                        new ChangeSet(List.of(new Change.Rows(
                                "Shop",
                                "dbo.Users",
                                List.of("Id", "LoginPassword"),
                                List.of("int", "varchar(20)"),
                                List.of("Id"),
                                1,
                                0,
                                0,
                                List.of(new Change.RowChange.Inserted(List.of(1L, "COLPW88"))))))));
    }

    @Test
    void noSecretLeavesAndTheCodeStaysCode() throws IOException {
        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);
        for (String path : content.parts().keySet()) {
            assertThat(text(content, path)).as(path).doesNotContain(SECRETS);
        }
        String code = text(content, "Shop.UserDataFunction/function_app.py");
        assertThat(SourceParser.outline(code).findings()).isEmpty();
        assertThat(code).as("the name of a secret is none").contains("secret = \"***\" if vault else \"login\"");
        assertThat(code).contains("{\"secret\": secret, \"password\": password, \"note\": f\"pw {password} ***\"}");
        String run = text(content, "run.json");
        assertThat(run).contains("pin ***, pw ***, column ***, number ***").doesNotContain("x1z");

        Path page = folder.resolve("run.html");
        RunPage.write(run(), item, workspace, page, Locale.ENGLISH);
        assertThat(page)
                .content()
                .contains("pw ***", "dropped after 3 calls", "7000 ms", "Busy")
                .doesNotContain(SECRETS);
    }

    @Test
    void theRunGoesAlongWithAllThatItWasGiven() throws IOException {
        Path zip = folder.resolve("report.zip");
        ReportBundle.write(ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.NONE), zip);
        ReportBundle.Opened opened = ReportBundle.open(zip, folder.resolve("elsewhere"));
        RunInput input = opened.run().input();
        assertThat(input.body()).isEqualTo("{\"password\":  \"***\", \"n\": 1.50}");
        assertThat(input.engine()).isEqualTo("cpython");
        assertThat(input.timeLimit()).isEqualTo(Duration.ofSeconds(7));
        assertThat(input.circumstances()).isEqualTo(run().input().circumstances());
        assertThat(opened.item()).isEqualTo(folder.resolve("elsewhere/Shop.UserDataFunction"));
        assertThat(folder.resolve("elsewhere/.bobbin/standins/vault.secrets.json"))
                .content()
                .contains("\"login\"", "\"v1\"", "\"***\"");
    }

    @Test
    void onlyTheItemAndWhatItUsesGoesAlong() throws IOException {
        String own = "Shop.UserDataFunction/";
        List<String> always = List.of(
                ".bobbin/items/Shop.UserDataFunction/bad-days.json",
                ".bobbin/standins/Settings.state.json",
                ".bobbin/standins/vault.secrets.json",
                "Settings.VariableLibrary/variables.json",
                own + "definition.json",
                own + "function_app.py",
                own + "helper.py",
                "about.json",
                "run.json");
        BundleContent without = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.NONE);
        assertThat(without.parts().keySet()).containsExactlyInAnyOrderElementsOf(always);
        assertThat(without.leftOut())
                .containsExactlyInAnyOrder(".env", ".git/", ".venv/", "__pycache__/", "config.yaml");

        BundleContent with = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);
        assertThat(with.parts().keySet()).containsAll(always).contains(".bobbin/standins/Shop.sqldb/seed.sql");
        assertThat(with.parts()).hasSize(always.size() + 1);
    }

    private static String text(BundleContent content, String path) throws IOException {
        return new String(bytes(content, path), UTF_8);
    }

    private static byte[] bytes(BundleContent content, String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.parts().get(path).writeTo(bytes);
        return bytes.toByteArray();
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "ISO-8859-1", "UTF-16LE", "UTF-16BE"})
    void textIsLookedThroughWhateverItsNameAndCharacterSet(String name) throws IOException {
        Charset charset = Charset.forName(name);
        String mark = name.startsWith("UTF-16") ? "\ufeff" : "";
        String text = mark + "id;stra\u00dfe;key\r\n1;Gr\u00fcn;%s\r\n";
        List<String> files = List.of("a.csv", "b.CSV", "c.xml", "d.yaml", "e.log", "f", "g.geojson");
        for (String file : files) {
            Files.write(data(file), text.formatted("old-version-9").getBytes(charset));
        }

        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);

        for (String file : files) {
            assertThat(bytes(content, DATA + file))
                    .as(file)
                    .isEqualTo(text.formatted("***").getBytes(charset));
        }
        BundleContent schema = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.SCHEMA);
        assertThat(bytes(schema, DATA + "a.csv")).isEqualTo((mark + "id;stra\u00dfe;key\n").getBytes(charset));
    }

    @Test
    void whatIsFoundInOneTextIsMaskedInThoseBeforeItToo() throws IOException {
        Files.writeString(data("a.txt"), "the value is Zx81-hunter-77 here");
        Files.writeString(data("m.ini"), "password=Zx81-hunter-77\n");
        Files.writeString(data("first-line.csv"), "1;INPUTPW77\n");
        put("helper.py", "# once Zx81-hunter-77\n");
        RunRecord run = run();
        RunRecord told = new RunRecord(
                run.summary().withNote("Zx81-hunter-77"),
                run.input(),
                run.code(),
                run.answer(),
                List.of(new LogLine(Instant.EPOCH, LogLine.Level.INFO, "read Zx81-hunter-77")),
                run.trace());

        BundleContent content = ReportBundle.prepare(item, workspace, told, ReportBundle.Data.ALL);

        assertThat(text(content, DATA + "a.txt")).isEqualTo("the value is *** here");
        assertThat(text(content, "run.json")).contains("read ***");
        for (String path : content.parts().keySet()) {
            assertThat(text(content, path)).as(path).doesNotContain("Zx81-hunter-77");
        }
        BundleContent schema = ReportBundle.prepare(item, workspace, told, ReportBundle.Data.SCHEMA);
        assertThat(text(schema, DATA + "first-line.csv")).isEqualTo("1;***\n");
    }

    @Test
    void whatIsNoTextGoesAlongByteForByteAndIsNamed() throws IOException {
        byte[] binary = new byte[200_000];
        new Random(1).nextBytes(binary);
        Files.write(data("picture.csv"), binary);

        BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);

        assertThat(bytes(content, DATA + "picture.csv")).isEqualTo(binary);
        assertThat(content.entries().stream().filter(entry -> !entry.searched()).map(BundleContent.Entry::path))
                .containsExactly(DATA + "picture.csv");
    }

    private Path data(String name) {
        return workspace.root().resolve("standins/Shop.sqldb").resolve(name);
    }

    @Test
    void linksLeadNowhere() throws IOException {
        Path outside = Files.writeString(folder.resolve("outside.txt"), "none of your business");
        Path link = workspace.root().resolve("standins/Shop.sqldb/link.txt");
        assumeThat(Files.getFileAttributeView(folder, PosixFileAttributeView.class))
                .isNotNull();
        Files.createSymbolicLink(link, outside);
        Files.createSymbolicLink(workspace.root().resolve("standins/Shop.sqldb/folder"), folder);

        assertThat(ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL)
                        .parts()
                        .keySet())
                .noneMatch(path -> path.contains("link") || path.contains("folder") || path.contains("outside"));
    }

    @Test
    void aDatabaseInUseGoesAlongInOneState() throws Exception {
        Path database = workspace.root().resolve("standins/Shop.sqldb/data.db");
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + database);
                Statement statement = open.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("CREATE TABLE T (a INT)");
            statement.execute("INSERT INTO T VALUES (7)");
            BundleContent content = ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL);
            statement.execute("BEGIN IMMEDIATE");
            statement.execute("INSERT INTO T VALUES (8)");
            Path zip = folder.resolve("report.zip");
            ReportBundle.write(content, zip);
            ReportBundle.open(zip, folder.resolve("elsewhere"));
            statement.execute("COMMIT");
        }
        Path copy = folder.resolve("elsewhere/.bobbin/standins/Shop.sqldb/data.db");
        assertThat(copy.resolveSibling("data.db-wal")).doesNotExist();
        try (Connection open = DriverManager.getConnection("jdbc:sqlite:" + copy);
                ResultSet rows = open.createStatement().executeQuery("SELECT group_concat(a) FROM T")) {
            assertThat(rows.getString(1)).isEqualTo("7");
        }
    }

    @Test
    void whatIsTooLargeIsSaidInPlainWords() throws IOException {
        Path data = workspace.root().resolve("standins/Shop.sqldb");
        Files.writeString(data.resolve("large.csv"), "a;b\n".repeat(20_000));
        sparse(data.resolve("large.csv"), 65);
        assertThatThrownBy(() -> ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("large.csv is too large to look for secrets in it (65 MB)");
        Files.delete(data.resolve("large.csv"));

        sparse(data.resolve("large.bin"), 1024);
        assertThat(ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL)
                        .entries())
                .as("not read before it is written")
                .anyMatch(entry -> entry.size() == 1024L * 1024 * 1024);
        sparse(data.resolve("large.bin"), 3 * 1024);
        assertThatThrownBy(() -> ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.ALL))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("a bug report takes 2048");
        assertThatThrownBy(() -> ReportBundle.write(
                        new BundleContent(new TreeMap<>(), List.of(), List.of(), List.of(), List.of()), folder))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("is a folder");
        TreeMap<String, Part> files = new TreeMap<>();
        for (int i = 0; i < 20_001; i++) {
            files.put("f" + i, new Part.Bytes(new byte[0]));
        }
        Path many = folder.resolve("many.zip");
        assertThatThrownBy(() ->
                        ReportBundle.write(new BundleContent(files, List.of(), List.of(), List.of(), List.of()), many))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("20001 files, a bug report takes 20000");
        assertThat(many).doesNotExist();
    }

    private static void sparse(Path file, long megabytes) throws IOException {
        try (RandomAccessFile empty = new RandomAccessFile(file.toFile(), "rw")) {
            empty.setLength(megabytes * 1024 * 1024);
        }
    }

    @Test
    void othersOnThisComputerCannotReadIt() throws IOException {
        assumeThat(Files.getFileStore(folder).supportsFileAttributeView("posix"))
                .isTrue();
        Path zip = folder.resolve("report.zip");
        ReportBundle.write(ReportBundle.prepare(item, workspace, run(), ReportBundle.Data.NONE), zip);
        Path page = folder.resolve("run.html");
        RunPage.write(run(), item, workspace, page, Locale.ENGLISH);
        for (Path file : List.of(zip, page)) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
        }
    }

    @Test
    void aRunOfAnOlderBobbinHadNothingUnusual() throws IOException {
        Path zip = changed(parts -> {
            String run = parts.get("run.json");
            parts.put("run.json", run.replaceFirst(",\"timeLimit\":.*?\"valueSets\":\\{.*?\\}\\}", ""));
            return parts;
        });
        RunInput input = ReportBundle.open(zip, folder.resolve("older")).run().input();
        assertThat(input.timeLimit()).isNull();
        assertThat(input.circumstances()).isEqualTo(Circumstances.USUAL);
    }

    @Test
    void whatIsNoBundleOrADamagedOneLeavesNothingBehind() throws IOException {
        refused(changed(parts -> new LinkedHashMap<>(Map.of("readme.txt", "x"))), "no bug report", "about.json");
        refused(with("about.json", "{oh"), "damaged", "about.json is no valid JSON");
        refused(with("about.json", "[]"), "no bug report");
        refused(with("about.json", about(2, "Shop.UserDataFunction")), "newer Bobbin");
        refused(with("about.json", about(1, "..")), "outside");
        refused(with("about.json", about(1, "")), "does not hold");
        refused(with("about.json", about(1, "Nowhere")), "does not hold");
        refused(with("about.json", about(1, "a\\u0000b")), "damaged", "cannot have");
        refused(with("run.json", "{}"), "damaged", "run.json");
        refused(with("run.json", "null"), "damaged", "run.json");
        refused(with("run.json", "{oh"), "damaged", "run.json is no valid JSON");
        refused(with("../outside.txt", "x"), "outside");
        assertThat(folder.resolve("outside.txt")).doesNotExist();
        assertThat(folder.resolve("target/outside.txt")).doesNotExist();

        refused(Files.writeString(folder.resolve("text.zip"), "no zip at all"), "no bug report");
        byte[] whole = Files.readAllBytes(changed(UnaryOperator.identity()));
        refused(Files.write(folder.resolve("cut.zip"), java.util.Arrays.copyOf(whole, whole.length / 2)), "damaged");
        // The end of a file in the middle: the list of files is sound, the file is not.
        byte[] bent = whole.clone();
        int at = new String(whole, ISO_8859_1).indexOf("function_app.py") + 60;
        for (int i = 0; i < 40; i++) {
            bent[at + i] = 0x55;
        }
        refused(Files.write(folder.resolve("bent.zip"), bent), "damaged");

        Path sound = changed(UnaryOperator.identity());
        assertThatThrownBy(() -> ReportBundle.open(sound, folder)).hasMessageContaining("not empty");
        refused(
                changed(parts -> {
                    for (int i = 0; i < 20_001; i++) {
                        parts.put("f" + i, "");
                    }
                    return parts;
                }),
                "more files");
    }

    private void refused(Path zip, String... words) throws IOException {
        Path target = folder.resolve("target/bundle");
        assertThatThrownBy(() -> ReportBundle.open(zip, target))
                .isInstanceOf(IOException.class)
                .message()
                .contains(words)
                .doesNotContain("Jackson", "Source:", "dev.bobbin", "java.");
        assertThat(target).doesNotExist();
    }

    private static String about(int format, String item) {
        return "{\"format\": " + format + ", \"item\": \"" + item + "\"}";
    }

    private Path with(String name, String text) throws IOException {
        return changed(parts -> {
            parts.put(name, text);
            return parts;
        });
    }

    /** A bundle with some of its files changed. */
    private Path changed(UnaryOperator<Map<String, String>> change) throws IOException {
        Map<String, String> parts = new LinkedHashMap<>();
        parts.put("about.json", about(1, "Shop.UserDataFunction"));
        parts.put("run.json", RunJson.write(run()));
        parts.put("Shop.UserDataFunction/function_app.py", SOURCE);
        Path file = Files.createTempFile(folder, "bundle", ".zip");
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : change.apply(parts).entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(UTF_8));
                zip.closeEntry();
            }
        }
        return file;
    }
}
