package dev.bobbin.emulator.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.bobbin.emulator.QuickEngine;
import dev.bobbin.emulator.example.ExampleStore;
import dev.bobbin.emulator.item.ItemFolder;
import dev.bobbin.emulator.item.ItemReader;
import dev.bobbin.emulator.journal.RunJournal;
import dev.bobbin.emulator.journal.RunOrigin;
import dev.bobbin.emulator.journal.RunQuery;
import dev.bobbin.emulator.journal.RunRecord;
import dev.bobbin.emulator.journal.RunSummary;
import dev.bobbin.emulator.share.ReportBundle;
import dev.bobbin.emulator.standin.Workspace;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a run on the command line to the history, to a bug report, and to the same run in another folder. */
class HistoryCommandTest {

    private static final String SECRET_ROW = "a-customers-name";

    @TempDir
    Path workspace;

    private Path item;

    @BeforeEach
    void writeItem() throws IOException {
        item = Files.createDirectories(workspace.resolve("Shop.UserDataFunction"));
        Files.writeString(item.resolve("function_app.py"), """
                import logging
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(alias="Shop", argName="db")
                @udf.function()
                def columns(db: fn.FabricSqlConnection) -> list:
                    logging.info("asking")
                    with db.connect() as connection:
                        cursor = connection.cursor()
                        cursor.execute("SELECT * FROM dbo.Customer")
                        return [column[0] for column in cursor.description]
                """);
        assertThat(bobbin("sql", item.toString(), "Shop", "CREATE TABLE dbo.Customer (Id INT, Name VARCHAR(50))"))
                .isZero();
        assertThat(bobbin("sql", item.toString(), "Shop", "INSERT INTO dbo.Customer VALUES (1, '" + SECRET_ROW + "')"))
                .isZero();
    }

    private static int bobbin(String... arguments) {
        return Main.execute(arguments);
    }

    private static int quickly(String... arguments) {
        return Main.execute(QuickEngine.with(arguments));
    }

    private List<RunSummary> kept() throws IOException {
        try (RunJournal journal = RunJournal.open(journalFile())) {
            return journal.find(RunQuery.newest(10));
        }
    }

    private Path journalFile() throws IOException {
        ItemFolder folder = ItemReader.read(item);
        return RunJournal.fileOf(Workspace.of(folder), folder);
    }

    @Test
    void aRunIsKeptShownAndReproducedFromAReportWithoutRows() throws Exception {
        assertThat(bobbin("history", item.toString())).as("no history yet").isEqualTo(2);
        assertThat(bobbin("run", item.toString(), "columns")).isZero();
        assertThat(kept()).singleElement().satisfies(run -> {
            assertThat(run.origin()).isEqualTo(RunOrigin.COMMAND_LINE);
            assertThat(run.function()).isEqualTo("columns");
            assertThat(run.status()).isEqualTo("Succeeded");
        });
        assertThat(bobbin("history", item.toString())).isZero();
        assertThat(bobbin("history", item.toString(), "--run", "1")).isZero();
        try (RunJournal journal = RunJournal.open(journalFile())) {
            RunRecord run = journal.get(kept().getFirst().id()).orElseThrow();
            assertThat(RunText.lines(run))
                    .contains("Invocation id: " + run.input().invocationId(), "Input: {}", "Log: INFO: asking")
                    .anySatisfy(line -> assertThat(line).startsWith("Output: ").contains("\"Name\""));
        }

        assertThat(bobbin("history", item.toString(), "--approve", " ")).isEqualTo(2);
        assertThat(bobbin("history", item.toString(), "--run", "1", "--approve", "The columns"))
                .isZero();
        assertThat(bobbin("history", item.toString(), "--approve", "Once more")).isZero();
        assertThat(ExampleStore.of(Workspace.of(ItemReader.read(item)), ItemReader.read(item))
                        .read()
                        .examples())
                .singleElement()
                .satisfies(kept -> assertThat(kept.example().name()).isEqualTo("The columns"))
                .satisfies(kept -> assertThat(kept.example().function()).isEqualTo("columns"));

        Path page = workspace.resolve("run.html");
        assertThat(bobbin("history", item.toString(), "--search", "no such text", "--html", page.toString()))
                .isEqualTo(2);
        assertThat(bobbin("history", item.toString(), "--html", page.toString()))
                .isZero();
        assertThat(Files.readString(page)).contains("<h1>columns</h1>", "asking");

        Path report = workspace.resolve("report.zip");
        assertThat(bobbin("history", item.toString(), "--bundle", report.toString(), "--with-schema"))
                .isZero();
        try (ZipFile zip = new ZipFile(report.toFile())) {
            assertThat(zip.getEntry("run.json")).isNotNull();
            zip.stream()
                    .forEach(entry -> assertThat(content(zip, entry.getName()))
                            .as(entry.getName())
                            .doesNotContain(SECRET_ROW));
            assertThat(content(zip, "about.json")).contains("\"bobbin\"", "\"SCHEMA\"", "\"embedded\"");
            assertThat(content(zip, "run.json")).contains("asking");
        }

        Path elsewhere = workspace.resolve("elsewhere");
        assertThat(bobbin("reproduce", report.toString(), elsewhere.toString())).isZero();
        assertThat(bobbin("reproduce", report.toString(), elsewhere.toString()))
                .as("the folder is taken")
                .isEqualTo(2);
    }

    @Test
    void aRunIsReproducedWithItsVariablesItsBadDayItsLimitAndMaskedSecrets() throws Exception {
        Path library = workspace.resolve("Rates.VariableLibrary");
        Files.createDirectories(library.resolve("valueSets"));
        Files.writeString(
                library.resolve("variables.json"),
                "{\"variables\": [{\"name\": \"Rate\", \"type\": \"Integer\", \"value\": 1}]}");
        for (var set : Map.of("Busy", 2, "Calm", 3).entrySet()) {
            Files.writeString(
                    library.resolve("valueSets/" + set.getKey() + ".json"),
                    "{\"name\": \"%s\", \"variableOverrides\": [{\"name\": \"Rate\", \"value\": %d}]}"
                            .formatted(set.getKey(), set.getValue()));
        }
        Files.writeString(item.resolve("function_app.py"), """
                import pyodbc
                import time
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.connection(alias="Shop", argName="db")
                @udf.connection(alias="Rates", argName="rates")
                @udf.function()
                def rate(db: fn.FabricSqlConnection, rates: fn.FabricVariablesClient, password: str) -> dict:
                    try:
                        db.connect()
                    except pyodbc.InterfaceError as e:
                        secret = "CODEPW66"
                        return {"secret": secret, "password": password, "rate": rates.getVariables()["Rate"], "e": e.args[0]}
                    time.sleep(60)
                """);
        String[] call = {"run", item.toString(), "rate", "--input", "{\"password\": \"INPUTPW77\"}", "--timeout", "20"};
        String[] unusual = {"--value-set", "Rates=Busy", "--bad-day", "Shop=denied"};
        assertThat(quickly(Stream.of(call, unusual).flatMap(Stream::of).toArray(String[]::new)))
                .isZero();

        Path report = workspace.resolve("report.zip");
        assertThat(bobbin("history", item.toString(), "--bundle", report.toString()))
                .isZero();
        try (ZipFile zip = new ZipFile(report.toFile())) {
            assertThat(content(zip, "run.json"))
                    .contains("20000000000", "\\\"rate\\\": 2", "28000")
                    .doesNotContain("INPUTPW77", "CODEPW66");
        }
        Path elsewhere = workspace.resolve("elsewhere");
        assertThat(quickly("reproduce", report.toString(), elsewhere.toString()))
                .isZero();
        assertThat(quickly(
                        "reproduce",
                        report.toString(),
                        workspace.resolve("different").toString(),
                        "--value-set",
                        "Rates=Calm"))
                .as("an option of its own wins")
                .isEqualTo(1);
    }

    @Test
    void timesGuidsAndTheInvocationIdDoNotKeepARunFromBeingReproduced() throws Exception {
        write("""
                import datetime
                import time
                import uuid
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.context(argName="ctx")
                @udf.function()
                def changing(ctx: fn.UserDataFunctionContext) -> dict:
                    return {"now": datetime.datetime.now().isoformat(), "seconds": time.time(), "guid": str(uuid.uuid4()),
                            "call": "call " + ctx.invocation_id, "fixed": 7}

                @udf.function()
                def secret() -> dict:
                    return {"pwd": time.time_ns(), "token": uuid.uuid4().hex, "fixed": 7}

                @udf.function()
                def moving() -> float:
                    return time.time() % 1000
                """);
        assertThat(quickly("run", item.toString(), "changing")).isZero();
        assertThat(reproduced("changing")).isZero();

        assertThat(quickly("run", item.toString(), "secret")).isZero();
        assertThat(reproduced("secret")).as("a masked number").isZero();

        assertThat(quickly("run", item.toString(), "moving")).isZero();
        assertThat(reproduced("moving")).as("another number is no time").isEqualTo(1);
    }

    @Test
    void aStreamIsReproducedWithItsOwnStatus() throws Exception {
        write("""
                import fabric.functions as fn
                udf = fn.UserDataFunctions()

                @udf.streaming_function()
                def letters() -> fn.StreamResponse:
                    return fn.StreamResponse(iter(["a", "b"]), status_code=201)
                """);
        assertThat(quickly("run", item.toString(), "letters")).isZero();
        assertThat(reproduced("as run here")).isZero();

        keepAgainWithStatus(201);
        assertThat(reproduced("as served")).isZero();

        keepAgainWithStatus(202);
        assertThat(reproduced("otherwise")).isEqualTo(1);
    }

    private void write(String source) throws IOException {
        Files.writeString(item.resolve("function_app.py"), source);
    }

    /** Keeps the newest run once more, as one whose caller got that status. */
    private void keepAgainWithStatus(int httpStatus) throws IOException {
        try (RunJournal journal = RunJournal.open(journalFile())) {
            RunRecord run = journal.get(
                            journal.find(RunQuery.newest(1)).getFirst().id())
                    .orElseThrow();
            RunSummary kept = run.summary();
            RunSummary other = new RunSummary(
                    0,
                    kept.time().plusMillis(httpStatus),
                    RunOrigin.HTTP,
                    kept.function(),
                    kept.status(),
                    httpStatus,
                    kept.duration(),
                    kept.codeHash(),
                    false,
                    "",
                    0);
            journal.add(new RunRecord(other, run.input(), run.code(), run.answer(), run.logs(), run.trace()));
        }
    }

    /** Reports the newest run and makes it again elsewhere. */
    private int reproduced(String name) {
        String report = workspace.resolve(name + ".zip").toString();
        assertThat(bobbin("history", item.toString(), "--bundle", report)).isZero();
        return quickly("reproduce", report, workspace.resolve(name).toString());
    }

    @Test
    void whatCannotBeShownOrMadeSenseOfIsAnError() throws IOException {
        try (RunJournal journal = RunJournal.open(journalFile())) {
            assertThat(journal.size()).isZero();
        }
        assertThat(bobbin("history", item.toString(), "--run", "999")).isEqualTo(2);
        assertThat(bobbin("history", item.toString(), "--limit", "-1")).isEqualTo(2);
        assertThat(bobbin("history", item.toString(), "--limit", "0")).isZero();
        assertThat(bobbin("history", item.toString(), "--with-data")).isEqualTo(2);
        assertThat(bobbin("history", item.toString(), "--bundle", "x.zip", "--with-data", "--with-schema"))
                .isEqualTo(2);
        assertThat(bobbin("reproduce", "x.zip", "folder", "--data", "elsewhere"))
                .isEqualTo(2);
    }

    @Test
    void aReportWhoseRunIsLargerThanAnyIsNotRead() throws IOException {
        Path report = workspace.resolve("large.zip");
        try (ZipOutputStream zip = new ZipOutputStream(Files.newOutputStream(report))) {
            zip.putNextEntry(new ZipEntry("about.json"));
            zip.write("{\"format\": 1, \"item\": \"Shop.UserDataFunction\"}".getBytes(UTF_8));
            zip.putNextEntry(new ZipEntry("run.json"));
            byte[] blanks = " ".repeat(1 << 20).getBytes(UTF_8);
            for (int i = 0; i <= 256; i++) {
                zip.write(blanks);
            }
        }

        assertThatThrownBy(() -> ReportBundle.run(report)).hasMessageContaining("larger than any run");
    }

    @Test
    void aReportWithoutDataDoesNotEndTheSame() throws IOException {
        Path requests =
                Files.writeString(workspace.resolve("requests.jsonl"), "{\"id\":\"1\",\"function\":\"columns\"}\n");
        assertThat(quickly("batch", item.toString(), requests.toString())).isZero();
        assertThat(quickly("batch", item.toString(), requests.toString(), "--history"))
                .isZero();
        assertThat(kept()).hasSize(1);

        Path report = workspace.resolve("report.zip");
        assertThat(bobbin("history", item.toString(), "--bundle", report.toString()))
                .isZero();
        assertThat(quickly(
                        "reproduce",
                        report.toString(),
                        workspace.resolve("bare").toString()))
                .isEqualTo(1);
        assertThat(ReportBundle.open(report, workspace.resolve("opened")).data())
                .isEqualTo(ReportBundle.Data.NONE);
    }

    @Test
    void aLineOfABatchMayLetOnlyConnectionsOfTheItemGoWrong() throws IOException {
        Path requests = Files.writeString(workspace.resolve("requests.jsonl"), """
                {"function": "columns", "badDays": {"Shop": "slow:1"}}
                {"function": "columns", "badDays": {"Shopp": "denied"}}
                {"function": "columns", "valueSets": {"Rates": "Busy"}}
                """);

        assertThat(quickly("batch", item.toString(), requests.toString(), "--history"))
                .isZero();

        assertThat(kept()).singleElement().extracting(RunSummary::status).isEqualTo("Succeeded");
    }

    @Test
    void aLineOfABatchThatCannotBeReadDoesNotKeepTheOthersBack() throws IOException {
        Path requests = Files.writeString(workspace.resolve("requests.jsonl"), """
                {"function": "columns", "input": %s
                {"function":
                {"function": "columns"}
                """.formatted("[".repeat(5000)));

        assertThat(quickly("batch", item.toString(), requests.toString(), "--history"))
                .isZero();

        assertThat(kept()).hasSize(1);
    }

    private static String content(ZipFile zip, String name) {
        try (InputStream in = zip.getInputStream(zip.getEntry(name))) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
