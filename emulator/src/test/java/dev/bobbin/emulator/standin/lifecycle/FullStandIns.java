package dev.bobbin.emulator.standin.lifecycle;

import dev.bobbin.emulator.standin.HostCallException;
import dev.bobbin.emulator.standin.HostCalls;
import dev.bobbin.emulator.standin.HostService;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.Workspace;
import dev.bobbin.emulator.standin.documents.DocumentHostService;
import dev.bobbin.emulator.standin.events.EventHostService;
import dev.bobbin.emulator.standin.secrets.SecretHostService;
import dev.bobbin.emulator.standin.sql.transfer.CsvOptions;
import dev.bobbin.emulator.standin.sql.transfer.FileFormat;
import dev.bobbin.emulator.standin.sql.transfer.TableImport.Mode;
import dev.bobbin.emulator.standin.tables.DeltaColumns;
import dev.bobbin.emulator.standin.tables.DeltaImport;
import dev.bobbin.emulator.standin.variables.ActiveValueSet;
import dev.bobbin.emulator.standin.variables.VariableEditor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;

/** A program that fills the disk its first argument lies on, and tells what becomes of changes to stand-ins there. */
final class FullStandIns {

    private static final String TEXT = "x".repeat(20_000);

    private final Path disk;
    private final Path elsewhere;

    private FullStandIns(Path disk, Path elsewhere) {
        this.disk = disk;
        this.elsewhere = elsewhere;
    }

    public static void main(String[] arguments) throws Exception {
        new FullStandIns(Path.of(arguments[0]), Path.of(arguments[1])).run();
    }

    /** A change of a stand-in. */
    private interface Change {
        void make() throws Exception;
    }

    private void run() throws Exception {
        Map<String, StandIn.Secrets> vaults = Map.of("h", new StandIn.Secrets("v", disk.resolve("v.secrets.json")));
        try (SecretHostService secrets = new SecretHostService("r", vaults)) {
            call(secrets, "secrets.set", "'name': 'a', 'value': 'old'");
            tell("secrets", () -> call(secrets, "secrets.set", "'name': 'b', 'value': '" + TEXT + "'"));
        }
        Map<String, StandIn.Events> sets = Map.of("h", new StandIn.Events("e", disk.resolve("e.events")));
        try (EventHostService events = new EventHostService("r", sets)) {
            String event = "'type': 'T', 'version': 'v1', 'data': [{'note': '%s'}]";
            call(events, "events.publish", event.formatted("old"));
            tell("events", () -> call(events, "events.publish", event.formatted(TEXT)));
        }
        documents();
        StandIn.Variables library = new StandIn.Variables("l", disk.resolve("l.variables.json"));
        VariableEditor editor = new VariableEditor(library);
        editor.set(Optional.empty(), "a", "old");
        tell("variables", () -> editor.set(Optional.empty(), "b", TEXT));
        Workspace workspace = Workspace.at(disk.resolve("w"));
        ActiveValueSet.write(workspace, library, Optional.empty());
        tell("value set", () -> ActiveValueSet.write(workspace, library, Optional.empty()));
        tables();
    }

    private void documents() throws Exception {
        StandIn.Documents account = new StandIn.Documents("c", disk.resolve("c.cosmos"));
        String item = "'handle': 'h', 'database': 'd', 'container': 'c', 'body': {'id': '%s', 'note': '%s'}";
        try (DocumentHostService documents = new DocumentHostService("r", Map.of("h", account))) {
            HostCalls.call(documents, "documents.create", item.formatted("1", "old"));
        }
        tell("documents", () -> {
            try (DocumentHostService documents = new DocumentHostService("r2", Map.of("h", account))) {
                for (int i = 0; i < 5; i++) {
                    HostCalls.call(documents, "documents.upsert", item.formatted("2", TEXT));
                }
            }
        });
    }

    private void tables() throws Exception {
        StandIn.Lakehouse lake = new StandIn.Lakehouse("l", disk.resolve("l.lakehouse"));
        Files.createDirectories(lake.tables());
        Path small = Files.writeString(elsewhere.resolve("small.csv"), "id,note\n1,old\n");
        load(lake, "t", small, Mode.CREATE);
        Random random = new Random(1);
        StringBuilder text = new StringBuilder("id,note\n");
        for (int i = 0; i < 3000; i++) {
            text.append(i)
                    .append(',')
                    .append(Long.toHexString(random.nextLong()))
                    .append('\n');
        }
        Path large = Files.writeString(elsewhere.resolve("large.csv"), text);
        tell("new table", () -> load(lake, "other", large, Mode.CREATE));
        tell("more rows", () -> load(lake, "t", large, Mode.APPEND));
        tell("replaced table", () -> load(lake, "t", large, Mode.REPLACE));
    }

    private static void load(StandIn.Lakehouse lake, String table, Path file, Mode mode) throws IOException {
        DeltaColumns columns = DeltaColumns.of(file, FileFormat.CSV, CsvOptions.AUTOMATIC, Map.of());
        new DeltaImport(lake, table, file, FileFormat.CSV, CsvOptions.AUTOMATIC, columns, mode, List.of())
                .run(rows -> {}, () -> false);
    }

    private static void call(HostService service, String operation, String arguments) throws Exception {
        HostCalls.call(service, operation, "'handle': 'h', " + arguments);
    }

    /** Tells what becomes of a change while the disk is full, and afterwards. */
    private void tell(String what, Change change) throws Exception {
        Map<String, String> before = contents();
        fill();
        String outcome = outcome(change);
        Files.delete(filler());
        boolean same = contents().equals(before);
        System.out.println(what + ": " + outcome
                + (same ? ", unchanged" : ", changed " + contents().keySet()) + "; later: " + outcome(change));
    }

    private static String outcome(Change change) throws Exception {
        try {
            change.make();
            return "accepted";
        } catch (HostCallException e) {
            return "refused " + e.arguments().getFirst() + " "
                    + e.arguments().get(e.arguments().size() - 2);
        } catch (IOException e) {
            return "refused";
        }
    }

    private Path filler() {
        return disk.resolve("filler");
    }

    private void fill() throws IOException {
        byte[] page = new byte[4096];
        try (OutputStream out = Files.newOutputStream(filler())) {
            while (true) {
                out.write(page);
            }
        } catch (IOException e) {
            // Now it is full.
        }
    }

    /** All files but those that SQLite and the histories of runs keep for themselves. */
    private Map<String, String> contents() throws IOException {
        Map<String, String> contents = new TreeMap<>();
        try (Stream<Path> files = Files.walk(disk)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String name = disk.relativize(file).toString();
                boolean own = name.contains(".kept") || name.contains(".db-") || name.endsWith("runs.jsonl");
                if (!own) {
                    contents.put(
                            name, Files.readAllBytes(file).length + " " + Arrays.hashCode(Files.readAllBytes(file)));
                }
            }
        }
        return contents;
    }
}
