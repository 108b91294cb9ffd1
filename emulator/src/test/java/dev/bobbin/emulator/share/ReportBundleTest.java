package dev.bobbin.emulator.share;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.bobbin.emulator.journal.RunInput;
import dev.bobbin.emulator.share.page.RunPage;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

/** What goes into a bug report and what stays out of it. */
class ReportBundleTest extends ReportedRun {

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
}
