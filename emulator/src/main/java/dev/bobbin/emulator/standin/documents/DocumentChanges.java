package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.message.Message;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What runs changed in an account: documents, containers and databases. */
public final class DocumentChanges implements ChangeLog {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final StandIn.Documents account;

    public DocumentChanges(StandIn.Documents account) {
        this.account = account;
    }

    @Override
    public ChangeSet changes(String run) throws IOException {
        if (!Files.exists(account.database())) {
            return ChangeSet.EMPTY;
        }
        try (DocumentFile file = DocumentFile.open(account.database())) {
            return changes(account.name(), net(file.changes(run)));
        }
    }

    @Override
    public UndoOutcome undo(String run) throws IOException {
        if (!Files.exists(account.database())) {
            return new UndoOutcome.NothingToUndo();
        }
        try (DocumentFile file = DocumentFile.open(account.database())) {
            return file.atomically(() -> undo(file, run));
        }
    }

    private UndoOutcome undo(DocumentFile file, String run) throws IOException {
        List<DocumentFile.Entry> entries = net(file.changes(run));
        if (entries.isEmpty()) {
            return new UndoOutcome.NothingToUndo();
        }
        for (DocumentFile.Entry entry : entries) {
            if (!Objects.equals(now(file, entry), entry.after())) {
                return new UndoOutcome.Refused(Message.of("undo.changed." + entry.type(), name(entry)));
            }
            if (entry.before() == null && holdsMore(file, entry, entries)) {
                return new UndoOutcome.Refused(Message.of("undo.filled." + entry.type(), name(entry)));
            }
        }
        for (DocumentFile.Entry entry : entries) {
            putBack(file, entry);
        }
        file.forgetChanges(run);
        return new UndoOutcome.Undone(changes(account.name(), entries));
    }

    private static @Nullable String now(DocumentFile file, DocumentFile.Entry entry) throws IOException {
        Optional<ObjectNode> body =
                switch (entry.type()) {
                    case "database" -> file.database(entry.database());
                    case "container" -> file.container(entry.database(), entry.container());
                    default -> file.document(entry.database(), entry.container(), entry.key(), entry.id());
                };
        return body.map(ObjectNode::toString).orElse(null);
    }

    /** Whether a database or container that shall go holds what the run did not put there. */
    private static boolean holdsMore(DocumentFile file, DocumentFile.Entry entry, List<DocumentFile.Entry> entries)
            throws IOException {
        if (entry.isDocument()) {
            return false;
        }
        Set<String> ofTheRun = new HashSet<>();
        entries.stream()
                .filter(other -> other.database().equals(entry.database()) && other.before() == null)
                .filter(other -> entry.container().isEmpty()
                        ? !other.isDocument()
                        : other.isDocument() && other.container().equals(entry.container()))
                .forEach(other -> ofTheRun.add(entry.container().isEmpty() ? other.container() : other.id()));
        Stream<ObjectNode> held = entry.container().isEmpty()
                ? file.containers(entry.database()).stream()
                : file.documents(entry.database(), entry.container());
        return held.anyMatch(body -> !ofTheRun.contains(body.path("id").asText()));
    }

    private static void putBack(DocumentFile file, DocumentFile.Entry entry) throws IOException {
        @Nullable ObjectNode before = entry.before() == null ? null : (ObjectNode) JSON.readTree(entry.before());
        switch (entry.type()) {
            case "database" -> {
                if (before == null) {
                    file.deleteDatabase(entry.database());
                } else {
                    file.putDatabase(entry.database(), before);
                }
            }
            case "container" -> {
                if (before == null) {
                    file.deleteContainer(entry.database(), entry.container());
                } else {
                    file.putContainer(entry.database(), entry.container(), before);
                }
            }
            default -> {
                if (before == null) {
                    file.deleteDocument(entry.database(), entry.container(), entry.key(), entry.id());
                } else {
                    file.putDocument(entry.database(), entry.container(), new StoredDocument(entry.key(), before));
                }
            }
        }
    }

    private static String name(DocumentFile.Entry entry) {
        return entry.isDocument() || entry.container().isEmpty()
                ? entry.isDocument() ? entry.id() : entry.database()
                : entry.database() + "/" + entry.container();
    }

    /** What a run changed, read before its file is closed. */
    static ChangeSet of(String account, DocumentFile file, String run) {
        try {
            ChangeSet changes = changes(account, net(file.changes(run)));
            file.forgetOldChanges();
            return changes;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChangeSet changes(String account, List<DocumentFile.Entry> entries) {
        List<Change> changes = new ArrayList<>();
        entries.forEach(entry -> changes.add(change(account, entry)));
        return new ChangeSet(changes);
    }

    private static Change change(String account, DocumentFile.Entry entry) {
        if (entry.isDocument()) {
            return new Change.Document(
                    account, entry.database() + "/" + entry.container(), entry.id(), entry.before(), entry.after());
        }
        Change.Kind kind = entry.before() == null
                ? Change.Kind.CREATED
                : entry.after() == null ? Change.Kind.DELETED : Change.Kind.CHANGED;
        return new Change.Definition(account, entry.type(), name(entry), kind);
    }

    /** One entry for each document, from before the run's first change to after its last. */
    private static List<DocumentFile.Entry> net(List<DocumentFile.Entry> entries) {
        Map<List<String>, DocumentFile.Entry> net = new LinkedHashMap<>();
        for (DocumentFile.Entry entry : entries) {
            List<String> place = List.of(entry.database(), entry.container(), entry.key(), entry.id());
            net.merge(
                    place,
                    entry,
                    (first, last) -> new DocumentFile.Entry(
                            first.database(),
                            first.container(),
                            first.key(),
                            first.id(),
                            first.before(),
                            last.after()));
        }
        return net.values().stream()
                .filter(entry -> !Objects.equals(entry.before(), entry.after()))
                .toList();
    }
}
