package dev.bobbin.emulator.standin.documents;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.bobbin.emulator.standin.Change;
import dev.bobbin.emulator.standin.ChangeLog;
import dev.bobbin.emulator.standin.ChangeSet;
import dev.bobbin.emulator.standin.StandIn;
import dev.bobbin.emulator.standin.UndoOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What runs changed in an account's documents. Databases and containers that a run made or deleted are not recorded. */
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
        } catch (DocumentError e) {
            throw new IOException(e.getMessage(), e);
        }
    }

    private UndoOutcome undo(DocumentFile file, String run) throws IOException {
        List<DocumentFile.Entry> entries = net(file.changes(run));
        if (entries.isEmpty()) {
            return new UndoOutcome.NothingToUndo();
        }
        for (DocumentFile.Entry entry : entries) {
            @Nullable
            String now = file.document(entry.database(), entry.container(), entry.key(), entry.id())
                    .map(ObjectNode::toString)
                    .orElse(null);
            if (!Objects.equals(now, entry.after())) {
                return new UndoOutcome.Refused("The document '" + entry.id() + "' in the container '"
                        + entry.container() + "' was changed again after the run.");
            }
        }
        for (DocumentFile.Entry entry : entries) {
            file.deleteDocument(entry.database(), entry.container(), entry.key(), entry.id());
            if (entry.before() != null) {
                ObjectNode body = (ObjectNode) JSON.readTree(entry.before());
                file.putDocument(entry.database(), entry.container(), new StoredDocument(entry.key(), body));
            }
        }
        file.forgetChanges(run);
        return new UndoOutcome.Undone(changes(account.name(), entries));
    }

    /** What a run changed, read before its file is closed. */
    static ChangeSet of(String account, DocumentFile file, String run) {
        try {
            file.forgetOldChanges();
            return changes(account, net(file.changes(run)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static ChangeSet changes(String account, List<DocumentFile.Entry> entries) {
        List<Change> changes = new ArrayList<>();
        entries.forEach(entry -> changes.add(new Change.Document(
                account, entry.database() + "/" + entry.container(), entry.id(), entry.before(), entry.after())));
        return new ChangeSet(changes);
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
