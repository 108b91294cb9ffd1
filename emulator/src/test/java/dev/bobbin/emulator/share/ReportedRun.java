package dev.bobbin.emulator.share;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.bobbin.emulator.invoke.Circumstances;
import dev.bobbin.emulator.invoke.ExecutingUser;
import dev.bobbin.emulator.invoke.LogLine;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunAnswer;
import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.RunTrace;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.badday.BadDay;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** An item, the data it uses and a run of it, all of which hold secrets. */
abstract class ReportedRun {

    static final String DATA = ".bobbin/standins/Shop.sqldb/";

    static final String PEM = "-----BEGIN NOTHING-----\nMIIEvQIBADANBg\nkqhkiG9w0BAQEF\n-----END NOTHING-----";

    /** Everything here that must not leave, as it is or in another spelling. */
    static final List<String> SECRETS = List.of(
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

    static final String SOURCE = """
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

    Path root;
    ItemFolder item;
    Workspace workspace;

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

    void put(String name, String text) throws IOException {
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

    RunRecord run() {
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

    static String text(BundleContent content, String path) throws IOException {
        return new String(bytes(content, path), UTF_8);
    }

    static byte[] bytes(BundleContent content, String path) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        content.parts().get(path).writeTo(bytes);
        return bytes.toByteArray();
    }

    Path data(String name) {
        return workspace.root().resolve("standins/Shop.sqldb").resolve(name);
    }
}
