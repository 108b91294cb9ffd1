package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.PlainException;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.FolderCopy;
import dev.bobbin.emulator.standin.Lifecycle;
import dev.bobbin.emulator.standin.NamedSnapshots;
import dev.bobbin.emulator.standin.PartsLifecycle;
import dev.bobbin.emulator.standin.Snapshots;
import dev.bobbin.emulator.standin.StandIn;
import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/**
 * The lifecycle of a Cosmos DB account. In a folder it is {@code <database>/<container>.json} with a document a line or
 * an array, and {@code <container>.settings.json}; see {@link DocumentSeed}.
 */
public final class DocumentLifecycle implements Lifecycle {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandIn.Documents account;
    private final Clock clock = Clock.systemUTC();

    public DocumentLifecycle(StandIn.Documents account) {
        this.account = account;
    }

    @Override
    public ChangeLog changes() {
        return new DocumentChanges(account);
    }

    @Override
    public Snapshots snapshots() {
        return new NamedSnapshots(account.name(), account.path().resolve("snapshots"), ".db") {
            @Override
            protected void copyTo(Path unfinished) throws IOException {
                try (DocumentFile file = open()) {
                    file.copyTo(unfinished);
                }
            }

            @Override
            protected void bringBack(Path copy) throws IOException {
                try (DocumentFile file = open()) {
                    file.bringBack(copy);
                }
            }

            @Override
            protected ChangeSet since(Path copy) throws IOException {
                try (DocumentFile file = open()) {
                    return DocumentChanges.changes(account.name(), file.since(copy));
                }
            }
        };
    }

    private DocumentFile open() throws IOException {
        return DocumentSeed.open(account, clock);
    }

    @Override
    public void create() throws IOException {
        open().close();
    }

    @Override
    public void seed(Path folder) throws IOException {
        Path unfinished = account.seed().resolveSibling("seed.part");
        FolderCopy.delete(unfinished);
        try {
            FolderCopy.copy(folder, unfinished);
            // A folder that cannot be used is found out before anything is replaced.
            Path trial = account.path().resolve("seed-trial.db");
            try (DocumentFile file = DocumentFile.open(trial)) {
                fill(file, unfinished);
            } finally {
                DocumentFile.delete(trial);
            }
            FolderCopy.replace(unfinished, account.seed());
        } finally {
            FolderCopy.delete(unfinished);
        }
        reset();
    }

    @Override
    public long fill(Path folder) throws IOException {
        try (DocumentFile file = open()) {
            return fill(file, folder);
        }
    }

    private long fill(DocumentFile file, Path folder) throws IOException {
        try {
            long documents = file.atomically(() -> DocumentSeed.fill(file, folder, clock));
            if (documents == 0) {
                throw PlainException.of("documents.none", folder);
            }
            return documents;
        } catch (DocumentError e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    @Override
    public void reset() throws IOException {
        Path fresh = Files.createTempDirectory("bobbin-reset");
        try {
            StandIn.Documents copy = new StandIn.Documents(account.name(), fresh);
            FolderCopy.copy(account.seed(), copy.seed());
            DocumentSeed.open(copy, clock).close();
            try (DocumentFile file = open()) {
                file.bringBack(copy.database());
            }
        } finally {
            FolderCopy.delete(fresh);
        }
    }

    @Override
    public long export(Path folder) throws IOException {
        PartsLifecycle.requireEmpty(folder);
        long documents = 0;
        try (DocumentFile file = open()) {
            for (String database : ids(file.databases())) {
                Path target = Files.createDirectories(folder.resolve(database));
                for (ObjectNode container : file.containers(database)) {
                    String id = container.path("id").asText();
                    Files.writeString(
                            target.resolve(id + DocumentSeed.SETTINGS),
                            container.remove(Change.Document.OF_THE_SERVICE).toPrettyString());
                    try (BufferedWriter out = Files.newBufferedWriter(target.resolve(id + DocumentSeed.DOCUMENTS))) {
                        for (Iterator<ObjectNode> all =
                                        file.documents(database, id).iterator();
                                all.hasNext(); ) {
                            ObjectNode document = all.next();
                            out.write(JSON.writeValueAsString(document.remove(Change.Document.OF_THE_SERVICE)) + "\n");
                            documents++;
                        }
                    }
                }
            }
        }
        return documents;
    }

    private static List<String> ids(List<ObjectNode> bodies) {
        return bodies.stream().map(body -> body.path("id").asText()).toList();
    }

    @Override
    public List<Entry> browse(String place) throws IOException {
        String[] names = place.isEmpty() ? new String[0] : place.split("/", 2);
        List<Entry> entries = new ArrayList<>();
        try (DocumentFile file = open()) {
            if (names.length == 0) {
                ids(file.databases()).forEach(id -> entries.add(new Entry(id, true, "database")));
            } else if (names.length == 1) {
                ids(file.containers(names[0])).forEach(id -> entries.add(new Entry(id, true, "container")));
            } else {
                file.documents(names[0], names[1])
                        .forEach(document ->
                                entries.add(new Entry(document.path("id").asText(), false, document.toString())));
            }
        }
        return entries;
    }
}
